// Answers a query from the open index: which pages, in what order, how they were found, and how facets divide them.

import { isSingleHan, looseWords, parseQuery, simplify, soundSpellings } from "./query.js";

const SYNONYM = 0.7; // what a page found by a synonym is worth beside one found by the word itself
const LOOSE_SHARE = 0.4; // part of a query's pairs that a page must hold to be shown when none holds all
const LOOSE_WORDS = 24;

/**
 * What says only part of it is looked for where `isLoose`. `{ids, how, terms}`: `how` is "all" (no query), "whole", "sound" (by pinyin), "loose" (only parts match) or "none".
 */
export async function find(index, query, { isLoose = true } = {}) {
  const terms = parseQuery(query, index.synonyms);
  if (!terms.length) return { ids: await listAll(index), how: "all", terms };
  const met = await Promise.all(terms.map((term) => meetTerm(index, term)));
  const scores = met.every((found) => found.scores.size) ? met.map((found) => found.scores).reduce(intersect) : new Map();
  if (!scores.size) return isLoose ? findLoosely(index, terms) : { ids: [], how: "none", terms };
  const how = met.some((found) => found.bySound) ? "sound" : "whole";
  return { ids: sortByScore(index, scores), how, terms: met.map((found) => found.term) };
}

async function listAll(index) {
  const all = Array.from((await index.findAll()).keys());
  return all.sort((one, other) => index.places.get(one) - index.places.get(other));
}

async function meetTerm(index, term) {
  const scores = await meetSpellings(index, term.spellings);
  if (scores.size) return { term, scores };
  const simplified = simplify(term, await index.traditional(), index.synonyms);
  if (simplified) return { term: simplified, scores: await meetSpellings(index, simplified.spellings) };
  for (const spellings of soundSpellings(term.text)) {
    const heard = await meetSpellings(index, spellings);
    if (heard.size) return { term, scores: heard, bySound: true };
  }
  return { term, scores };
}

async function meetSpellings(index, spellings) {
  const met = await Promise.all(spellings.map((spelling) => meetPhrases(index, spelling.phrases)));
  const scores = new Map();
  for (const [at, found] of met.entries()) {
    for (const [id, score] of found) scores.set(id, Math.max(scores.get(id) ?? 0, score * (at ? SYNONYM : 1)));
  }
  return scores;
}

async function meetPhrases(index, phrases) {
  return (await Promise.all(phrases.map((phrase) => meetPhrase(index, phrase)))).reduce(intersect);
}

/** Pagefind scores all phrases alike, so a second search without quotes says which pages are better. */
async function meetPhrase(index, words) {
  if (words.length === 1 && isSingleHan(words[0])) return index.findWords(words);
  const [found, ranks] = await Promise.all([index.findPhrase(words), index.findWords(words)]);
  if (found.size < 2) return found;
  return new Map(Array.from(found.keys(), (id) => [id, ranks.get(id) ?? 0]));
}

function intersect(one, other) {
  return new Map(Array.from(one).filter(([id]) => other.has(id)).map(([id, score]) => [id, score + other.get(id)]));
}

async function findLoosely(index, terms) {
  const words = looseWords(terms).slice(0, LOOSE_WORDS);
  const least = Math.ceil(words.length * LOOSE_SHARE);
  const counts = new Map();
  const scores = new Map();
  for (const found of await Promise.all(words.map((word) => index.findPhrase([word])))) {
    const rarity = Math.log(1 + index.places.size / (found.size || 1));
    for (const id of found.keys()) {
      counts.set(id, (counts.get(id) ?? 0) + 1);
      scores.set(id, (scores.get(id) ?? 0) + rarity);
    }
  }
  const near = new Map(Array.from(scores).filter(([id]) => counts.get(id) >= least));
  return { ids: sortByScore(index, near), how: near.size ? "loose" : "none", terms };
}

/** The best first; equals in the order of their lists. */
function sortByScore(index, scores) {
  const order = ([one, a], [other, b]) => b - a || index.places.get(one) - index.places.get(other);
  return Array.from(scores).sort(order).map(([id]) => id);
}
