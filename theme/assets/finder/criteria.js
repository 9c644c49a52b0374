// One criterion, one entry and the answers to an outcome and its words.
// The rules come from generator/national/matching.py; generator/features/finder/criteria.py has the same kinds.

const NOTHING = { outcome: "nothing" };
const GONE = { outcome: "gone" };

/** The outcome of one criterion. Where a failure `hides`, it is gone; where an answer only `narrows`, none is fine. */
export function apply(rule, entry, answers, names, rules) {
  const said = KINDS[rule.kind](rule, entry, answers, names, rules);
  if (said.outcome === "no" && rule.hides) return GONE;
  return said.outcome === "unknown" && rule.narrows ? { outcome: "nothing", rank: said.rank } : said;
}

/** A place and all that lie above it, from itself upwards. */
export function chain(code, places) {
  const found = [];
  while (places[code] && !found.includes(code)) {
    found.push(code);
    code = places[code].parent;
  }
  return found;
}

/** Whether somebody of that age can belong to a group. */
export function fitsAge(group, answers, names) {
  const ages = names.group_ages[group];
  if (!ages || !answers.ages) return true;
  return answers.ages[0] <= ages[1] && answers.ages[1] >= ages[0];
}

/** 能上门; what is no service of the table is a language. */
export function serviceWord(service, rules) {
  return rules.service_words[service] ?? fill(rules.language_words, { language: service });
}

function need(_rule, entry, answers, names) {
  if (!answers.needs && !answers.kinds) return { outcome: "unknown", rank: 0 };
  const kinds = answers.kinds ?? [];
  if (entry.kinds.some((each) => kinds.includes(each))) return { outcome: "yes", rank: 0 };
  const wanted = [...(answers.needs ?? []), ...kinds.map((each) => names.kinds[each])];
  if (entry.category.some((each) => wanted.includes(each))) return { outcome: "yes", rank: kinds.length ? 1 : 0 };
  return { outcome: "no" };
}

function overlap(rule, entry, answers, names, rules) {
  const named = entry[`${rule.what}s`];
  const called = names[`${rule.what}s`];
  if (!named.length) return NOTHING;
  const wanted = named.filter((each) => fitsAge(each, answers, names));
  if (!wanted.length) return GONE;
  const given = answers[`${rule.what}s`] ?? [];
  const shared = wanted.filter((each) => given.includes(each)).map((each) => called[each]);
  if (shared.length) return say(rule, "yes", { shared: shared.join(rules.joints.both) });
  const offered = answers[`asked_${rule.what}s`];
  const unasked = given.length ? wanted.filter((each) => offered && !offered.includes(each)) : wanted;
  const item = either((unasked.length ? unasked : wanted).map((each) => called[each]), rules);
  return say(rule, unasked.length ? "unknown" : "no", { item });
}

function range(rule, entry, answers) {
  const { age_min: min, age_max: max } = entry;
  if (min === null && max === null) return NOTHING;
  const words = max === null ? rule.words.min : min === null ? rule.words.max : rule.words.both;
  const parts = { range: fill(words, { min, max }) };
  if (!answers.ages) return say(rule, "unknown", parts);
  const [youngest, oldest] = answers.ages;
  if ((min === null || youngest >= min) && (max === null || oldest <= max)) return say(rule, "yes", parts);
  const apart = (min !== null && oldest < min) || (max !== null && youngest > max);
  return say(rule, apart ? "no" : "unknown", parts);
}

function accepts(rule, entry, answers, names) {
  const asked = entry[rule.item];
  const accepted = rule.accepted[asked];
  if (!accepted) return NOTHING;
  const city = names.places[chain(entry.division, names.places).at(-1)].name;
  const item = fill(rule.requirements[asked], { place: names.places[entry.division].name, city });
  const given = answers[rule.answer];
  if (!given) return say(rule, "unknown", { item });
  return say(rule, accepted.includes(given) ? "yes" : "no", { item });
}

function reach(rule, entry, answers, names, rules) {
  const { places } = names;
  const wanted = entry.areas.length ? entry.areas : [entry.division];
  const rank = rules.distances[entry.level];
  const areas = either(wanted.map((each) => places[each].name), rules);
  if (!answers.place) return { ...say(rule, "unknown", { areas }), rank };
  const above = chain(answers.place, places);
  const covering = above.find((each) => wanted.includes(each));
  if (covering) return { ...say(rule, "yes", { place: places[covering].name }), rank };
  if (wanted.some((each) => chain(each, places).includes(answers.place))) {
    return { ...say(rule, "unknown", { areas }), rank };
  }
  return neighbour(rule, entry, above, places, rules.neighbour);
}

function neighbour(rule, entry, above, places, near) {
  const offered = entry.level === near.level && entry.residence === near.residence && !entry.areas.length;
  const own = places[entry.division];
  if (!offered || above.length < 2 || own.parent !== above[1]) return { outcome: "no" };
  return { outcome: "yes", text: fill(rule.words.near, { place: own.name }), rank: near.distance };
}

function wishes(rule, entry, answers, _names, rules) {
  const wished = answers.wishes ?? [];
  const missing = wished.filter((each) => !entry.services.includes(each));
  const words = (found) => found.map((each) => serviceWord(each, rules)).join(rules.joints.both);
  if (missing.length) return say(rule, "unknown", { item: words(missing) });
  return wished.length ? say(rule, "yes", { shared: words(wished) }) : NOTHING;
}

function note(rule, entry) {
  const text = entry[rule.item];
  return text ? say(rule, "unknown", { item: text.replace(/。+$/, "") }) : NOTHING;
}

function state(rule, entry, answers) {
  const { status, reopens_on: reopens } = entry;
  const outcome = rule.outcomes[status];
  if (!outcome) return NOTHING;
  const again = reopens && reopens > answers.today ? reopens : null;
  const words = rule.words[again ? `${status}_until` : status] ?? "";
  return { outcome, text: fill(words, { again: again && chineseDate(again), last: chineseDate(entry.valid_to) }) };
}

function days(rule, entry, answers) {
  if (answers.today > entry.valid_to) return GONE;
  return answers.today < entry.valid_from ? say(rule, "no", { from: chineseDate(entry.valid_from) }) : NOTHING;
}

const KINDS = { need, overlap, range, accepts, reach, wishes, note, state, days };

function say(rule, outcome, parts) {
  return { outcome, text: fill(rule.words[outcome] ?? "", parts) };
}

/** Words with what stands in braces filled in. */
export function fill(words, parts) {
  return words.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

function either(words, { joints }) {
  if (words.length === 1) return words[0];
  return words.slice(0, -1).join(joints.either) + joints.last + words.at(-1);
}

/** 2026-11-25 as 2026年11月25日. */
export function chineseDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
