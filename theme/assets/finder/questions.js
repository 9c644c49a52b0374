// Entries and answers to what is still worth asking. The same as generator/features/finder/questions.py.

import { fitsAge } from "./criteria.js";
import { findMatches } from "./match.js";

/** The groups and kinds of household that most entries in play turn on, as many as fit on one screen. */
export function askGroups(entries, answers, names, rules) {
  const found = new Map();
  const note = (name) => found.set(name, (found.get(name) ?? 0) + 1);
  for (const { entry } of findMatches(entries, { ...answers, groups: undefined, homes: undefined }, names, rules)) {
    for (const each of entry.groups) if (fitsAge(each, answers, names)) note(`group ${each}`);
    for (const each of entry.homes) note(`home ${each}`);
  }
  const order = [
    ...Object.keys(names.groups).map((each) => `group ${each}`),
    ...Object.keys(names.homes).map((each) => `home ${each}`),
  ];
  const asked = order.filter((each) => found.has(each));
  const kept = [...asked].sort((a, b) => found.get(b) - found.get(a)).slice(0, rules.most_choices);
  const of = (kind) => asked.filter((each) => kept.includes(each) && each.startsWith(`${kind} `)).map((each) => each.slice(kind.length + 1));
  return { groups: of("group"), homes: of("home") };
}

/** The kinds of need that something in play meets, of the categories asked for. */
export function askKinds(entries, answers, names, rules) {
  const inPlay = findMatches(entries, { ...answers, kinds: undefined }, names, rules);
  const met = new Set(inPlay.flatMap(({ entry }) => entry.kinds));
  return Object.keys(names.kinds).filter((each) => met.has(each) && (answers.needs ?? []).includes(names.kinds[each]));
}

/** How something in play helps: services and languages that at least one entry promises. */
export function askWishes(matches) {
  return [...new Set(matches.flatMap(({ entry }) => entry.services))];
}
