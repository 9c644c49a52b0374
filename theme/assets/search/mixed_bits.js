// Reads what bench/mixed_bits.py wrote: yes and no where several contexts say how likely each is.

import { WHOLE, readRange } from "../danger/bits.js";

const CONTEXTS = 3;
const SLOTS = 18; // bits of a place in the table of what was met
const SPREAD = 0x9e3779b1;
const KNOWN = 60; // so often met, a context learns no slower any more
const BELIEVED = 8; // steps of how often a context was met that are believed differently
const TRUST = 23000;
const SLOWNESS = 1024;
const EDGE = 2047; // furthest that odds are told, in parts of 256
const CHANCES = 4096;

const SQUASHED = Int16Array.from({ length: 2 * EDGE + 1 }, (_, at) => Math.floor(CHANCES / (1 + Math.exp((EDGE - at) / 256)) + 0.5));
const STRETCHED = stretched();

/** The lowest odds of each chance. */
function stretched() {
  const told = new Int16Array(CHANCES).fill(EDGE);
  let count = 0;
  SQUASHED.forEach((chance, at) => {
    while (count <= chance && count < CHANCES) told[count++] = at - EDGE;
  });
  return told;
}

/** A function that answers the next question, counted from three contexts on, by one of so many `sets` of beliefs. */
export function readMixed(bytes, sets) {
  const ask = readRange(bytes);
  const chances = new Uint16Array(1 << SLOTS).fill(WHOLE / 2);
  const met = new Uint8Array(1 << SLOTS);
  const trust = new Int32Array(sets * CONTEXTS * BELIEVED).fill(TRUST);
  const slots = [0, 0, 0];
  const places = [0, 0, 0];
  const odds = [0, 0, 0];
  return (contexts, question, trusting) => {
    let total = 0;
    for (let at = 0; at < CONTEXTS; at += 1) {
      const slot = Math.imul(contexts[at] + question, SPREAD) >>> (32 - SLOTS);
      slots[at] = slot;
      places[at] = (trusting * CONTEXTS + at) * BELIEVED + Math.min(met[slot], BELIEVED - 1);
      odds[at] = STRETCHED[chances[slot] >> 4];
      total += trust[places[at]] * odds[at];
    }
    const sure = Math.min(Math.max(Math.floor(total / 65536), -EDGE), EDGE);
    const chance = Math.min(Math.max(SQUASHED[sure + EDGE], 1), CHANCES - 1);
    const answer = ask((CHANCES - chance) << 4);
    const wrong = (answer ? CHANCES : 0) - chance;
    for (let at = 0; at < CONTEXTS; at += 1) {
      const slot = slots[at];
      trust[places[at]] += Math.floor((odds[at] * wrong + SLOWNESS / 2) / SLOWNESS);
      chances[slot] += Math.floor((((answer ? WHOLE - 64 : 64) - chances[slot]) * 10) / (10 * met[slot] + 16));
      met[slot] = Math.min(met[slot] + 1, KNOWN);
    }
    return answer;
  };
}
