// The words of `search/words.txt` (generator/features/words/lexicon.py) as values that understand.js asks.

import { fetchPacked, readStemmed } from "./packed.js";
import { Likelihood } from "./likelihood.js";
import { fold } from "./pairs.js";
import { partsOf, readGroups } from "./phrases.js";
import { Offers } from "./offer_ranking.js";
import { readPhrases } from "./saying_bits.js";
import { Sounds } from "./sounds.js";

const DISTRICT = 6; // digits with which the codes of its streets begin
const FOLDER = new URL("../../../search/", import.meta.url);

let loading;

/** The lexicon; nothing where the site has none or it cannot be had: search goes on without. */
export function loadLexicon() {
  loading ??= Promise.all(["words.txt", "offers.txt"].map((name) => fetchPacked(new URL(name, FOLDER))))
    .then(([table, offers]) => readLexicon(table, offers))
    .catch(() => {
      loading = undefined;
      return null;
    });
  return loading;
}

/** The tables as they were compiled to what can be asked. */
export function readLexicon(table, offers) {
  const sounds = new Sounds(table.sounds);
  const groups = readGroups(table.wordGroups);
  const kinds = new Map(table.kinds.map(([id, category, name]) => [id, { id, category, name }]));
  const own = table.sayings.flatMap(readMeaning);
  const written = [...own, ...withoutThose(own, readShipped(table.shipped, kinds))];
  const known = new Set(written.map(({ phrase }) => phrase));
  const named = termsOf(table.terms);
  const terms = new Set(named.map(({ phrase, needs: [id] }) => `${id} ${phrase}`));
  const sayings = [...written, ...named.filter(({ phrase }) => !known.has(phrase))].map((each) => ({
    ...each,
    parts: partsOf(each.phrase, groups),
    isTerm: each.needs.map((id) => terms.has(`${id} ${each.phrase}`)),
  }));
  const places = placesOf(table.places);
  let bySyllables;
  return {
    kinds,
    sounds,
    places,
    byStart: groupBy(sayings.filter(isSimple), ({ phrase }) => phrase[0]),
    joined: sayings.filter((each) => !isSimple(each)),
    bySound: groupBy(soundsOf(sayings, sounds), ({ row }) => row[0].sound),
    categories: table.categories,
    groups: table.groups,
    dangers: new Map(Object.entries(table.dangers).map(([kind, needs]) => [kind, list(needs)])),
    general: new Set(table.general),
    offers: new Offers(offers),
    likelihood: new Likelihood(sayings),
    soundLikelihood: () => (bySyllables ??= new Likelihood(sayings, (text) => rowsBy(sounds, text))),
  };
}

/** Each number is told by how much more it is than the one before. */
function placesOf(rows) {
  let last = 0;
  return rows.map(([more, name, above]) => {
    const code = typeof more === "number" ? String((last += more)) : more;
    return { code, name, parent: above ?? (code.length > DISTRICT ? code.slice(0, DISTRICT) : undefined) };
  });
}

function readMeaning([phrases, needs, groups, places, about = "", unless = ""]) {
  const meaning = { needs: list(needs), groups: list(groups), places: list(places), about, unless: list(unless) };
  return readStemmed(phrases).map((phrase) => ({ phrase, ...meaning }));
}

/** What was shipped, as far as it means a kind that there is here. */
function readShipped({ ids, meanings, phrases }, kinds) {
  const named = (cell) => list(cell).map((place) => ids[place]);
  const firsts = Array.from(new Set(meanings.map(([needs]) => list(needs)[0])));
  const groups = readPhrases(phrases, meanings.map(([needs]) => firsts.indexOf(list(needs)[0])));
  return meanings.flatMap(([needs, own = "", about = "", unless = ""], at) => {
    const meaning = { needs: named(needs).filter((need) => kinds.has(need)), groups: named(own), places: [], about, unless: list(unless) };
    return groups[at].map((phrase) => ({ phrase, ...meaning }));
  });
}

/** A phrase that a bureau has added means what the bureau says. */
function withoutThose(own, shipped) {
  const said = new Set(own.map(({ phrase }) => phrase));
  return shipped.filter(({ phrase }) => !said.has(phrase));
}

function list(cell) {
  return cell ? cell.split(" ") : [];
}

/** Words by which offers are recognised are words that people say, too. */
function termsOf(terms) {
  return terms.flatMap(([id, ...words]) =>
    words.map((phrase) => ({ phrase: fold(phrase), needs: [id], groups: [], places: [], about: "", unless: [] })),
  );
}

/** The syllables of a text, where it has any. */
function rowsBy(sounds, text) {
  const row = sounds.row(text).map(({ sound }) => sound);
  return row.length ? [row] : [];
}

function groupBy(values, keyOf) {
  const groups = new Map();
  for (const value of values) {
    const key = keyOf(value);
    if (groups.has(key)) groups.get(key).push(value);
    else groups.set(key, [value]);
  }
  return groups;
}

function isSimple({ parts }) {
  return parts.length === 1 && parts[0].length === 1;
}

/** What can be taken by its sound: phrases in one part, of two syllables or more, that mean a need or a place. */
function soundsOf(sayings, sounds) {
  const whole = sayings.filter((each) => isSimple(each) && each.phrase.length > 1 && (each.needs.length || each.places.length));
  return whole.map((saying) => ({ saying, row: sounds.said(saying.phrase) }));
}
