// Text to syllables that sound alike, whether it was written in characters or typed as pinyin, right or wrong.

import { fold, runs } from "./pairs.js";

const INITIALS = [["zh", "z"], ["ch", "c"], ["sh", "s"], ["n", "l"], ["r", "l"]];
const FINALS = [["ing", "in"], ["eng", "en"], ["ang", "an"], ["ue", "e"]];
const LONGEST = 6;

/** Syllables that many people do not tell apart become one. */
export function near(syllable) {
  let sound = syllable.replaceAll("v", "u");
  const start = INITIALS.find(([full]) => sound.startsWith(full));
  if (start) sound = start[1] + sound.slice(start[0].length);
  const end = FINALS.find(([full]) => sound.endsWith(full));
  return end ? sound.slice(0, -end[0].length) + end[1] : sound;
}

export class Sounds {
  #of = new Map();
  #known = new Set();

  /** `[runs, others]`: "a2 ai13…" tells how many everyday signs in a row are said so, "a锕…" which others are. */
  constructor([runs, others]) {
    const everyday = signsOfEveryday();
    let at = 0;
    for (const run of runs.split(" ")) {
      const [, syllable, count] = /^([a-z?]+)([0-9]+)$/u.exec(run);
      this.#note(syllable, everyday.slice(at, (at += Number(count))));
    }
    for (const group of others.split(" ").filter(Boolean)) {
      const [, syllable, signs] = /^([a-z]+)(.*)$/u.exec(group);
      this.#note(syllable, signs);
    }
  }

  #note(syllable, signs) {
    if (syllable === "?") return;
    this.#known.add(syllable);
    for (const sign of signs) this.#of.set(sign, near(syllable));
  }

  /** The text as a row of `{sound, text}`; `text` is the character, or nothing where pinyin was typed. */
  row(text) {
    return runs(fold(text)).flatMap((run) => (run.han ? Array.from(run.text, (sign) => this.#said(sign)) : this.#typed(run.text)));
  }

  /** The same of characters that are folded already, which is quicker. */
  said(characters) {
    return Array.from(characters, (sign) => this.#said(sign));
  }

  #said(sign) {
    return { sound: this.#of.get(sign) ?? sign, text: sign };
  }

  #typed(word) {
    const syllables = /^[a-z]+$/.test(word) ? this.#cut(word) : null;
    return syllables ? syllables.map((each) => ({ sound: near(each), text: "" })) : [{ sound: word, text: word }];
  }

  /** The fewest syllables that make up a word typed without spaces; nothing when none do. */
  #cut(word) {
    const best = [[]];
    for (let end = 1; end <= word.length; end += 1) {
      for (let start = Math.max(0, end - LONGEST); start < end; start += 1) {
        const syllable = word.slice(start, end).replaceAll("v", "u");
        if (!best[start] || !this.#known.has(syllable)) continue;
        if (!best[end] || best[start].length + 1 < best[end].length) best[end] = [...best[start], syllable];
      }
    }
    return best[word.length];
  }
}

/** The first level of GB/T 2312, rows 16 to 55, in its order, which is that of the sounds. */
function signsOfEveryday() {
  const codes = [];
  for (let row = 16; row < 56; row += 1) for (let cell = 1; cell < (row === 55 ? 90 : 95); cell += 1) codes.push(row + 0xa0, cell + 0xa0);
  return new TextDecoder("gbk").decode(new Uint8Array(codes));
}
