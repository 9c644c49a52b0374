// A question to its answer in three parts: what says it exactly, help of the kind that is meant, what says some of it.

import { findDanger, knownDangers } from "../danger/words.js";
import { find } from "./ranking.js";
import { findPartly } from "./partial_matches.js";
import { meeting, sameAs, serves, traitsOf } from "./traits.js";
import { isSentence, understand } from "./understand.js";

const WORDS = 0.45; // what the words of an offer weigh beside the kind of need it meets
const PROJECT = 0.12; // projects are looked for less often than what can be applied for now
const ELSEWHERE = 1;
const DISTRICT = 6; // digits of a district; fewer are the whole city
const NEAR = 0.04;
const PAST = 2;
const SHUT = 0.2; // what is full or paused comes after the same help that can be applied for today
const COVERED = 0.16; // of what a sentence says, by rarity, so much makes a page worth showing
const OTHER = 0.6;
const SURE = 1.5; // a kind that weighs less than one good phrase was hardly heard
const HALF = 0.5;
const MUCH = 0.7; // of the most that any offer says of a sentence
const VARIED = 3; // so many first answers are of more than one kind, if more than one may be meant
const AGAIN = 0.55; // what a kind loses by each of its offers that stands before
const LOOKED_AT = 60;
const ENOUGH = 10; // so many pages found leave no need for those that say only some of it

/**
 * `{exact, offers, partly, meant, danger}`: lists of ids, the best first, none of them twice; `danger` is the card of what
 * is spoken of. Beside a quiet one nothing stands that comes to the home or calls it, or does not say that it does not.
 */
export async function answer(index, lexicon, query, choice = {}) {
  const dangers = knownDangers();
  const danger = dangers && findDanger(dangers, query, lexicon?.sounds);
  const found = await findAll(index, lexicon, query, choice, dangers && findDanger(dangers, query)?.id);
  if (!danger?.quiet) return { ...found, danger };
  const kept = (ids) => ids.filter((id) => isSpared(traitsOf(index, id)));
  return { ...found, exact: { ...found.exact, ids: kept(found.exact.ids) }, offers: kept(found.offers), partly: kept(found.partly), danger };
}

function isSpared({ offer, isQuiet }) {
  return offer === undefined || isQuiet;
}

async function findAll(index, lexicon, query, choice, danger) {
  const literal = await find(index, query, { isLoose: !lexicon });
  if (!lexicon || literal.how === "all") return { exact: literal, offers: [], partly: [], meant: null };
  const meant = { ...understand(lexicon, query, danger), ...choice };
  const topic = literal.ids.length ? null : topicOf(lexicon, meant, query);
  const found = topic ? await findTopic(index, topic) : literal;
  const placed = inPlace(index, meant, found);
  const exact = { ...found, ids: isSentence(topic ?? query) ? placed : await helpSecond(index, topic ?? query, meant, placed) };
  const isWhole = exact.how === "whole" || exact.how === "sound";
  const shown = new Set(isWhole ? exact.ids : []);
  const said = lexicon.offers.scores(query);
  const direct = rankOffers(index, meant, said);
  const ranked = direct.length ? direct : rankOffers(index, { ...meant, needs: kindred(lexicon, meant) }, said);
  const offers = ranked.filter((id) => !shown.has(id));
  for (const id of offers) shown.add(id);
  const isEnough = shown.size >= ENOUGH || (exact.how === "sound" && exact.ids.length > 0);
  const partly = isEnough ? [] : rankPartly(index, meant, await findPartly(index, query)).filter((id) => !shown.has(id));
  return { exact: isWhole ? exact : { ...exact, ids: [] }, offers, partly, meant: { ...meant, lacking: lackingOf(index, meant) } };
}

/** What a question is about that asks how to get something (低保要什么材料) and names no need beside, or about a place: answered like
 *  its word. */
function topicOf({ byStart, general }, { needs, said, place }, query) {
  if (place) return place;
  if (needs.length && !general.has(needs[0].id)) return null;
  const texts = [query, ...said];
  const isAsked = ({ groups, phrase }) => groups.length && phrase.length > 1 && texts.some((text) => text.includes(phrase));
  const words = Array.from(byStart.values()).flatMap((sayings) => sayings.filter(isAsked).map(({ phrase }) => phrase));
  return words.sort((one, other) => other.length - one.length)[0] ?? null;
}

/** What says how to get it (低保怎么申请), then all that says its word. */
async function findTopic(index, topic) {
  const [told, all] = await Promise.all([`${topic}怎么`, topic].map((words) => find(index, words, { isLoose: false })));
  return { ...all, ids: Array.from(new Set([...told.ids, ...all.ids])) };
}

/** Of what was found, first what serves the place that was named beside a need; by sound alone, nothing else. */
function inPlace(index, { places, needs }, { ids, how }) {
  if (!places.length || !needs.length) return ids;
  const isServed = (id) => serves(traitsOf(index, id).places, places);
  const served = ids.filter(isServed);
  return how === "sound" ? served : [...served, ...ids.filter((id) => !isServed(id))];
}

/** Whoever types one word of a need wants help with it: after the best page that says the word, what meets the need. */
async function helpSecond(index, query, { needs: [first] }, ids) {
  const helps = (id) => {
    const { needs, isPast } = traitsOf(index, id);
    return first !== undefined && !isPast && needs.includes(first.id);
  };
  const [best] = ids;
  const kept = best !== undefined && (helps(best) || (await isAbout(index, query, best))) ? [best] : [];
  const others = ids.slice(kept.length);
  return [...kept, ...others.filter(helps), ...others.filter((id) => !helps(id))];
}

/** What is called so and is not over, or holds everywhere; what only took place somewhere and mentions the word is news, not help. */
async function isAbout(index, query, id) {
  const { places, isPast } = traitsOf(index, id);
  return !isPast && (!places.length || (await index.readCard(id)).title.includes(query.trim()));
}

/** Where nobody offers what is meant, other help for the same side of life, as likely as what it stands for. */
function kindred({ kinds }, { needs }) {
  const [first] = needs;
  if (!first) return needs;
  const { category } = kinds.get(first.id);
  return Array.from(kinds.values(), ({ id, category: own }) => ({ id, weight: own === category ? first.weight : 0 })).filter(({ weight }) => weight);
}

/** Offers that meet what is meant or say much of it, the best first, each name once. */
export function rankOffers(index, { needs, places, choice }, scores) {
  const sureness = Math.min(1, (needs[0]?.weight ?? 0) / SURE);
  const weights = new Map(needs.map(({ id, weight }) => [id, sureness * (weight / needs[0].weight)]));
  const met = meeting(index, Array.from(weights.keys()));
  const said = sureness > HALF ? [] : sameAs(index, Array.from(scores.keys()).filter((mark) => scores.get(mark) >= MUCH));
  const rated = Array.from(new Set([...met, ...said])).flatMap((id) => {
    const { needs: own, places: where, isPast, isShut, offer, same } = traitsOf(index, id);
    if (!serves(where, places)) return [];
    const fit = Math.max(0, ...own.map((need) => weights.get(need) ?? 0));
    const words = WORDS * (scores.get(same) ?? 0);
    const near = nearness(where, places, choice);
    return [{ id, score: fit + words + near - PROJECT * offer - (isShut ? SHUT : 0) - (isPast ? PAST : 0) }];
  });
  return varied(index, weights, once(index, sorted(index, rated)), new Map(rated.map(({ id, score }) => [id, score])));
}

/** Where several kinds may be meant, the first answers are not all of one: each that was shown makes the next of its kind worth less. */
function varied(index, weights, ids, scores) {
  const kindOf = (id) => traitsOf(index, id).needs.reduce((best, need) => ((weights.get(need) ?? 0) > (weights.get(best) ?? 0) ? need : best), "");
  const shown = new Map();
  const first = [];
  while (first.length < Math.min(VARIED, ids.length)) {
    const left = ids.filter((id) => !first.includes(id)).slice(0, LOOKED_AT);
    const worth = (id) => scores.get(id) - AGAIN * (shown.get(kindOf(id)) ?? 0);
    const next = left.reduce((best, id) => (worth(id) > worth(best) ? id : best));
    shown.set(kindOf(next), (shown.get(kindOf(next)) ?? 0) + 1);
    first.push(next);
  }
  return [...first, ...ids.filter((id) => !first.includes(id))];
}

/** A place that was named comes first; one that may be meant is preferred, but hides nothing. */
function nearness(own, places, choice) {
  if (places.length) return own.some((each) => places.includes(each)) ? NEAR : own.every((each) => isBeside(each, places)) ? -2 * NEAR : 0;
  const widest = Math.min(DISTRICT, ...own.map((each) => each.length));
  if (choice.length) return widest < DISTRICT || !own.length ? 0 : serves(own, choice.slice(0, 1)) ? -NEAR : serves(own, choice) ? -ELSEWHERE / 2 : -ELSEWHERE;
  return own.every((each) => each.length > DISTRICT) ? -NEAR : widest < DISTRICT ? NEAR : 0;
}

/** The kind of need that was meant most, where nobody in the places that were named offers help of it now. */
function lackingOf(index, { needs: [first], places }) {
  if (!first || !places.length) return null;
  const isOffered = meeting(index, [first.id]).some((id) => {
    const { places: own, isPast } = traitsOf(index, id);
    return !isPast && serves(own, places);
  });
  return isOffered ? null : first.id;
}

function isBeside(own, places) {
  return !places.some((each) => each.startsWith(own) || own.startsWith(each));
}

/** Guides and policies say a little of everything: beside a need that was heard they are left out. */
function rankPartly(index, { places, needs }, { scores, covered }) {
  const rated = Array.from(scores).flatMap(([id, score]) => {
    const { places: own, isPast, offer, isProse } = traitsOf(index, id);
    if (covered.get(id) < COVERED || !serves(own, places) || (isProse && needs.length)) return [];
    const prior = offer === undefined ? OTHER : 1;
    return [{ id, score: score * prior * (needs.length && offer === undefined ? 0.8 : 1) - (isPast ? PAST : 0) }];
  });
  return once(index, sorted(index, rated));
}

function sorted(index, rated) {
  const order = (one, other) => other.score - one.score || index.places.get(one.id) - index.places.get(other.id);
  return rated.sort(order).map(({ id }) => id);
}

/** The same offer in several places stands once, where it comes first. */
function once(index, ids) {
  const seen = new Set();
  return ids.filter((id) => {
    const { same } = traitsOf(index, id);
    if (!same) return true;
    const isFirst = !seen.has(same);
    seen.add(same);
    return isFirst;
  });
}
