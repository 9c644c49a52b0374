// Watches the boxes of a page for words that mean danger: silently, at a pause, never while somebody composes.

import { showCard } from "./card.js";
import { findDanger, loadDangers } from "./words.js";

const PAUSE = 350;

/** Shows the card in `place` when what is typed in the box that it belongs to speaks of danger. */
export function watch(place) {
  const box = document.getElementById(place.dataset.danger);
  if (!box) return;
  let timer;
  const look = async () => {
    const table = await loadDangers().catch(() => null);
    if (!table) return;
    const { loadLexicon } = await import("../search/lexicon.js");
    const quick = findDanger(table, box.value);
    if (quick) showCard(place, quick, table);
    await table.more;
    const literal = findDanger(table, box.value);
    showCard(place, literal, table);
    const lexicon = literal ? null : await loadLexicon();
    return lexicon && showCard(place, findDanger(table, box.value, lexicon.sounds), table);
  };
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(look, PAUSE);
  };
  box.addEventListener("input", (event) => (event.isComposing ? clearTimeout(timer) : wait()));
  box.addEventListener("compositionend", wait);
  if (box.value) wait(); // somebody was quicker than this script
}
