// Shows how far a file has come, and keeps it chosen when the connection is cut; without
// this script the form is sent like any other.
const MEGABYTE = 1024 * 1024;

function follow(form) {
  const way = form.querySelector("[data-upload-way]");
  const bar = way.querySelector("progress");
  const words = way.querySelector("[data-upload-words]");
  const fault = form.querySelector("[data-upload-fault]");
  const press = form.querySelector(".form-end button");
  let sending;

  // What the page said of the try before this one holds no more: one fault at a time.
  function forget() {
    document.querySelector("[data-error-summary]")?.remove();
    for (const old of form.querySelectorAll(".field-error:not([data-upload-fault])")) old.remove();
    for (const field of form.querySelectorAll(".field-wrong")) field.classList.remove("field-wrong");
    for (const box of form.querySelectorAll("[aria-invalid]")) box.removeAttribute("aria-invalid");
  }

  // What workspace.js does to a form that leaves its page: this one stays.
  function release() {
    delete form.dataset.sending;
    for (const button of form.querySelectorAll("[aria-disabled]")) button.removeAttribute("aria-disabled");
  }

  function end(sentence) {
    sending = undefined;
    release();
    way.hidden = true;
    press.disabled = false;
    fault.textContent = sentence;
    fault.hidden = false;
    press.focus();
  }

  function tell(progress) {
    if (!progress.lengthComputable) return;
    bar.value = (100 * progress.loaded) / progress.total;
    const [part, whole] = [progress.loaded, progress.total].map((size) => (size / MEGABYTE).toFixed(1));
    words.textContent = form.dataset.sent.replace("{part}", part).replace("{whole}", whole);
  }

  function answered() {
    const said = sending.response;
    if (sending.status === 200 && said?.go) {
      sending = undefined;
      location.assign(said.go);
    } else if (sending.status === 422 && said?.errors) {
      end(said.errors.join(" "));
    } else {
      end(form.dataset.refused);
    }
  }

  form.addEventListener("submit", (event) => {
    const chosen = form.querySelector("input[type=file]");
    // What waits on the server is short to send, and nothing chosen is told by the page.
    if (!chosen.files.length) return;
    event.preventDefault();
    if (sending) return;
    sending = new XMLHttpRequest();
    sending.open("POST", form.action);
    sending.responseType = "json";
    sending.setRequestHeader("X-Upload", "followed");
    sending.upload.addEventListener("progress", tell);
    sending.upload.addEventListener("load", () => {
      words.textContent = form.dataset.arrived;
    });
    sending.addEventListener("load", answered);
    sending.addEventListener("error", () => end(form.dataset.cut));
    sending.addEventListener("abort", () => end(form.dataset.stopped));
    forget();
    fault.hidden = true;
    bar.value = 0;
    words.textContent = "";
    way.hidden = false;
    press.disabled = true;
    sending.send(new FormData(form));
  });
  way.querySelector("[data-upload-stop]").addEventListener("click", () => sending?.abort());
  addEventListener("beforeunload", (event) => {
    if (sending) event.preventDefault();
  });
}

for (const form of document.querySelectorAll("form[data-upload]")) follow(form);
