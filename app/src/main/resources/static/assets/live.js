// Where scripts run, a page that would ask for itself again exchanges only its live part, so that nobody loses
// their place; it stops as soon as the page no longer asks. Without scripts the page reloads itself (noscript).
const root = document.documentElement;

async function look() {
  try {
    const answer = await fetch(location.href, { cache: "no-store" });
    const fresh = new DOMParser().parseFromString(await answer.text(), "text/html");
    root.dataset.refresh = fresh.documentElement.dataset.refresh ?? "";
    exchange(fresh);
  } catch {
    // offline for a moment: the next look may succeed
  }
  again();
}

function exchange(fresh) {
  const old = [...document.querySelectorAll("[data-live]")];
  const young = [...fresh.querySelectorAll("[data-live]")];
  old.forEach((element, i) => {
    if (young[i] && element.innerHTML !== young[i].innerHTML) element.innerHTML = young[i].innerHTML;
  });
  if (old.length !== young.length) location.reload();
}

function again() {
  if (root.dataset.refresh) setTimeout(look, 1000 * root.dataset.refresh);
}

again();
