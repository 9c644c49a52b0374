// Reads the marks of a table of points and the points of each (generator/base/point_marks.py).

import { readBits } from "./bits.js";

const REST = 3; // bits in which the rest of a distance is told
const FAR = 15; // ones of a distance that are told apart
const HIGH = 7; // steps that are
const MORE = 0; // the first of each sort of question
const FURTHER = 1;
const BITS = FURTHER + FAR + 1;
const MEANT = BITS + 2 ** REST;
const TOLD = 4; // kinds with points, and with less than nothing, that are told apart
const STATES = 1 + TOLD * TOLD; // what was said of the kinds before: nothing yet, or how many had points and how many less than nothing

/** The points of each mark, one for each of so many kinds. */
export function readMarks(packed, kinds, steps) {
  const less = MEANT + kinds * STATES;
  const higher = less + STATES;
  const ask = readBits(packed, higher + STATES * 2 * (HIGH + 1));
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
    const counts = [0, 0]; // with points, and with less than nothing
    for (let at = 0; at < kinds; at += 1) {
      const [more, fewer] = counts.map((count) => Math.min(count, TOLD - 1));
      const state = at ? 1 + more * TOLD + fewer : 0;
      if (!ask(MEANT + at * STATES + state)) {
        row.push(0);
        continue;
      }
      const isLess = Number(ask(less + state));
      const step = steps[ones(higher + (state * 2 + isLess) * (HIGH + 1), HIGH)];
      counts[isLess] += 1;
      row.push(isLess ? -step : step);
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
