// Reads the marks of a table of points and the points of each (generator/base/point_marks.py).

import { readBits } from "./bits.js";

const REST = 3; // bits in which the rest of a distance is told
const FAR = 15; // ones of a distance that are told apart
const HIGH = 7; // steps that are
const MORE = 0; // the first of each sort of question
const FURTHER = 1;
const BITS = FURTHER + FAR + 1;
const MEANT = BITS + 2 ** REST;
const FOUND = 4; // kinds with points before it that are told apart
const LEANINGS = 3; // what the first kind has: less than nothing, nothing, or points

/** The points of each mark, one for each of so many kinds. */
export function readMarks(packed, kinds, steps) {
  const less = MEANT + kinds * FOUND * LEANINGS;
  const higher = less + kinds * LEANINGS;
  const ask = readBits(packed, higher + 2 * (HIGH + 1));
  const ones = (question, most) => {
    let count = 0;
    while (ask(question + Math.min(count, most))) count += 1;
    return count;
  };
  const rest = () => {
    let node = 1;
    for (let bit = 0; bit < REST; bit += 1) node = node * 2 + Number(ask(BITS + node));
    return node - 2 ** REST;
  };
  const points = () => {
    const row = [];
    let found = 0;
    for (let at = 0; at < kinds; at += 1) {
      const leaning = Math.sign(row[0] ?? 0) + 1;
      if (!ask(MEANT + (at * FOUND + Math.min(found, FOUND - 1)) * LEANINGS + leaning)) {
        row.push(0);
        continue;
      }
      found += 1;
      const sign = ask(less + at * LEANINGS + leaning) ? -1 : 1;
      row.push(sign * steps[ones(higher + (at ? HIGH + 1 : 0), HIGH)]);
    }
    return row;
  };
  const of = new Map();
  for (let mark = -1; ask(MORE); ) {
    mark += 1 + ones(FURTHER, FAR) * 2 ** REST + rest();
    of.set(mark, points());
  }
  return of;
}
