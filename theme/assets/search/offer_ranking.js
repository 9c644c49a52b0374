// Names and summaries of all offers, to be asked for the words of a sentence at once, without the index: BM25 over pairs.

import { pairs } from "./pairs.js";

const TITLE = 2.2; // how much more the name tells than the summary
const SATURATION = 1.2;

export class Offers {
  #pages = new Map();
  #total;

  /** `rows` are `[title, summary]`. */
  constructor(rows) {
    this.#total = rows.length;
    for (const [title, summary] of rows) {
      const mark = markOf(title);
      for (const [text, weight] of [[title, TITLE], [summary, 1]]) for (const pair of pairs(text)) this.#note(pair, mark, weight);
    }
  }

  #note(pair, mark, weight) {
    if (Array.from(pair).length < 2) return;
    if (!this.#pages.has(pair)) this.#pages.set(pair, new Map());
    const known = this.#pages.get(pair);
    known.set(mark, (known.get(mark) ?? 0) + weight);
  }

  /** By mark, how much of a sentence an offer says; the best 1, if it says something that few others say. */
  scores(sentence) {
    const scores = new Map();
    for (const pair of new Set(pairs(sentence))) {
      const known = this.#pages.get(pair);
      if (!known) continue;
      const rarity = Math.log(1 + (this.#total - known.size + 0.5) / (known.size + 0.5));
      for (const [mark, times] of known) scores.set(mark, (scores.get(mark) ?? 0) + rarity * (times / (times + SATURATION)));
    }
    const most = Math.max(4, ...scores.values());
    return new Map(Array.from(scores, ([mark, score]) => [mark, score / most]));
  }
}

/** What the index knows offers of one name by (generator/features/words/traits.py): FNV-1a in hexadecimal. */
function markOf(title) {
  const mark = Array.from(title).reduce((last, sign) => Math.imul(last ^ sign.codePointAt(0), 16777619) >>> 0, 2166136261);
  return mark.toString(16);
}
