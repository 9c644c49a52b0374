// Entries and answers to matches: which help fits, may fit or lacks one thing, nearest first, with the reasons.
// The same as generator/features/finder/matches.py; tests/matching_cases.yaml is run in both.

import { apply } from "./criteria.js";

const ORDER = ["fits", "maybe", "near"];
const FARTHEST = 9;

/** All entries that are worth showing: the best first, then the nearest, then by key. */
export function findMatches(entries, answers, names, rules) {
  const found = [];
  for (const entry of entries) {
    const match = matchEntry(entry, answers, names, rules);
    if (match.verdict !== "no") found.push(match);
  }
  return found.sort(
    (a, b) =>
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
      a.distance - b.distance ||
      (a.entry.key < b.entry.key ? -1 : 1),
  );
}

/** One entry's verdict; once a criterion hides it, nothing more is asked. */
export function matchEntry(entry, answers, names, rules) {
  const said = [];
  for (const rule of rules.criteria) {
    const one = apply(rule, entry, answers, names, rules);
    if (one.outcome === "gone") return hidden(entry);
    said.push(one);
  }
  const words = (outcome) => said.filter((each) => each.outcome === outcome && each.text).map((each) => each.text);
  const lacking = words("no");
  if (lacking.length > rules.most_lacking) return hidden(entry);
  const outcomes = said.map((each) => each.outcome);
  return {
    entry,
    verdict: outcomes.includes("no") ? "near" : outcomes.includes("unknown") ? "maybe" : "fits",
    distance: Math.min(FARTHEST, ...said.map((each) => each.distance ?? FARTHEST)),
    met: words("yes"),
    open: words("unknown"),
    lacking,
    easier: entry.simplified && (answers.groups ?? []).some((group) => names.simplified.includes(group)),
  };
}

function hidden(entry) {
  return { entry, verdict: "no", distance: FARTHEST, met: [], open: [], lacking: [], easier: false };
}
