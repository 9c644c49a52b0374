// Hears a danger by points that signs and pairs of signs have for each kind, learnt from sentences
// (bench/learn_danger.py); bench/danger_points.py does the same again.

import { runs } from "../search/pairs.js";

const USUAL = 12; // signs of a text in which everything counts as it is written: in a longer one each counts less
const SHORTEST = 4;
const LONGEST = 60;
const QUIET = ""; // the kind of what is no danger
const MARKS = 65536;
const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;
const REST = 3; // bits in which the rest of a distance is told (generator/features/danger/points.py)

/** The points as they were compiled: `base` by kind, `said` for a kind of which a phrase was heard, `marks` in bits. */
export function readPoints({ base, said, steps, marks }) {
  const kinds = Object.keys(base);
  return { base: Object.values(base), kinds, said, of: readMarks(marks, kinds.length, steps) };
}

/** The points of each mark, one for each of `kinds`. */
function readMarks(packed, kinds, steps) {
  const bytes = Uint8Array.from(atob(packed), (each) => each.charCodeAt(0));
  const end = bytes.length * 8;
  let at = 0;
  const bit = () => (at < end ? (bytes[at >> 3] >> (7 - (at++ & 7))) & 1 : ((at += 1), 0));
  const ones = () => {
    let count = 0;
    while (bit()) count += 1;
    return count;
  };
  const rest = () => Array.from({ length: REST }, bit).reduce((sum, each) => sum * 2 + each, 0);
  const of = new Map();
  for (let mark = -1; ; ) {
    mark += 1 + ones() * 2 ** REST + rest();
    const meant = Array.from({ length: kinds }, bit);
    const points = meant.map((is) => (is ? (bit() ? -1 : 1) * steps[ones()] : 0));
    if (at > end) return of; // what is left of the last byte are ones, which begin a mark but end none
    of.set(mark, points);
  }
}

/** The kind of danger with the most points, or nothing where none of them being meant has as many; of `said` a phrase was heard. */
export function kindOf({ base, kinds, said, of }, text, heard = []) {
  const written = runs(text).filter(({ han }) => han).map((run) => Array.from(run.text));
  const signs = written.reduce((sum, run) => sum + run.length, 0);
  const share = Math.sqrt(USUAL / Math.min(Math.max(signs, SHORTEST), LONGEST));
  const found = Array.from(marksOf(written)).flatMap((mark) => (of.has(mark) ? [of.get(mark)] : []));
  const sums = base.map((each, at) => each + share * found.reduce((sum, points) => sum + points[at], 0) + (heard.includes(kinds[at]) ? said : 0));
  const most = Math.max(...sums.filter((_, at) => kinds[at] !== QUIET));
  return most > sums[kinds.indexOf(QUIET)] ? kinds[sums.indexOf(most)] : null;
}

/** The marks of each sign and of each pair of neighbours. */
function marksOf(written) {
  const signs = written.flatMap((run) => run.flatMap((sign, at) => (at + 1 < run.length ? [sign, sign + run[at + 1]] : [sign])));
  return new Set(signs.map((each) => markOf(each)));
}

/** FNV-1a of one sign or two. */
function markOf(signs) {
  return Array.from(signs).reduce((mark, sign) => Math.imul(mark ^ sign.codePointAt(0), FNV_PRIME) >>> 0, FNV_OFFSET) % MARKS;
}
