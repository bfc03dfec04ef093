// Where scripts run, a button copies a field. Without them the field is there to be marked and copied by hand.
for (const button of document.querySelectorAll("[data-copy]")) {
  const field = document.getElementById(button.dataset.copy);
  const status = button.parentElement.querySelector("[role=status]");
  button.parentElement.hidden = false;
  button.addEventListener("click", async () => {
    status.textContent = "";
    field.select();
    status.textContent = (await copied(field)) ? button.dataset.done : "";
  });
}

async function copied(field) {
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch {
    return document.execCommand("copy"); // no secure place, or an old browser: what is marked
  }
}

// What has an address of its own on a page gets a button that copies it, where scripts may. Without, it stays a link.
for (const list of navigator.clipboard ? document.querySelectorAll("[data-copy-link]") : []) {
  const status = list.nextElementSibling;
  for (const item of list.children) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy-link";
    button.textContent = list.dataset.copyLink;
    button.setAttribute("aria-label", item.dataset.label);
    button.addEventListener("click", async () => {
      status.textContent = "";
      try {
        await navigator.clipboard.writeText(`${location.origin}${list.dataset.page}#${item.id}`);
      } catch {
        location.hash = item.id; // not allowed to: the browser's own bar shows it then
        return;
      }
      status.textContent = button.textContent = list.dataset.done;
      setTimeout(() => (button.textContent = list.dataset.copyLink), 3000);
    });
    item.append(button);
  }
}

// A button that prints the page, where scripts run; without them the browser's own menu does.
for (const button of document.querySelectorAll("[data-print]")) {
  button.parentElement.hidden = false;
  button.addEventListener("click", () => print());
}
