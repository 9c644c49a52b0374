// Answers to the address and back. They stand behind `#?`, so that they can be shared but are never sent to the server.

const LISTS = ["need", "group", "home"];
const WORDS = ["district", "township", "residence", "who", "age"];

/** What the address says: texts by question, lists for those with several answers, and the `step` shown. */
export function readAddress() {
  const given = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : location.search);
  const said = Object.fromEntries(LISTS.map((name) => [name, given.getAll(name)]));
  for (const name of WORDS) said[name] = given.get(name) ?? "";
  return { said, step: given.get("step") ?? (given.has("district") ? "results" : "where") };
}

/** The address that says this. */
export function addressOf(said, step) {
  const given = new URLSearchParams();
  for (const name of WORDS) if (said[name]) given.append(name, said[name]);
  for (const name of LISTS) for (const value of said[name]) given.append(name, value);
  if (step !== "results") given.append("step", step);
  return `${location.pathname}#?${given}`;
}

/** What was said, as matching takes it; whatever makes no sense counts as not said. */
export function toAnswers(said, { rules, names }, today) {
  const place = [said.township, said.district].find((code) => names.places[code]);
  return {
    place,
    needs: known(said.need, names.categories),
    groups: known(said.group, names.groups),
    homes: known(said.home, names.household_types),
    ages: agesOf(said, rules.people),
    residence: said.residence in rules.residence_words ? said.residence : undefined,
    today,
  };
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
