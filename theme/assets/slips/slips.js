// Prints a slip and empties it: by the button, and whenever the page is left, so that nothing stays on a shared computer.
// Nothing is sent and nothing is stored; the fields have no names and stand in no form.

const fields = document.querySelectorAll("[data-slip] input, [data-slip] textarea");

function clear() {
  for (const field of fields) {
    field.value = "";
    field.checked = false;
  }
}

for (const place of document.querySelectorAll("[data-slip-buttons]")) {
  place.hidden = false;
  place.querySelector("[data-slip-print]").addEventListener("click", () => print());
  place.querySelector("[data-slip-clear]").addEventListener("click", clear);
}
addEventListener("pagehide", clear);
addEventListener("pageshow", (event) => event.persisted && clear());
