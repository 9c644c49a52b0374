// A phrase of the sayings and where it stands in a text: `_` joins parts that must all be near, `-` offers a choice,
// `小孩.` any word of a group.

import { readStemmed } from "./packed.js";

const NEAR = 16; // characters from the beginning of the first part to the beginning of the last

/** The parts of a phrase, each a list of which one is enough; `groups` are lists of words by name. */
export function partsOf(phrase, groups = {}) {
  const choices = (part) => part.split("-").filter(Boolean).flatMap((each) => groups[each] ?? [each]);
  return phrase.split("_").map(choices).filter((part) => part.length);
}

/** The groups as they were compiled, by how phrases name them. */
export function readGroups(table) {
  return Object.fromEntries(Object.entries(table).map(([name, words]) => [`${name}.`, readStemmed(words)]));
}

/** `[start, end]` of each place where all parts stand near each other, in any order; from the first to the last of them. */
export function spansOf(text, parts) {
  const [first, ...others] = parts.map((part) => part.flatMap((each) => placesOf(text, each)));
  return first.flatMap((span) => {
    const near = others.map((spans) => spans.find(([start]) => Math.abs(start - span[0]) <= NEAR));
    if (near.some((found) => !found)) return [];
    const all = [span, ...near];
    return [[Math.min(...all.map(([start]) => start)), Math.max(...all.map(([, end]) => end))]];
  });
}

function placesOf(text, part) {
  const places = [];
  for (let at = text.indexOf(part); at >= 0; at = text.indexOf(part, at + 1)) places.push([at, at + part.length]);
  return places;
}

/** Whether a phrase that cancels stands around this place. */
export function isCancelled(text, start, end, unless) {
  return unless.some((phrase) => placesOf(text, phrase).some(([from, to]) => from < end && to > start));
}
