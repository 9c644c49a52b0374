// How likely each kind of need is, by the signs of a text, pairs of them and those at both ends: naive Bayes, learnt in
// the page from all sayings. So 肾癌 is understood where 肾炎 and 胃癌 were written down, and nobody wrote of it.

import { runs } from "./pairs.js";

const DOUBT = 0.3; // of a sign that was hardly met
const SINGLE = 0.8; // what one sign tells beside a pair
const LATER = 0.6; // what a further need of a saying counts beside the one before
const USUAL = 8; // signs of a text in which each counts whole: in a longer one most speak of something else
const SURE = 0.75; // what single signs must tell of the likeliest where no pair of them was ever met
const SPREAD = 0.5; // how much nearer the less likely come to the likeliest

export class Likelihood {
  #seen = new Map();
  #share = new Map();
  #rowsOf;

  /** `sayings` are `{phrase, needs}`, of which each part counts; `rowsOf` cuts a text into rows of signs, or of syllables. */
  constructor(sayings, rowsOf = written) {
    this.#rowsOf = rowsOf;
    const counts = new Map();
    let total = 0;
    for (const { phrase, needs } of sayings) {
      const shares = sharesOf(needs);
      total += Number(shares.length > 0);
      for (const [need, share] of shares) counts.set(need, (counts.get(need) ?? 0) + share);
      for (const sign of shares.length ? signsOf(rowsOf(phrase.replace(/[_-]|[^_-]+\./gu, " "))) : []) this.#note(sign, shares);
    }
    for (const [need, count] of counts) this.#share.set(need, count / total);
  }

  #note(sign, shares) {
    if (!this.#seen.has(sign)) this.#seen.set(sign, new Map());
    const seen = this.#seen.get(sign);
    for (const [need, share] of shares) seen.set(need, (seen.get(need) ?? 0) + share);
  }

  /** By need, how likely it is meant, from 1 down; nothing where no sign was ever met. */
  of(text) {
    const rows = this.#rowsOf(text);
    const met = Array.from(signsOf(rows)).filter((sign) => this.#seen.has(sign));
    if (!met.length) return new Map();
    const odds = new Map(Array.from(this.#share, ([need, share]) => [need, Math.log(share)]));
    for (const sign of met) this.#tell(sign, odds);
    const found = likely(odds, Math.min(1, USUAL / rows.flat().length));
    return met.some(isPair) || Math.max(...found.values()) > SURE ? found : new Map();
  }

  #tell(sign, odds) {
    const seen = this.#seen.get(sign);
    const total = Array.from(seen.values()).reduce((sum, count) => sum + count, DOUBT);
    for (const [need, count] of seen) {
      const told = Math.log((count / this.#share.get(need) + DOUBT) / total);
      if (told > 0) odds.set(need, odds.get(need) + told * (isPair(sign) ? 1 : SINGLE));
    }
  }
}

function sharesOf(needs) {
  const total = needs.reduce((sum, _, at) => sum + LATER ** at, 0);
  return needs.map((need, at) => [need, LATER ** at / total]);
}

function written(text) {
  return runs(text).map(({ text: word }) => Array.from(word));
}

function isPair(sign) {
  return sign.includes(" ");
}

/** Pairs hold a blank, which no sign does. */
function signsOf(rows) {
  if (!rows.length) return new Set();
  const signs = rows.flatMap((row) => row.flatMap((sign, at) => (at + 1 < row.length ? [sign, `${sign} ${row[at + 1]}`] : [sign])));
  return new Set([...signs, `^${rows[0][0]}`, `${rows.at(-1).at(-1)}$`]);
}

/** The less sure all of it is, the less the likeliest tells; what comes near it is not told much less. */
function likely(odds, part) {
  const most = Math.max(...odds.values());
  const grown = Array.from(odds, ([need, each]) => [need, Math.exp((each - most) * part)]);
  const total = grown.reduce((sum, [, each]) => sum + each, 0);
  return new Map(grown.map(([need, each]) => [need, (each / total) ** SPREAD]));
}
