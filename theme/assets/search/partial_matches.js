// Pages that say some of a sentence, by how rare is what they say of it: BM25 over pairs of characters.

import { pairs } from "./pairs.js";

const PAIRS = 40;
const COMMON = 0.35; // a pair that so many pages hold tells nothing

/**
 * Scores by id: what each page says of the sentence, the best 1; `covered` by id is the share of its rarity said, 0 for
 * what has only one pair of several.
 */
export async function findPartly(index, text) {
  const words = Array.from(new Set(pairs(text).filter((word) => Array.from(word).length > 1))).slice(0, PAIRS);
  const found = await Promise.all(words.map((word) => index.findPhrase([word])));
  const said = new Map();
  const times = new Map();
  let whole = 0;
  for (const pages of found.filter(({ size }) => size <= COMMON * index.places.size)) {
    const rarity = Math.log(1 + (index.places.size - pages.size + 0.5) / (pages.size + 0.5));
    whole += rarity;
    for (const id of pages.keys()) {
      said.set(id, (said.get(id) ?? 0) + rarity);
      times.set(id, (times.get(id) ?? 0) + 1);
    }
  }
  const most = Math.max(0, ...said.values());
  const share = (id) => (times.get(id) > 1 || words.length === 1 ? said.get(id) / whole : 0);
  return {
    scores: new Map(Array.from(said, ([id, rarity]) => [id, rarity / most])),
    covered: new Map(Array.from(said.keys(), (id) => [id, share(id)])),
  };
}
