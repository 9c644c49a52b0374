// The page 紧急求助: its link away hides the page first, and Shift three times does the same. One kind of danger is shown
// without naming it in the address: the history would keep it.

import { armLeaving } from "./leave.js";
import { takeKind } from "./carried_kind.js";

armLeaving(document);
for (const link of document.querySelectorAll(".contents a")) {
  link.addEventListener("click", (event) => {
    event.preventDefault();
    show(link.hash.slice(1));
  });
}
show(takeKind());

function show(kind) {
  const section = kind && document.getElementById(kind);
  if (!section) return;
  section.scrollIntoView();
  section.focus({ preventScroll: true });
}
