// Select2, which Django admin uses for long lists, gives its fields no name that a
// screen reader can say: https://github.com/select2/select2/issues/3744

function nameField(select) {
  const box = select.nextElementSibling?.querySelector("[role=combobox]");
  const label = select.labels?.[0]?.textContent.trim().replace(/:$/, "");
  if (!box || !label) return;
  const chosen = box.querySelector(".select2-selection__rendered");
  if (select.multiple) {
    box.querySelectorAll("ul, li").forEach((part) => part.setAttribute("role", "none"));
  } else {
    chosen?.removeAttribute("role");
    chosen?.removeAttribute("aria-readonly");
  }
  const text = select.multiple ? "" : chosen?.textContent.replace("×", "").trim();
  box.removeAttribute("aria-labelledby");
  box.setAttribute("aria-label", text ? `${label}: ${text}` : label);
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
