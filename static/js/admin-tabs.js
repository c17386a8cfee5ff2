// Turns the groups of fields of each language into tabs; without this they stand
// one below the other. Keys: arrows, Home and End move between tabs.

function hasErrors(panel) {
  return panel.querySelector(".errorlist, .errors") !== null;
}

function select(tabs, chosen, focus) {
  for (const { tab, panel } of tabs) {
    const isChosen = tab === chosen;
    tab.setAttribute("aria-selected", String(isChosen));
    tab.tabIndex = isChosen ? 0 : -1;
    panel.hidden = !isChosen;
  }
  if (focus) chosen.focus();
}

function move(tabs, event) {
  const at = tabs.findIndex(({ tab }) => tab === event.currentTarget);
  const targets = {
    ArrowRight: (at + 1) % tabs.length,
    ArrowLeft: (at - 1 + tabs.length) % tabs.length,
    Home: 0,
    End: tabs.length - 1,
  };
  if (!(event.key in targets)) return;
  event.preventDefault();
  select(tabs, tabs[targets[event.key]].tab, true);
}

function makeTab(fieldset, number) {
  const heading = fieldset.querySelector(".fieldset-heading");
  const panel = document.createElement("div");
  const tab = document.createElement("button");
  panel.className = "language-panel";
  panel.id = `language-panel-${number}`;
  panel.setAttribute("role", "tabpanel");
  tab.type = "button";
  tab.id = `language-tab-${number}`;
  tab.className = "language-tab-button";
  tab.setAttribute("role", "tab");
  tab.setAttribute("aria-controls", panel.id);
  panel.setAttribute("aria-labelledby", tab.id);
  tab.textContent = heading.textContent;
  tab.lang = fieldset.classList.contains("language-en") ? "en" : "es";
  if (hasErrors(fieldset)) tab.classList.add("has-errors");
  fieldset.setAttribute("aria-labelledby", tab.id);
  heading.remove();
  return { tab, panel, fieldset };
}

function makeTabs(fieldsets) {
  const list = document.createElement("div");
  list.className = "language-tabs";
  list.setAttribute("role", "tablist");
  list.setAttribute("aria-label", "Español / English");
  const tabs = fieldsets.map(makeTab);
  fieldsets[0].before(list);
  for (const { tab, panel, fieldset } of tabs) {
    list.append(tab);
    fieldset.before(panel);
    panel.append(fieldset);
    tab.addEventListener("click", () => select(tabs, tab, true));
    tab.addEventListener("keydown", (event) => move(tabs, event));
  }
  const first = tabs.find(({ panel }) => hasErrors(panel)) || tabs[0];
  select(tabs, first.tab, false);
}

function start() {
  const fieldsets = [...document.querySelectorAll("fieldset.language-tab")];
  if (fieldsets.length > 1) makeTabs(fieldsets);
}

if (document.readyState === "loading") {
  document.addEventListener("DOMContentLoaded", start);
} else {
  start();
}
