// «Recortar o tapar»: draw over the photo, move with the arrows, see the cut.
// Without this the squares are ticked one by one and the cut is seen afterwards.

const SIDES = ["top", "right", "bottom", "left"];

for (const form of document.querySelectorAll("form[data-cover]")) {
  const grid = form.querySelector("[data-cover-grid]");
  form.querySelector("[data-cover-hint]").hidden = false;
  const boxes = [...grid.querySelectorAll("input")];
  const columns = Number(grid.dataset.coverGrid);
  const placeOf = (box) => {
    const index = boxes.indexOf(box);
    return { column: index % columns, row: Math.floor(index / columns) };
  };

  // --- the keyboard: one stop for the whole grid ---------------------------
  const hold = (box) => {
    for (const each of boxes) each.tabIndex = each === box ? 0 : -1;
  };
  hold(boxes.find((box) => box.checked) ?? boxes[0]);
  grid.addEventListener("focusin", (event) => hold(event.target));
  grid.addEventListener("keydown", (event) => {
    const { column, row } = placeOf(event.target);
    const steps = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    const to = { column: column + step[0], row: row + step[1] };
    if (to.column < 0 || to.column >= columns) return;
    boxes[to.row * columns + to.column]?.focus();
  });

  // --- a mouse or a pen draws a rectangle; a finger ticks and scrolls --------
  let from = null;
  let tick = true;
  let before = [];
  const draw = (box) => {
    const [a, b] = [placeOf(from), placeOf(box)];
    const inside = (value, one, other) => value >= Math.min(one, other) && value <= Math.max(one, other);
    boxes.forEach((each, index) => {
      const here = placeOf(each);
      const drawn = inside(here.column, a.column, b.column) && inside(here.row, a.row, b.row);
      each.checked = drawn ? tick : before[index];
    });
  };
  grid.addEventListener("pointerdown", (event) => {
    if (event.pointerType === "touch" || event.button || !boxes.includes(event.target)) return;
    from = event.target;
    tick = !from.checked;
    before = boxes.map((box) => box.checked);
    draw(from);
    from.focus();
    event.preventDefault();
  });
  // The square under the press was ticked already: its own click would undo it.
  grid.addEventListener("click", (event) => {
    if (from && event.detail) event.preventDefault();
  });
  document.addEventListener("pointermove", (event) => {
    if (!from || !event.buttons) return;
    const box = document.elementFromPoint(event.clientX, event.clientY);
    if (boxes.includes(box)) draw(box);
  });
  document.addEventListener("pointerup", () => {
    setTimeout(() => {
      from = null;
    });
  });

  // --- what is left after the cut --------------------------------------------
  const frame = form.querySelector("[data-cover-frame]");
  const show = () => {
    let cut = 0;
    for (const side of SIDES) {
      const part = Number(form.elements.namedItem(side).value) || 0;
      frame.style.setProperty(side, `${part}%`);
      cut += part;
    }
    frame.hidden = !cut;
  };
  for (const side of SIDES) form.elements.namedItem(side).addEventListener("change", show);
  show();
}
