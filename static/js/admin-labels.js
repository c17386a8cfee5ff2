// Select2, which Django admin uses for long lists, gives its fields no name that a
// screen reader can say: https://github.com/select2/select2/issues/3744

function nameField(select) {
  const box = select.nextElementSibling?.querySelector("[role=combobox]");
  const label = select.labels?.[0]?.textContent.trim().replace(/:$/, "");
  if (!box || !label || box.dataset.named) return;
  const chosen = box.querySelector(".select2-selection__rendered");
  if (chosen) {
    chosen.removeAttribute("role");
    chosen.removeAttribute("aria-readonly");
  }
  box.dataset.named = "true";
  box.setAttribute("aria-label", label);
  box.removeAttribute("aria-labelledby");
  if (chosen?.id) {
    const named = document.createElement("span");
    named.id = `${chosen.id}-label`;
    named.className = "visually-hidden";
    named.textContent = label;
    box.after(named);
    box.setAttribute("aria-labelledby", `${named.id} ${chosen.id}`);
    box.removeAttribute("aria-label");
  }
}

function nameAll() {
  document.querySelectorAll("select.admin-autocomplete").forEach(nameField);
  document
    .querySelectorAll(".select2-search__field:not([aria-label])")
    .forEach((field) => field.setAttribute("aria-label", document.title));
}

new MutationObserver(nameAll).observe(document.documentElement, {
  childList: true,
  subtree: true,
});
