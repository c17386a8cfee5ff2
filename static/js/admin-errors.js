// Says on top of a form of the administration which fields are wrong, with a link to
// each, and takes the focus there: Django only says that something is.

function linkTo(list) {
  const field = document.getElementById(list.id.replace(/_error$/, ""));
  const control = field?.matches("input, select, textarea")
    ? field
    : (field ?? list.parentElement).querySelector("input, select, textarea");
  if (!control) return null;
  const link = document.createElement("a");
  const label = control.labels?.[0]?.textContent.trim().replace(/:$/, "");
  link.href = `#${control.id}`;
  link.textContent = [label, list.textContent.trim()].filter(Boolean).join(": ");
  link.addEventListener("click", (event) => {
    event.preventDefault();
    const panel = control.closest("[role=tabpanel][hidden]");
    if (panel) document.querySelector(`[aria-controls="${panel.id}"]`)?.click();
    const folded = control.closest("details");
    if (folded) folded.open = true;
    shownFor(control, list).focus();
  });
  return link;
}

// A long list is drawn by Select2: its box takes the focus, and is told what is wrong.
function shownFor(control, list) {
  const box = control.nextElementSibling?.querySelector("[role=combobox]");
  if (!control.matches(".select2-hidden-accessible") || !box) return control;
  box.setAttribute("aria-invalid", "true");
  box.setAttribute("aria-describedby", list.id);
  return box;
}

const note = document.querySelector(".errornote");
const links = [...document.querySelectorAll("ul.errorlist:not(.nonfield)")]
  .map(linkTo)
  .filter(Boolean);
if (note) {
  const list = document.createElement("ul");
  for (const link of links) {
    const item = document.createElement("li");
    item.append(link);
    list.append(item);
  }
  if (links.length) note.append(list);
  note.tabIndex = -1;
  note.setAttribute("role", "alert");
  // Django's own script, loaded beside this one, would take the focus to the first field.
  delete document.getElementById("django-admin-form-add-constants")?.dataset.modelName;
  note.focus();
}
