// Passkeys: forms marked with data-passkey="create" or "get". The browser's answer is sent in their field `credential`.
// What it is asked stands in #passkey-options, or is fetched from the form's own address.

const { webauthnJSON } = window;

async function optionsFor(form) {
  const given = document.getElementById("passkey-options");
  if (form.dataset.passkeyOptions !== "fetch") return JSON.parse(given.textContent);
  const answer = await fetch(form.action, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`options: ${answer.status}`);
  return answer.json();
}

async function ask(form) {
  const options = await optionsFor(form);
  if (form.dataset.passkey === "get") return webauthnJSON.get(options.request_options);
  const creation = options.creation_options;
  const wish = creation.publicKey.authenticatorSelection;
  wish.residentKey = "preferred"; // so that it can log in alone
  wish.requireResidentKey = false;
  return webauthnJSON.create(creation);
}

function tell(form, kind) {
  for (const box of form.querySelectorAll("[data-passkey-failed]")) {
    box.hidden = box.dataset.passkeyFailed !== kind;
  }
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  const answer = form.elements.namedItem("credential");
  if (!webauthnJSON?.supported()) {
    tell(form, "unsupported");
    continue;
  }
  for (const part of form.querySelectorAll("[data-passkey-supported]")) part.hidden = false;
  let answered = false;
  form.addEventListener("submit", async (event) => {
    if (answered) return;
    event.preventDefault();
    tell(form, "");
    try {
      answer.value = JSON.stringify(await ask(form));
    } catch (error) {
      tell(form, error.name === "InvalidStateError" ? "known" : "refused");
      return;
    }
    answered = true;
    form.requestSubmit();
    answered = false; // also for whoever comes back to the page
  });
}
