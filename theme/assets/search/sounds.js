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

  /** `table` is "a啊阿 ai爱…": a syllable and the characters that are said so. */
  constructor(table) {
    for (const group of table.split(" ")) {
      const [, syllable, signs] = /^([a-z]+)(.*)$/u.exec(group);
      this.#known.add(syllable);
      for (const sign of signs) this.#of.set(sign, near(syllable));
    }
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
