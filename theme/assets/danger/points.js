// Hears a danger by points that signs, pairs of signs and groups of words have for each kind, learnt from sentences
// (bench/learn_danger.py); bench/danger_points.py does the same again.

import { readStemmed } from "../search/packed.js";
import { runs } from "../search/pairs.js";

const USUAL = 12; // signs of a text in which everything counts as it is written: in a longer one each counts less
const SHORTEST = 4;
const LONGEST = 60;
const QUIET = ""; // the kind of what is no danger

/**
 * The points as they were compiled: `base` by kind, `said` for a kind of which a phrase was heard, `rows` of
 * `[kind, points, words]`; `groups` are lists of words by name.
 */
export function readPoints({ base, said, rows }, groups) {
  const of = new Map();
  for (const [kind, points, words] of rows) {
    for (const word of readStemmed(words)) {
      if (!of.has(word)) of.set(word, []);
      of.get(word).push([kind, points]);
    }
  }
  return { base: Object.entries(base), said, of, groups: Object.entries(groups) };
}

/** The kind of danger with the most points, or nothing where none of them being meant has as many; of `kinds` a phrase was heard. */
export function kindOf({ base, said, of, groups }, text, kinds = []) {
  const written = runs(text).filter(({ han }) => han).map((run) => Array.from(run.text));
  const signs = written.reduce((sum, run) => sum + run.length, 0);
  const share = Math.sqrt(USUAL / Math.min(Math.max(signs, SHORTEST), LONGEST));
  const sums = new Map(base);
  for (const feature of featuresOf(written, text, groups)) {
    for (const [kind, points] of of.get(feature) ?? []) sums.set(kind, sums.get(kind) + share * points);
  }
  for (const kind of new Set(kinds)) sums.set(kind, sums.get(kind) + said);
  const [best, most] = Array.from(sums).reduce((one, other) => (other[1] > one[1] ? other : one));
  return most > sums.get(QUIET) ? best : null;
}

/** Each sign, each pair of neighbours, each group of which a word stands here, and each two such groups. */
function featuresOf(written, text, groups) {
  const heard = groups.filter(([, words]) => words.some((word) => text.includes(word))).map(([name]) => name).sort();
  const together = heard.flatMap((one, at) => heard.slice(at + 1).map((other) => `${one}_${other}`));
  const signs = written.flatMap((run) => run.flatMap((sign, at) => (at + 1 < run.length ? [sign, sign + run[at + 1]] : [sign])));
  return new Set([...signs, ...heard, ...together]);
}
