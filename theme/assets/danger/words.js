// The words that mean danger (generator/features/danger/cards.py) and the card each kind has; small, and loaded first.

import { fetchBytes, fetchPacked, readStemmed } from "../search/packed.js";
import { fold } from "../search/pairs.js";
import { isCancelled, partsOf, readGroups, spansOf } from "../search/phrases.js";
import { isCalm, withoutIdioms } from "./calm.js";
import { speaksOfOther } from "./helper.js";
import { kindsBySound, kindsOf, readPoints } from "./points.js";

const FOLDER = new URL("../../../emergency/", import.meta.url);
const SOUNDING = 3; // syllables that a phrase must have to be taken by its sound
const PARTICLES = new Set("了的得地着过在是有和就都也还又不吗呢吧啊呀嘛这那我你他她们个一"); // nobody means a rarer sign by these
const ENDING = "了"; // makes a phrase of two long enough: who types "yun dao le" means 晕倒 (割完了 is written rightly)
const LONG = 14; // in a text of more syllables something will always sound like a short phrase

let loading;
let known = null;

/**
 * `{words, cards, points, more, leave, address}`, the most urgent kind first; `more` ends when the phrases of several
 * parts are among the words, too, and the points there. A failure is forgotten, so that the next call tries again.
 */
export function loadDangers() {
  loading ??= fetchPacked(new URL("words.txt", FOLDER))
    .then((table) => {
      known = readTable(table);
      known.more = Promise.all([fetchPacked(new URL("joined.txt", FOLDER)), fetchBytes(new URL("points.bin", FOLDER))])
        .then(([joined, marks]) => Object.assign(known, withJoined(known, joined, marks)))
        .catch(() => {});
      return known;
    })
    .catch((error) => {
      loading = undefined;
      throw error;
    });
  return loading;
}

/** The words if they are there already. */
export function knownDangers() {
  return known;
}

/** The table as it was compiled to what can be asked. */
export function readTable({ words, cards, numbers, leave, address }) {
  const whole = cards.map((card) => ({ ...card, numbers: card.numbers.map((number) => ({ number, ...numbers[number] })) }));
  return { words: words.flatMap((row) => readWords(row)), cards: new Map(whole.map((card) => [card.id, card])), leave, address };
}

/** The same table with the phrases of several parts, the groups of words that they name, and the points. */
export function withJoined({ words, ...table }, { wordGroups, words: joined, points }, marks) {
  const groups = Object.fromEntries(Object.entries(readGroups(wordGroups)).map(([name, list]) => [name, list.map(plain)]));
  return { ...table, words: [...words, ...joined.flatMap((row) => readWords(row, groups))], points: readPoints(points, marks) };
}

/** The phrases of one kind that are cancelled by the same; `own` are those that the site has added, which nothing overrules. */
function readWords([kind, phrases, unless, own = false], groups = {}) {
  const cancelling = unless ? readStemmed(unless).map(plain) : [];
  return readStemmed(phrases).map((phrase) => ({ parts: partsOf(plain(phrase), groups), kind, unless: cancelling, own }));
}

/** Of two ways to say the same the shorter one, in what is typed as in what is looked for. */
function plain(text) {
  return text.replace(/没有(?=\p{Script=Han})/gu, "没").replaceAll("睡觉", "睡");
}

/**
 * The card of the danger that a text speaks of, with what it says to whom, or nothing; `beside` is the card of a second
 * one that is nearly as likely. `sounds` hears pinyin and what was misspelt. Phrases tell it, the most urgent first, until
 * there are points; then only those that the site has added do, others are points for their kind.
 */
export function findDanger({ words, cards, points }, text, sounds = null) {
  const folded = withoutIdioms(plain(fold(text)));
  const found = words.map((word) => [word, standing(folded, word)]).filter(([, spans]) => spans.length);
  const said = found.filter(([{ kind }, spans]) => spans.some(([start, end]) => !isCalm(folded, start, end, kind))).map(([word]) => word);
  const ownOf = (words) => words.filter(({ own }) => own || !points);
  const isDenied = (kind) => !said.some((word) => word.kind === kind) && found.some(([word]) => word.kind === kind); // over, taught or played: points cannot hear that
  let kinds = byUrgency(cards, ownOf(said));
  if (!kinds.length && points) kinds = counted(points, withoutCancelled(folded, words), said, sounds);
  kinds = isDenied(kinds[0]) ? [] : kinds.filter((kind) => !isDenied(kind));
  if (!kinds.length && sounds) kinds = byUrgency(cards, heard(ownOf(words), sounds, folded));
  const [card, beside] = kinds.map((kind) => cards.get(kind));
  if (!card) return null;
  const spoken = card.helper && speaksOfOther(folded) ? { ...card, sentence: card.helper, isToHelper: true } : card;
  return beside ? { ...spoken, beside, quiet: card.quiet || beside.quiet } : spoken;
}

/** The kinds of danger that phrases mean, the most urgent first. */
function byUrgency(cards, words) {
  return Array.from(cards.keys()).filter((id) => words.some(({ kind }) => kind === id));
}

/** The kinds that have most points, by signs or, where these tell nothing, by sounds. */
function counted(points, text, said, sounds) {
  const written = kindsOf(points, text, said.map(({ kind }) => kind));
  return written.length || !sounds ? written : kindsBySound(points, sounds.row(text));
}

/** The text without what cancels a phrase of one part: it speaks of something else. */
function withoutCancelled(text, words) {
  const cancelling = words.flatMap(({ parts, unless }) => (parts.length > 1 ? [] : unless));
  return cancelling.reduce((left, phrase) => left.replaceAll(phrase, "□"), text);
}

/** Where a phrase stands: all parts near each other; what cancels one of several parts does so from anywhere. */
function standing(text, { parts, unless }) {
  if (parts.length > 1) return unless.some((phrase) => text.includes(phrase)) ? [] : spansOf(text, parts);
  return spansOf(text, parts).filter(([start, end]) => !isCancelled(text, start, end, unless));
}

/**
 * The same by sound. Of written characters all but one must be right, in phrases of three or more; of typed pinyin
 * nothing can be told but its sound, there phrases of several parts are heard, too.
 */
function heard(words, sounds, text) {
  const row = sounds.row(text);
  const isTyped = row.some((each) => !each.text);
  const least = !isTyped && row.length > LONG ? SOUNDING + 1 : SOUNDING;
  const long = words.filter(({ parts }) => (parts.length > 1 ? isTyped : shortest(parts) >= least));
  const ended = isTyped ? words.filter(({ parts }) => parts.length === 1).map(withEnding) : [];
  const isCancelling = (phrase) => text.includes(phrase) || isHeard(phrase);
  return [...long, ...ended].filter(({ parts, unless }) => isAllHeard(parts) && !unless.some(isCancelling));

  /** Every part, and more of several than one of them must have. */
  function isAllHeard(parts) {
    const lengths = parts.map((part) => Math.max(0, ...part.filter(isHeard).map((each) => each.length)));
    return lengths.every(Boolean) && (parts.length === 1 || lengths.reduce((sum, length) => sum + length) > SOUNDING);
  }

  function isHeard(part) {
    if (!spoken.has(part)) spoken.set(part, sounds.row(part));
    const wanted = spoken.get(part);
    return row.some((_, at) => at + wanted.length <= row.length && isAt(row, at, wanted));
  }
}

/** The same of only those choices that are one syllable too short, each with the sign that ends what has happened. */
function withEnding(word) {
  const short = word.parts[0].filter((part) => part.length === SOUNDING - 1);
  return { ...word, parts: [short.map((part) => part + ENDING)] };
}

function shortest(parts) {
  return parts.reduce((sum, part) => sum + Math.min(...part.map((each) => each.length)), 0);
}

const spoken = new Map();

function isAt(row, at, wanted) {
  if (!wanted.every(({ sound }, step) => row[at + step].sound === sound)) return false;
  const wrong = wanted.filter(({ text }, step) => row[at + step].text && row[at + step].text !== text).length;
  if (wanted.some(({ text }, step) => row[at + step].text !== text && PARTICLES.has(row[at + step].text))) return false;
  const isRight = wanted.every(({ text }, step) => row[at + step].text === text); // it was read as it stands, and let be
  return wrong <= 1 && !isRight;
}
