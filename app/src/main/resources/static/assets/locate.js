// Where a browser can tell the place, a button asks it to. The place goes once in the body of a post: never in an
// address, never kept. Without scripts, or where nobody may ask, the button is not there.
for (const form of document.querySelectorAll("form[data-locate]")) {
  if ("geolocation" in navigator && isSecureContext) offer(form);
}

function offer(form) {
  const status = form.querySelector("[role=status]");
  const button = form.querySelector("button");
  form.hidden = false;
  addEventListener("pageshow", () => {
    button.removeAttribute("aria-disabled");
    status.textContent = "";
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    if (button.hasAttribute("aria-disabled")) return;
    button.setAttribute("aria-disabled", "true");
    status.textContent = form.dataset.wait;
    navigator.geolocation.getCurrentPosition(send, fail, { enableHighAccuracy: true, timeout: 15000, maximumAge: 60000 });
  });

  function send({ coords }) {
    fill(coords.latitude.toFixed(6), coords.longitude.toFixed(6), Math.ceil(coords.accuracy));
    form.submit();
    fill("", "", "");
  }

  function fill(lat, lon, accuracy) {
    form.elements.lat.value = lat;
    form.elements.lon.value = lon;
    form.elements.accuracy.value = accuracy;
  }

  function fail(error) {
    button.removeAttribute("aria-disabled");
    status.textContent =
      error.code === error.PERMISSION_DENIED
        ? form.dataset.denied
        : error.code === error.TIMEOUT
          ? form.dataset.late
          : form.dataset.unavailable;
  }
}

// A district on the map is chosen in the list beside it, without leaving the page; what is chosen shows in both.
for (const area of document.querySelectorAll(".choosing .area[data-seat]")) {
  const radio = document.getElementById("seat-" + area.dataset.seat);
  if (radio) pair(area, radio);
}

function pair(area, radio) {
  const mark = () => area.classList.toggle("on", radio.checked);
  radio.form.addEventListener("change", mark);
  addEventListener("pageshow", mark);
  area.addEventListener("click", (event) => {
    event.preventDefault();
    radio.checked = true;
    radio.form.dispatchEvent(new Event("change"));
    radio.focus();
  });
}
