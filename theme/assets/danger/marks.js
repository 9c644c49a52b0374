// Reads the marks of a table of points and the points of each (generator/features/danger/points.py).

import { readBits } from "./bits.js";

const REST = 3; // bits in which the rest of a distance is told
const FAR = 15; // ones of a distance, and kinds, that are told apart
const HIGH = 7; // steps that are
const MORE = 0; // the first of each sort of question
const FURTHER = 1;
const BITS = FURTHER + FAR + 1;
const MEANT = BITS + 2 ** REST;
const LESS = MEANT + (FAR + 1) * 4 * 3;
const HIGHER = LESS + (FAR + 1) * 3;
const QUESTIONS = HIGHER + 2 * (HIGH + 1);

/** The points of each mark, one for each of `kinds`; the first kind is that of no danger. */
export function readMarks(packed, kinds, steps) {
  const ask = readBits(Uint8Array.from(atob(packed), (each) => each.charCodeAt(0)), QUESTIONS);
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
  const of = new Map();
  for (let mark = -1; ask(MORE); ) {
    mark += 1 + ones(FURTHER, FAR) * 2 ** REST + rest();
    of.set(mark, readPoints(ask, ones, kinds, steps));
  }
  return of;
}

/** What is said of a kind depends on how many had points before it and on what none of them being meant has. */
function readPoints(ask, ones, kinds, steps) {
  const points = [];
  let found = 0;
  for (let at = 0; at < kinds; at += 1) {
    const quiet = Math.sign(points[0] ?? 0) + 1;
    const kind = Math.min(at, FAR);
    if (!ask(MEANT + (kind * 4 + Math.min(found, 3)) * 3 + quiet)) {
      points.push(0);
      continue;
    }
    found += 1;
    const sign = ask(LESS + kind * 3 + quiet) ? -1 : 1;
    points.push(sign * steps[ones(HIGHER + (at ? HIGH + 1 : 0), HIGH)]);
  }
  return points;
}
