// Leads away at once from a page that somebody must not see: by the link, or by pressing Shift three times.
// The link works without this script; the history is not erased, and the page 紧急求助 says so.

const TIMES = 3;
const WITHIN = 5000; // milliseconds between two presses
let armed = false;

/** Lets the links inside `place` hide the page before they lead away. */
export function armLeaving(place) {
  for (const link of place.querySelectorAll("[data-leave]")) link.addEventListener("click", go);
  if (armed) return;
  armed = true;
  let pressed = 0;
  let last = 0;
  addEventListener("keyup", (event) => {
    if (event.key !== "Shift") return (pressed = 0);
    pressed = event.timeStamp - last < WITHIN ? pressed + 1 : 1;
    last = event.timeStamp;
    if (pressed >= TIMES) leave(document.querySelector("[data-leave]")?.href);
    return pressed;
  });
  addEventListener("pageshow", () => document.documentElement.classList.remove("is-leaving"));
}

function go(event) {
  event.preventDefault();
  leave(event.currentTarget.href);
}

function leave(address) {
  if (!address) return;
  document.documentElement.classList.add("is-leaving");
  document.title = "";
  location.replace(address);
}
