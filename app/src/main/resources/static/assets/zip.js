// Where scripts run, the ZIP code fills in city and state, unless somebody typed others. Only its first three digits are
// asked for; without scripts, or where the code is unknown, people fill them in themselves.
const status = document.querySelector("[data-zip]");
const zip = document.getElementById(status.dataset.zip);
const fields = [status.dataset.city, status.dataset.state].map((id) => document.getElementById(id));
const filled = ["", ""];
const asked = new Map();

zip.addEventListener("input", fill);

async function fill() {
  const digits = latin(zip.value.trim()).slice(0, 5);
  if (!/^\d{3,5}$/.test(digits)) return;
  const towns = await townsOf(digits.slice(0, 3));
  const town = towns[digits];
  if (!town || !latin(zip.value.trim()).startsWith(digits)) return;
  if (fields.some((field, i) => field.value !== filled[i])) return;
  fields.forEach((field, i) => {
    field.value = filled[i] = town[i];
  });
  status.textContent = `${town.join(", ")}. ${status.dataset.done}`;
}

// Arabic and Persian digits end in the same four bits as 0 to 9.
function latin(text) {
  return text.replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => digit.charCodeAt(0) & 15);
}

function townsOf(start) {
  if (!asked.has(start)) asked.set(start, ask(start));
  return asked.get(start);
}

async function ask(start) {
  try {
    const answer = await fetch(`/zips/${start}.json`);
    return answer.ok ? await answer.json() : {};
  } catch {
    asked.delete(start); // offline for a moment: the next digit asks again
    return {};
  }
}
