// Reads phrases from the bytes that bench/saying_bits.py made of them, sign by sign in the national character set.

import { readMixed } from "./mixed_bits.js";

const END = 0; // rows that stand for the end, for ASCII and for what is in neither
const LATIN = 1;
const OTHER = 2;
const STEMS = 768; // where questions of stems begin
const NODES = 14; // bits of a question within its context
const CODE = 2 ** NODES - 1;
const SETS = 3 * 16 + 8;

/** The phrases of each group, of which `needs` says for how many signs' likelihood which need counts. */
export function readPhrases(packed, needs) {
  const reader = new Reader(Uint8Array.from(atob(packed), (each) => each.charCodeAt(0)));
  return needs.map((need) => reader.readGroup(need));
}

class Reader {
  #ask;
  #signs = new Map();

  constructor(bytes) {
    this.#ask = readMixed(bytes, SETS);
  }

  readGroup(need) {
    const phrases = [];
    for (let last = []; (last = this.#readPhrase(need, last)).length; ) phrases.push(last.map((code) => this.#signOf(code)).join(""));
    return phrases;
  }

  /** The codes of its signs. */
  #readPhrase(need, last) {
    const stem = this.#number(3, STEMS, [Math.min(last.length, 9), 0, need], 0);
    const phrase = last.slice(0, stem);
    let before = stem ? phrase[stem - 1] & CODE : 1;
    for (let at = stem; ; at += 1) {
      const code = this.#readCode([Math.min(at, 4) * 2 + Number(at === stem), before, need], at > stem ? 8 : 0);
      if (code === END) return phrase;
      phrase.push(code);
      before = code & CODE;
    }
  }

  #readCode(contexts, later) {
    const row = this.#number(7, 0, contexts, 8 + later);
    if (row === END) return END;
    if (row !== OTHER) return row * 128 + this.#number(7, row * 128, contexts, 32 + later);
    const [high, middle, low] = [[7, 384], [7, 512], [2, 640]].map(([bits, first]) => this.#number(bits, first, contexts, 24));
    return 0x10000 | (high << 9) | (middle << 2) | low;
  }

  /** Each bit is a question of its own after those before it. */
  #number(bits, first, contexts, trusting) {
    const told = contexts.map((context, kind) => (((kind + 1) << NODES) + context) * 2 ** NODES + first);
    let node = 1;
    for (let at = bits - 1; at >= 0; at -= 1) node = node * 2 + Number(this.#ask(told, node, trusting + at));
    return node - 2 ** bits;
  }

  #signOf(code) {
    if (!this.#signs.has(code)) this.#signs.set(code, signOf(code));
    return this.#signs.get(code);
  }
}

function signOf(code) {
  if (code > CODE) return String.fromCharCode(code & 0xffff);
  const [row, cell] = [code >> 7, code & 127];
  return row === LATIN ? String.fromCharCode(cell) : new TextDecoder("gbk").decode(Uint8Array.of(row + 0xa0, cell + 0xa0));
}
