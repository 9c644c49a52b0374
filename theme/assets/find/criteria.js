// One criterion, one entry and the answers to an outcome and its words.
// The rules come from generator/features/finder/specification.py; criteria.py there has the same kinds.

const NOTHING = { outcome: "nothing" };
const GONE = { outcome: "gone" };

/** The outcome of one criterion. Where a failure `hides`, it is gone; where an answer only `narrows`, none is fine. */
export function apply(rule, entry, answers, names, rules) {
  const said = KINDS[rule.kind](rule, entry, answers, names, rules);
  if (said.outcome === "no" && rule.hides) return GONE;
  return said.outcome === "unknown" && rule.narrows ? NOTHING : said;
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

function overlap(rule, entry, answers, names, rules) {
  const wanted = entry[rule.item];
  const known = names[rule.names];
  const given = answers[rule.answer];
  if (!wanted.length) return NOTHING;
  const item = either(wanted.map((each) => known[each]), rules);
  if (!given) return say(rule, "unknown", { item });
  const shared = wanted.filter((each) => given.includes(each)).map((each) => known[each]);
  if (shared.length) return say(rule, "yes", { shared: shared.join(rules.joints.and) });
  return say(rule, "no", { item });
}

function range(rule, entry, answers) {
  const [min, max] = rule.item.map((name) => entry[name]);
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
  const item = fill(rule.requirements[asked], { place: names.places[entry.division].name });
  const given = answers[rule.answer];
  if (!given) return say(rule, "unknown", { item });
  return say(rule, accepted.includes(given) ? "yes" : "no", { item });
}

function reach(rule, entry, answers, names, rules) {
  const { places } = names;
  const wanted = entry.areas.length ? entry.areas : [entry.division];
  const distance = rules.distances[entry.level];
  const areas = either(wanted.map((each) => places[each].name), rules);
  if (!answers.place) return { ...say(rule, "unknown", { areas }), distance };
  const above = chain(answers.place, places);
  const covering = above.find((each) => wanted.includes(each));
  if (covering) return { ...say(rule, "yes", { place: places[covering].name }), distance };
  if (wanted.some((each) => chain(each, places).includes(answers.place))) {
    return { ...say(rule, "unknown", { areas }), distance };
  }
  return neighbour(rule, entry, above, places, rules.neighbour);
}

function neighbour(rule, entry, above, places, near) {
  const offered = entry.level === near.level && entry.residence === near.residence && !entry.areas.length;
  const own = places[entry.division];
  if (!offered || above.length < 2 || own.parent !== above[1]) return { outcome: "no" };
  return { outcome: "yes", text: fill(rule.words.near, { place: own.name }), distance: near.distance };
}

function note(rule, entry) {
  const text = entry[rule.item];
  return text ? say(rule, "unknown", { item: text.replace(/。+$/, "") }) : NOTHING;
}

function state(rule, entry) {
  const value = entry[rule.item];
  const outcome = rule.outcomes[value];
  return outcome ? { outcome, text: rule.words[value] ?? "" } : NOTHING;
}

function days(rule, entry, answers) {
  const [first, last] = rule.item.map((name) => entry[name]);
  if (answers.today > last) return GONE;
  return answers.today < first ? say(rule, "no", { from: chineseDate(first) }) : NOTHING;
}

const KINDS = { overlap, range, accepts, reach, note, state, days };

function say(rule, outcome, parts) {
  return { outcome, text: fill(rule.words[outcome] ?? "", parts) };
}

function fill(words, parts) {
  return words.replace(/\{(\w+)\}/g, (_, name) => parts[name]);
}

function either(words, { joints }) {
  if (words.length === 1) return words[0];
  return words.slice(0, -1).join(joints.or) + joints.last_or + words.at(-1);
}

function chineseDate(iso) {
  const [year, month, day] = iso.split("-").map(Number);
  return `${year}年${month}月${day}日`;
}
