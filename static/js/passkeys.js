// Passkeys: makes one or uses one, then posts what the device answered.
// Without this script the page says so and offers the other ways.

const fromText = (text) => {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (sign) => sign.charCodeAt(0));
};

const toText = (buffer) =>
  btoa(String.fromCharCode(...new Uint8Array(buffer)))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");

const named = (list) => list?.map((each) => ({ ...each, id: fromText(each.id) }));

function optionsOf(given) {
  const options = { ...given, challenge: fromText(given.challenge) };
  if (given.user) options.user = { ...given.user, id: fromText(given.user.id) };
  if (given.excludeCredentials) options.excludeCredentials = named(given.excludeCredentials);
  if (given.allowCredentials) options.allowCredentials = named(given.allowCredentials);
  return options;
}

function answerOf(made) {
  const { response } = made;
  const answer = { clientDataJSON: toText(response.clientDataJSON) };
  for (const part of ["attestationObject", "authenticatorData", "signature", "userHandle"]) {
    if (response[part]) answer[part] = toText(response[part]);
  }
  return {
    id: made.id,
    rawId: toText(made.rawId),
    type: made.type,
    response: answer,
    clientExtensionResults: made.getClientExtensionResults(),
  };
}

// Without a password the device itself must know whose finger it is.
function askForMore(options) {
  options.authenticatorSelection = {
    ...options.authenticatorSelection,
    residentKey: "required",
    requireResidentKey: true,
    userVerification: "required",
  };
}

async function given(form) {
  if (!form.dataset.passkeyUrl) {
    return JSON.parse(document.getElementById("passkey-options").textContent);
  }
  const answer = await fetch(form.dataset.passkeyUrl, {
    credentials: "same-origin",
    headers: { Accept: "application/json" },
  });
  if (!answer.ok) throw new Error(`${answer.status}`);
  return (await answer.json()).request_options;
}

async function ask(form) {
  const options = optionsOf((await given(form)).publicKey);
  if (form.dataset.passkey === "get") {
    return navigator.credentials.get({ publicKey: options });
  }
  if (form.elements.namedItem("passwordless")?.checked) askForMore(options);
  return navigator.credentials.create({ publicKey: options });
}

for (const form of document.querySelectorAll("form[data-passkey]")) {
  if (!window.PublicKeyCredential || !navigator.credentials) continue;
  const trouble = form.querySelector("[data-passkey-trouble]");
  const box = form.elements.namedItem("credential");
  form.hidden = false;
  form.querySelector("[data-passkey-button]").hidden = false;
  trouble.hidden = true;
  trouble.querySelector("[data-passkey-unable]").hidden = true;
  // Before the common script, which takes a second press for a mistake.
  form.addEventListener(
    "submit",
    async (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      trouble.hidden = true;
      try {
        box.value = JSON.stringify(answerOf(await ask(form)));
        form.submit();
      } catch {
        trouble.hidden = false;
        trouble.querySelector("[data-passkey-stopped]").hidden = false;
        trouble.focus();
      }
    },
    { capture: true },
  );
}
