// The search box at the head of every page: "/" leads to it, and lists with filters learn to combine them.

const box = document.querySelector("[data-search] input[name=q]") ?? document.querySelector("#find-q");

addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});

if (document.querySelector("[data-combine]")) import("./listing.js");
