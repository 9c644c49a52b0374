// Entries and answers to matches: which help fits, may fit or lacks one thing, what was asked for first, with reasons.
// The same as generator/features/finder/matches.py; tests/matching_cases.yaml is run in both.

import { apply } from "./criteria.js";

const ORDER = ["fits", "maybe", "near"];
const FARTHEST = 9;
const NEVER = 99;

/** All entries that are worth showing: what lacks something last, before it what was asked for, then how surely it
 *  fits, how near it is, how freshly its number was checked, and by key. */
export function findMatches(entries, answers, names, rules) {
  const found = [];
  for (const entry of entries) {
    const match = matchEntry(entry, answers, names, rules);
    if (match.verdict !== "no") found.push(match);
  }
  return found.sort(
    (a, b) =>
      (a.verdict === "near") - (b.verdict === "near") ||
      a.need - b.need ||
      ORDER.indexOf(a.verdict) - ORDER.indexOf(b.verdict) ||
      a.distance - b.distance ||
      a.stale - b.stale ||
      (a.entry.key < b.entry.key ? -1 : 1),
  );
}

/** One entry's verdict; once a criterion hides it, nothing more is asked. */
export function matchEntry(entry, answers, names, rules) {
  const said = [];
  const ranks = {};
  for (const rule of rules.criteria) {
    const one = apply(rule, entry, answers, names, rules);
    if (one.outcome === "gone") return hidden(entry);
    said.push(one);
    if (one.rank !== undefined) ranks[rule.kind] = one.rank;
  }
  const words = (outcome) => said.filter((each) => each.outcome === outcome && each.text).map((each) => each.text);
  const lacking = words("no");
  if (lacking.length > rules.most_lacking) return hidden(entry);
  const outcomes = said.map((each) => each.outcome);
  return {
    entry,
    verdict: outcomes.includes("no") ? "near" : outcomes.includes("unknown") ? "maybe" : "fits",
    distance: ranks.reach ?? FARTHEST,
    need: ranks.need ?? 0,
    stale: staleness(entry.checked_on, answers.today, rules.fresh_months),
    met: words("yes"),
    open: words("unknown"),
    lacking,
    easier: entry.simplified && (answers.groups ?? []).some((group) => names.simplified.includes(group)),
  };
}

/** Whole months since a number was rung; 0 while that is fresh, 99 where nobody is known to have rung it. */
export function staleness(checked, today, freshMonths) {
  if (!checked) return NEVER;
  const [from, to] = [checked, today].map((iso) => iso.split("-").map(Number));
  const months = (to[0] - from[0]) * 12 + to[1] - from[1] - (to[2] < from[2] ? 1 : 0);
  return months < freshMonths ? 0 : Math.min(months, NEVER);
}

function hidden(entry) {
  return {
    entry,
    verdict: "no",
    distance: FARTHEST,
    need: 0,
    stale: 0,
    met: [],
    open: [],
    lacking: [],
    easier: false,
  };
}
