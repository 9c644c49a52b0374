// Answers to the address and back. They stand behind `#?`, so that they can be shared but are never sent to the server.

const LISTS = ["need", "kind", "group", "home", "wish"];
const WORDS = ["district", "township", "residence", "who", "age"];

/** Nothing said yet. */
export function nothingSaid() {
  return { ...Object.fromEntries(WORDS.map((name) => [name, ""])), ...Object.fromEntries(LISTS.map((name) => [name, []])) };
}

/** What the address says: texts by question, lists for those with several answers, and the `step` shown. */
export function readAddress() {
  const given = new URLSearchParams(location.hash ? location.hash.replace(/^#\??/, "") : location.search);
  const said = nothingSaid();
  for (const name of LISTS) said[name] = given.getAll(name);
  for (const name of WORDS) said[name] = given.get(name) ?? "";
  const isAnswered = [...LISTS, ...WORDS].some((name) => given.has(name));
  return { said, step: given.get("step") ?? (isAnswered ? "results" : "where") };
}

/** The address that says this; without any answer the plain one. */
export function addressOf(said, step) {
  const given = new URLSearchParams();
  for (const name of WORDS) if (said[name]) given.append(name, said[name]);
  for (const name of LISTS) for (const value of said[name]) given.append(name, value);
  const usual = String(given) ? "results" : "where"; // what is shown where the address names no step
  if (step !== usual) given.append("step", step);
  return String(given) ? `${location.pathname}#?${given}` : location.pathname;
}

/** What was said, as matching takes it; whatever makes no sense counts as not said. */
export function toAnswers(said, { rules, names }, today) {
  const place = [said.township, said.district].find((code) => names.places[code]);
  return {
    place,
    needs: known(said.need, names.categories),
    kinds: known(said.kind, names.kinds),
    groups: known(said.group, names.groups),
    homes: known(said.home, names.homes),
    ages: agesOf(said, rules.people),
    residence: said.residence in rules.residence_words ? said.residence : undefined,
    wishes: said.wish,
    today,
  };
}

/** The answers with what was offered to choose from. */
export function withQuestion(answers, { groups, homes }) {
  return { ...answers, asked_groups: groups, asked_homes: homes };
}

function known(values, names) {
  const found = values.filter((value) => value in names);
  return found.length || values.includes("none") ? found : undefined;
}

function agesOf({ age, who }, people) {
  const years = Number.parseInt(age, 10);
  if (years >= 0 && years <= 120) return [years, years];
  return people[who];
}

/** Today in China, 2026-11-25: help is offered there, wherever the reader is. */
export function chinaToday(now = new Date()) {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(now);
}
