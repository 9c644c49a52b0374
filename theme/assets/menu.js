// Everything that unfolds. Closes an open menu or filter panel when the reader turns elsewhere; opening needs no script.
// In the header a switch stands beside what it shows: the whole header is its own ground.
const panels = () => document.querySelectorAll("details[name][open]");
const ground = (panel) => panel.closest(".fold-out") ? panel.parentElement : panel;

addEventListener("click", (event) => {
  for (const panel of panels()) if (!ground(panel).contains(event.target)) panel.open = false;
});

addEventListener("keydown", (event) => {
  if (event.key !== "Escape") return;
  for (const panel of panels()) {
    const inside = ground(panel).contains(document.activeElement);
    panel.open = false;
    if (inside) panel.querySelector("summary").focus();
  }
});

// Whoever unfolds the search box wants to type; "/" leads to it (search/search_boxes.js) when it is folded, too.
const find = document.querySelector(".fold-out--find");
find?.addEventListener("toggle", () => find.open && document.querySelector("#find-q").focus());
addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key === "/" && !isTyping && find?.checkVisibility?.()) find.open = true;
});

// A link to something folded away unfolds it; newer browsers do so themselves.
function reveal() {
  const target = document.querySelector(":target");
  const isFolded = target?.closest("details:not([open])");
  for (let each = isFolded; each; each = each.parentElement.closest("details")) each.open = true;
  if (isFolded) target.scrollIntoView();
}
addEventListener("hashchange", reveal);
reveal();
