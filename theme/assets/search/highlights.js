// Finds in a text what a reader looked for, however it is spelled there, and marks it.

import { element } from "./dom.js";
import { fold, runs } from "./pairs.js";
import { looseWords } from "./query.js";

const AROUND = 28; // characters of a passage shown on either side of the match

/** What to mark for an answer of find.js: runs of Han characters and whole words. */
export function needlesOf({ how, terms }) {
  const texts = how === "loose" ? looseWords(terms) : terms.flatMap((term) => term.spellings.map((each) => each.text));
  const found = texts.flatMap((text) => runs(text));
  return found.sort((one, other) => other.text.length - one.text.length);
}

/** The text as nodes, its matches in <mark>. */
export function markText(text, needles) {
  const nodes = [];
  let done = 0;
  for (const [start, end] of findMatches(text, needles)) {
    nodes.push(text.slice(done, start), element("mark", {}, text.slice(start, end)));
    done = end;
  }
  return [...nodes, text.slice(done)].filter((node) => node !== "");
}

/** Whether any needle stands in any of the texts. */
export function hasMatch(texts, needles) {
  return texts.some((text) => findMatches(text, needles).length > 0);
}

/** The surroundings of the first match in the words a page was indexed by; empty when there is none. */
export function findPassage(words, needles) {
  for (const part of readParts(words)) {
    const [first] = findMatches(part, needles);
    if (first) {
      const start = Math.max(0, first[0] - AROUND);
      const end = Math.min(part.length, first[1] + AROUND);
      return `${start ? "…" : ""}${part.slice(start, end).trim()}${end < part.length ? "…" : ""}`;
    }
  }
  return "";
}

/** The text that pairs were made of, without its punctuation: each pair gives its first character. */
function readParts(words) {
  const parts = [""];
  for (const word of words) {
    const [run] = runs(word);
    if (!run) parts.push("");
    else if (run.han) parts[parts.length - 1] += Array.from(word)[0] + (Array.from(word).length === 1 ? " " : "");
    else parts[parts.length - 1] += `${word} `;
  }
  return parts.filter((part) => !/^([a-z]+0 )+$/.test(part)); // sounds are for finding, not for reading
}

/** [start, end] of each match, in order, without overlaps. */
function findMatches(text, needles) {
  const { folded, origins } = foldWithOrigins(text);
  const taken = [];
  for (const needle of needles) {
    for (let at = folded.indexOf(needle.text); at >= 0; at = folded.indexOf(needle.text, at + 1)) {
      const end = at + needle.text.length;
      const isFree = taken.every((other) => end <= other[0] || at >= other[1]);
      if (isFree && (needle.han || isWhole(folded, at, end))) taken.push([at, end]);
    }
  }
  taken.sort((one, other) => one[0] - other[0]);
  return taken.map(([start, end]) => [origins[start], origins[end]]);
}

function isWhole(text, start, end) {
  const letter = /[\p{L}\p{N}]/u;
  const [before, after] = [text.slice(0, start), text.slice(end)].map((side) => runs(side));
  const touchesBefore = start > 0 && letter.test(text[start - 1]) && !before.at(-1)?.han;
  const touchesAfter = end < text.length && letter.test(text[end]) && !after[0]?.han;
  return !touchesBefore && !touchesAfter;
}

/** The folded text, and for each of its units where it stood in the original. */
function foldWithOrigins(text) {
  let folded = "";
  const origins = [];
  let at = 0;
  for (const character of text) {
    const plain = fold(character);
    for (let unit = 0; unit < plain.length; unit += 1) origins.push(at);
    folded += plain;
    at += character.length;
  }
  return { folded, origins: [...origins, at] };
}
