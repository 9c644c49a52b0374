// The words of `search/words.txt` (generator/features/words/lexicon.py) as values that understand.js asks.

import { fetchBytes, fetchPacked, readStemmed } from "./packed.js";
import { readNeedPoints } from "./need_points.js";
import { fold } from "./pairs.js";
import { partsOf, readGroups } from "./phrases.js";
import { Offers } from "./offer_ranking.js";
import { indexPlaces } from "./places.js";
import { Sounds } from "./sounds.js";

const DISTRICT = 6; // digits with which the codes of its streets begin
const FOLDER = new URL("../../../search/", import.meta.url);

let loading;

/** The lexicon; nothing where the site has none or it cannot be had: search goes on without. */
export function loadLexicon() {
  loading ??= Promise.all([...["words.txt", "offers.txt"].map((name) => fetchPacked(new URL(name, FOLDER))), fetchBytes(new URL("points.bin", FOLDER))])
    .then(([table, offers, marks]) => readLexicon(table, offers, marks))
    .catch(() => {
      loading = undefined;
      return null;
    });
  return loading;
}

/** The tables as they were compiled to what can be asked. */
export function readLexicon(table, offers, marks) {
  const sounds = new Sounds(table.sounds);
  const groups = readGroups(table.wordGroups);
  const kinds = new Map(table.kinds.map(([id, category, name]) => [id, { id, category, name }]));
  const written = table.sayings.flatMap(readMeaning);
  const known = new Set(written.map(({ phrase }) => phrase));
  const named = termsOf(table.terms);
  const terms = new Set(named.map(({ phrase, needs: [id] }) => `${id} ${phrase}`));
  const sayings = [...written, ...named.filter(({ phrase }) => !known.has(phrase))].map((each) => ({
    ...each,
    parts: partsOf(each.phrase, groups),
    isTerm: each.needs.map((id) => terms.has(`${id} ${each.phrase}`)),
  }));
  const places = placesOf(table.places);
  return {
    kinds,
    sounds,
    places,
    placesByName: indexPlaces(places),
    byStart: groupBy(sayings.filter(isSimple), ({ phrase }) => phrase[0]),
    joined: sayings.filter((each) => !isSimple(each)),
    bySound: groupBy(soundsOf(sayings, sounds), ({ row }) => row[0].sound),
    categories: table.categories,
    groups: table.groups,
    dangers: new Map(Object.entries(table.dangers).map(([kind, needs]) => [kind, list(needs)])),
    general: new Set(table.general),
    offers: new Offers(offers),
    chancesOf: readNeedPoints(table.points, marks),
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

function list(cell) {
  return cell ? cell.split(" ") : [];
}

/** Words by which offers are recognised are words that people say, too. */
function termsOf(terms) {
  return terms.flatMap(([id, ...words]) =>
    words.map((phrase) => ({ phrase: fold(phrase), needs: [id], groups: [], places: [], about: "", unless: [] })),
  );
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
