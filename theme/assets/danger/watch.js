// Watches the boxes of a page for words that mean danger: silently, at a pause, never while somebody composes.

import { showCard } from "./card.js";
import { findDanger, loadDangers } from "./words.js";

const PAUSE = 350;
/** Whether somebody who has typed before this script came is composing, nobody can say: it waits for longer. */
const LATE = 1500;

/** Shows the card in `place` when what is typed in the box that it belongs to speaks of danger. */
export function watch(place) {
  const box = document.getElementById(place.dataset.danger);
  if (!box) return;
  let timer;
  let isComposing = false;
  const show = (danger, table) => isComposing || showCard(place, danger, table);
  const look = async () => {
    const table = await loadDangers().catch(() => null);
    if (!table) return;
    const { loadLexicon } = await import("../search/lexicon.js");
    const quick = findDanger(table, box.value);
    if (quick) show(quick, table);
    await table.more;
    const literal = findDanger(table, box.value);
    show(literal, table);
    const lexicon = literal ? null : await loadLexicon();
    return lexicon && show(findDanger(table, box.value, lexicon.sounds), table);
  };
  const wait = (pause = PAUSE) => {
    clearTimeout(timer);
    timer = setTimeout(look, pause);
  };
  const hear = (event) => {
    isComposing = event.type === "compositionstart" || (event.type === "input" && event.isComposing);
    if (isComposing) clearTimeout(timer);
    else wait();
  };
  for (const kind of ["input", "compositionstart", "compositionend"]) box.addEventListener(kind, hear);
  box.addEventListener("click", () => box.scrollIntoView({ block: "nearest" })); // with its margin (danger.css), which a key's focus keeps by itself
  if (box.value) wait(document.activeElement === box ? LATE : PAUSE); // somebody was quicker than this script
}
