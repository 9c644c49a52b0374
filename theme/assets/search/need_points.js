// How likely each kind of need is by the points that signs have for it, or syllables where pinyin is typed: learnt from
// sentences (bench/learn_needs.py).

import { knowsPair, readTables, soundSums, sumsOf } from "../danger/points.js";

const LEAST = 2; // signs of a text that may tell a need
const FEW = 3; // signs of a text of which single ones may tell: of more some neighbours should be known as well
const SURER = 0.5; // or the chance must be so much

/** What tells the chance of each kind in a text and its row of syllables (sounds.js), none where nothing of it is known. */
export function readNeedPoints({ step, ...tables }, bytes) {
  const { signs, sounds } = readTables(tables, bytes);
  return (text, row) => {
    if (row.length < LEAST) return new Map();
    if (row.some(({ text: sign }) => !sign)) return chances(sounds, soundSums(sounds, row), step);
    const found = chances(signs, sumsOf(signs, text), step);
    const isTold = row.length <= FEW || knowsPair(signs, text) || Math.max(...found.values()) >= SURER;
    return isTold ? found : new Map();
  };
}

function chances({ base, kinds }, sums, step) {
  if (sums.every((each, at) => each === base[at])) return new Map();
  const most = Math.max(...sums);
  const grown = sums.map((each) => Math.exp((each - most) * step));
  const total = grown.reduce((sum, each) => sum + each, 0);
  return new Map(kinds.map((kind, at) => [kind, grown[at] / total]));
}
