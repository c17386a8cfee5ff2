// «Salir rápido»: the link works by itself; here it also leaves no way back to this
// page, and pressing Escape three times does the same.
const link = document.querySelector("[data-quick-exit]");
let presses = 0;

function leave(event) {
  event.preventDefault();
  document.documentElement.hidden = true;
  window.location.replace(link.href);
}

if (link) {
  link.addEventListener("click", leave);
  document.addEventListener("keydown", (event) => {
    presses = event.key === "Escape" ? presses + 1 : 0;
    if (presses === 3) leave(event);
  });
}
