// The search box at the head of every page: "/" leads to it, and what a search needs is fetched while somebody types.
// Lists with filters learn to combine them.

const box = document.querySelector("[data-search] input[name=q]") ?? document.querySelector("#find-q");

addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});

addEventListener("focusin", function warm(event) {
  if (!event.target.matches("input[name=q]")) return;
  removeEventListener("focusin", warm);
  Promise.all([import("./index.js"), import("./search.js")]).then(([{ warmIndex }]) => warmIndex()).catch(() => {});
});

if (document.querySelector("[data-combine]")) import("./listing.js");
