// The transcript follows the film and jumps in it; without this file its links open the
// page at that second, and the browser's own player does the rest.
const film = document.querySelector("[data-film]");
const said = document.querySelector("[data-film-said]");
const speed = document.querySelector("[data-film-speed]");
const lines = said ? [...said.children] : [];
// As high as the browser's own bar under the picture.
const BAR = 80;
let current = lines.find((line) => line.hasAttribute("aria-current"));

function mark(line) {
  if (line === current) return;
  current?.removeAttribute("aria-current");
  line?.setAttribute("aria-current", "true");
  current = line;
}

function jump(second) {
  film.currentTime = second;
  film.play();
  film.focus({ preventScroll: true });
  film.scrollIntoView({ block: "nearest" });
}

if (film) {
  film.addEventListener("timeupdate", () => {
    const now = film.currentTime;
    mark(lines.find((line) => now >= Number(line.dataset.from) && now < Number(line.dataset.until)));
  });
  // Before its first byte some browsers do nothing when the picture itself is pressed.
  film.addEventListener("click", (press) => {
    if (film.played.length || press.offsetY > film.clientHeight - BAR) return;
    setTimeout(() => film.paused && film.play());
  });
  said?.addEventListener("click", (press) => {
    const link = press.target.closest("a");
    if (!link || press.ctrlKey || press.metaKey || press.shiftKey) return;
    press.preventDefault();
    const second = Number(link.closest("li").dataset.from);
    history.replaceState(null, "", link.href);
    jump(second);
  });
  if (speed) {
    speed.hidden = false;
    speed.querySelector("select").addEventListener("change", (chosen) => {
      film.playbackRate = Number(chosen.target.value);
    });
  }
}
