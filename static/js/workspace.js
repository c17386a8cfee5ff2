// Enhances the signed-in screens. Everything here also works without it.

const SAVE_EVERY = 15000;
const LONGEST_SIDE = 1600;
const PATIENCE = 10000;

for (const summary of document.querySelectorAll("[data-error-summary]")) {
  summary.focus();
}

// --- one press, one post -------------------------------------------------
function release(form) {
  delete form.dataset.sending;
  for (const button of form.querySelectorAll("[aria-disabled]")) {
    button.removeAttribute("aria-disabled");
  }
}

for (const form of document.querySelectorAll("form")) {
  form.addEventListener("submit", (event) => {
    if (form.dataset.sending) {
      event.preventDefault();
      return;
    }
    form.dataset.sending = "yes";
    // After the submitter's own name and value have been taken into the post.
    setTimeout(() => {
      for (const button of form.querySelectorAll("button.button:not([type=button])")) {
        button.setAttribute("aria-disabled", "true");
      }
    });
    // An answer that is a file leaves the page where it was.
    setTimeout(() => release(form), PATIENCE);
  });
}

// A page taken from the browser's memory by its Back button must be usable.
addEventListener("pageshow", (event) => {
  if (event.persisted) document.querySelectorAll("form[data-sending]").forEach(release);
});

// --- drafts saved by themselves ------------------------------------------
function textOf(form) {
  const entries = new FormData(form);
  const pairs = new URLSearchParams();
  for (const [name, value] of entries) {
    if (typeof value === "string") pairs.append(name, value);
  }
  return pairs;
}

function fingerprint(pairs) {
  const copy = new URLSearchParams(pairs);
  copy.delete("version");
  copy.delete("csrfmiddlewaretoken");
  return copy.toString();
}

class Autosave {
  constructor(form) {
    this.form = form;
    this.status = document.querySelector("[data-autosave-status]");
    this.saved = fingerprint(textOf(form));
    this.busy = false;
    setInterval(() => this.save(), SAVE_EVERY);
    addEventListener("online", () => this.save());
    addEventListener("offline", () => this.say("Offline"));
    document.addEventListener("visibilitychange", () => {
      if (document.visibilityState === "hidden") this.save();
    });
  }

  say(kind, message) {
    if (!this.status) return;
    const words = message ?? this.form.dataset[`autosave${kind}`] ?? "";
    this.status.classList.toggle("unsaved", kind !== "Saved");
    if (this.status.textContent !== words) this.status.textContent = words;
  }

  // The session ended: the text stays here while the person signs in beside it.
  askToSignIn(told) {
    if (this.status?.querySelector("a")) return;
    this.say("Ended", told.message);
    const link = document.createElement("a");
    link.href = told.sign_in;
    link.target = "_blank";
    link.textContent = told.words;
    this.status?.append(" ", link);
  }

  async save() {
    if (this.busy || this.form.dataset.sending) return;
    const pairs = textOf(this.form);
    const now = fingerprint(pairs);
    if (now === this.saved) return;
    if (!navigator.onLine) {
      this.say("Offline");
      return;
    }
    this.busy = true;
    pairs.append("autosave", "1");
    try {
      const answer = await fetch(this.form.dataset.autosaveUrl, {
        method: "POST",
        body: pairs,
        keepalive: true,
        credentials: "same-origin",
        headers: { Accept: "application/json" },
      });
      await this.read(answer, now);
    } catch {
      this.say("Offline");
    } finally {
      this.busy = false;
    }
  }

  async read(answer, now) {
    const isJson = answer.headers.get("Content-Type")?.startsWith("application/json");
    const told = isJson ? await answer.json() : {};
    if (told.sign_in) {
      this.askToSignIn(told);
      return;
    }
    if (told.token) {
      // Signed in again beside this page, whose forms carry the token of before.
      for (const field of document.getElementsByName("csrfmiddlewaretoken")) {
        field.value = told.token;
      }
      setTimeout(() => this.save());
      return;
    }
    if (!answer.ok || !isJson) {
      this.say("Failed", told.message);
      return;
    }
    this.saved = now;
    const version = this.form.elements.namedItem("version");
    if (version && told.version !== undefined) version.value = told.version;
    this.say("Saved", told.message);
  }
}

for (const form of document.querySelectorAll("form[data-autosave]")) {
  new Autosave(form);
}

// --- today and yesterday ---------------------------------------------------
for (const field of document.querySelectorAll("[data-date-quick]")) {
  const boxes = field.querySelectorAll("input[type=text]");
  const buttons = field.querySelectorAll("[data-days-ago]");
  const partsOf = (button) => {
    const day = new Date();
    day.setDate(day.getDate() - Number(button.dataset.daysAgo));
    return [day.getDate(), day.getMonth() + 1, day.getFullYear()];
  };
  const mark = () => {
    for (const button of buttons) {
      const parts = partsOf(button);
      const same = parts.every((part, index) => Number(boxes[index].value) === part);
      button.setAttribute("aria-pressed", String(same));
    }
  };
  for (const button of buttons) {
    button.addEventListener("click", () => {
      partsOf(button).forEach((part, index) => {
        boxes[index].value = part;
      });
      mark();
    });
  }
  field.addEventListener("input", mark);
  field.querySelector(".date-quick").hidden = false;
  mark();
}

// --- photos made smaller before they travel --------------------------------
async function smaller(file) {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" });
  const scale = Math.min(1, LONGEST_SIDE / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(picture.width * scale);
  canvas.height = Math.round(picture.height * scale);
  canvas.getContext("2d").drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  const blob = await new Promise((done) => canvas.toBlob(done, "image/jpeg", 0.82));
  if (!blob || blob.size >= file.size) return file;
  const name = file.name.replace(/\.\w+$/, "") + ".jpg";
  return new File([blob], name, { type: "image/jpeg" });
}

for (const input of document.querySelectorAll('input[type=file][accept^="image/"]')) {
  input.addEventListener("change", async () => {
    const chosen = [...input.files];
    const transfer = new DataTransfer();
    for (const file of chosen) {
      const isPhoto = /^image\/(jpeg|png|webp)$/.test(file.type);
      // A picture the browser cannot read goes as it is: the portal says why it is refused.
      transfer.items.add(isPhoto ? await smaller(file).catch(() => file) : file);
    }
    // The person may have chosen again while the pictures were being drawn.
    if (chosen.every((file, index) => file === input.files[index])) {
      input.files = transfer.files;
    }
  });
}

// --- what is asked about a photo, once there is one --------------------------
for (const box of document.querySelectorAll("[data-photo-box]")) {
  const input = box.querySelector("input[type=file]");
  const more = box.querySelector("[data-photo-more]");
  const show = () => {
    const there = input.files.length || box.querySelector("[data-kept-file]");
    more.hidden = !there && !more.querySelector("[aria-invalid], :checked");
  };
  input.addEventListener("change", show);
  show();
}

// --- copy a text, print a sheet ----------------------------------------------
for (const button of document.querySelectorAll("[data-copy]")) {
  const source = document.getElementById(button.dataset.copy);
  if (!source || !navigator.clipboard) continue;
  button.hidden = false;
  button.addEventListener("click", async () => {
    await navigator.clipboard.writeText(source.value ?? source.textContent.trim());
    button.textContent = button.dataset.copied;
  });
}

for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => print());
}

// --- a list that changes by itself ----------------------------------------
async function freshen(part) {
  if (document.hidden) return;
  try {
    const answer = await fetch(location.href);
    if (!answer.ok) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const fresh = page.getElementById(part.id);
    if (!fresh) return;
    part.replaceChildren(...fresh.childNodes);
    if (!fresh.dataset.freshEvery) clearInterval(part.timer);
  } catch {
    // No line now: the link below does the same later.
  }
}

for (const part of document.querySelectorAll("[data-fresh-every]")) {
  part.timer = setInterval(freshen, Number(part.dataset.freshEvery), part);
}
