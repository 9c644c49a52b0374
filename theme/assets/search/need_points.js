// How likely each kind of need is by the points that signs have for it, learnt from sentences (bench/learn_needs.py).

import { readTable, sumsOf } from "../danger/points.js";

/** What tells the chance of each kind, none where nothing is known, by the points as they were compiled; `step` is what a point counts. */
export function readNeedPoints({ step, steps, ...table }) {
  const points = readTable(table, steps);
  return (text) => {
    const sums = sumsOf(points, text);
    const isHeard = sums.some((each, at) => each !== points.base[at]);
    return isHeard ? chances(points.kinds, sums.map((each) => each * step)) : new Map();
  };
}

function chances(kinds, sums) {
  const most = Math.max(...sums);
  const grown = sums.map((each) => Math.exp(each - most));
  const total = grown.reduce((sum, each) => sum + each, 0);
  return new Map(kinds.map((kind, at) => [kind, grown[at] / total]));
}
