// Asks before somebody leaves a form marked data-warn with what they did not save. A
// shared computer keeps nothing of what was typed, so nothing is stored in the browser.

function contentOf(form) {
  const told = [...new FormData(form)].map(([name, value]) =>
    typeof value === "string" ? [name, value] : [name, value.size ? value.name : ""],
  );
  return JSON.stringify(told);
}

for (const form of document.querySelectorAll("form[data-warn]")) {
  // What came back with an error was never saved.
  const unsaved = Boolean(form.querySelector("[aria-invalid=true]"));
  const asShown = contentOf(form);
  let leaving = false;
  form.addEventListener("submit", () => {
    leaving = true;
  });
  for (const link of form.querySelectorAll(".form-end a")) {
    link.addEventListener("click", () => {
      leaving = true;
    });
  }
  addEventListener("pageshow", () => {
    leaving = false;
  });
  addEventListener("beforeunload", (event) => {
    if (!leaving && (unsaved || contentOf(form) !== asShown)) event.preventDefault();
  });
}
