// Passkeys: a form marked data-passkey asks the browser for one, puts it into its field and sends itself as any form
// does. Where the browser knows no passkeys, the form stays hidden and the page says how to go on without.
const form = document.querySelector("form[data-passkey]");
const fault = document.querySelector("[data-fault]");

function bytes(base64url) {
  const text = atob(base64url.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(text, (letter) => letter.charCodeAt(0));
}

function base64url(buffer) {
  const text = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(text).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

async function options() {
  const answer = await fetch(form.getAttribute("action") + "/options", {
    method: "POST",
    headers: { "X-XSRF-TOKEN": form.elements._csrf.value },
  });
  if (!answer.ok || answer.redirected) throw new Error("no options");
  return answer.json();
}

async function create() {
  const publicKey = await options();
  publicKey.challenge = bytes(publicKey.challenge);
  publicKey.user.id = bytes(publicKey.user.id);
  for (const known of publicKey.excludeCredentials) known.id = bytes(known.id);
  const made = await navigator.credentials.create({ publicKey });
  return inJson(made, {
    attestationObject: base64url(made.response.attestationObject),
    clientDataJSON: base64url(made.response.clientDataJSON),
    transports: made.response.getTransports?.() ?? [],
  });
}

async function get() {
  const publicKey = await options();
  publicKey.challenge = bytes(publicKey.challenge);
  const shown = await navigator.credentials.get({ publicKey });
  return inJson(shown, {
    authenticatorData: base64url(shown.response.authenticatorData),
    clientDataJSON: base64url(shown.response.clientDataJSON),
    signature: base64url(shown.response.signature),
    userHandle: shown.response.userHandle ? base64url(shown.response.userHandle) : undefined,
  });
}

function inJson(credential, response) {
  return JSON.stringify({
    id: credential.id,
    rawId: base64url(credential.rawId),
    type: credential.type,
    response,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment,
  });
}

async function send(event) {
  event.preventDefault();
  fault.textContent = "";
  try {
    form.elements.credential.value = await (form.dataset.passkey === "create" ? create() : get());
    form.submit();
  } catch {
    fault.textContent = fault.dataset.fault; // refused, interrupted or too slow: the page says what else works
  }
}

if (form && window.PublicKeyCredential) {
  form.hidden = false;
  form.addEventListener("submit", send);
}
