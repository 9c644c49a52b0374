// Turns what a reader typed into terms: all must be met, each by any one of its spellings.
//
// A spelling is a list of phrases that must all occur; a phrase is words that stand in a row.

import { fold, pairs, runs } from "./pairs.js";

const TERMS = 8;
const SPELLINGS = 6;
const READINGS = 8;
const SOUND = "0"; // ends words that stand for a sound, as in generator/base/aliases.py
const INITIAL = "zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw]";
const FINAL =
  "iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|ai|ei|ao|ou|an|en|in|un|ia|ie|iu|ua|ui|uo|ue|er|a|o|e|i|u";
const SYLLABLE = new RegExp(`^(?:${INITIAL})?(?:${FINAL})$`);

/** The terms of a query: `{text, spellings: [{text, phrases}]}`; `synonyms` are groups of words that mean the same. */
export function parseQuery(query, synonyms = []) {
  const parts = fold(query).split(/[\s,、;]+/u).filter((part) => runs(part).length);
  return parts.slice(0, TERMS).map((text) => ({ text, spellings: spell(text, synonyms) }));
}

/** The term in simplified characters; `table` holds the traditional and the simplified ones, in the same order. */
export function simplify(term, table, synonyms = []) {
  const forms = formsOf(table);
  const text = Array.from(term.text, (character) => forms.get(character) ?? character).join("");
  return text === term.text ? null : { text, spellings: spell(text, synonyms) };
}

/** Made once a table: to be asked for it at every keystroke cost more than the search. */
function formsOf(table) {
  if (!known.has(table)) {
    const simplified = Array.from(table.simplified);
    known.set(table, new Map(Array.from(table.traditional, (old, at) => [old, simplified[at]])));
  }
  return known.get(table);
}

const known = new WeakMap();

/** A term typed in Latin letters as pinyin: first its readings in syllables, then as first letters; else nothing. */
export function soundSpellings(text) {
  const letters = text.replace(/['’\s]/g, "").replaceAll("v", "u");
  if (!/^[a-z]{2,30}$/.test(letters)) return [];
  const readings = readSyllables(letters).map((syllables) => ({ text, phrases: [syllables.map(sound)] }));
  const initials = { text, phrases: [Array.from(letters, sound)] };
  return letters.length > 12 ? [readings] : [readings, [initials]];
}

/** The pairs and words of all terms, without those that only end a run: what is looked for when nothing matches whole. */
export function looseWords(terms) {
  const words = terms.flatMap((term) => pairs(term.text));
  return Array.from(new Set(words.filter((word) => Array.from(word).length > 1)));
}

function spell(text, synonyms) {
  const spellings = new Set([text]);
  for (const group of synonyms) {
    const words = group.map(fold);
    for (const word of words.filter((each) => text.includes(each))) {
      for (const other of words) spellings.add(text.replaceAll(word, other));
    }
  }
  return Array.from(spellings).slice(0, SPELLINGS).map((each) => ({ text: each, phrases: phrasesOf(each) }));
}

/** A Han character alone at the end may begin any pair, so it is looked for by itself, as the beginning of a word. */
function phrasesOf(text) {
  const words = pairs(text);
  const last = runs(text).at(-1);
  if (!last?.han) return [words];
  const before = words.slice(0, -1);
  if (Array.from(last.text).length > 1) return [before];
  return before.length ? [before, [last.text]] : [[last.text]];
}

/** Whether a word is one Han character, to be looked for as the beginning of a pair. */
export function isSingleHan(word) {
  const [run] = runs(word ?? "");
  return Boolean(run?.han) && Array.from(run.text).length === 1;
}

function readSyllables(letters) {
  if (!letters) return [[]];
  const readings = [];
  for (let length = Math.min(6, letters.length); length > 0 && readings.length < READINGS; length -= 1) {
    const first = letters.slice(0, length);
    if (SYLLABLE.test(first)) readings.push(...readSyllables(letters.slice(length)).map((rest) => [first, ...rest]));
  }
  return readings.slice(0, READINGS);
}

function sound(letters) {
  return letters + SOUND;
}
