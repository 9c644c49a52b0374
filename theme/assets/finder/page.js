// The finder: one question at a time, one tap each; answers in the address, results in place.

import { addressOf, chinaToday, nothingSaid, readAddress, toAnswers, withQuestion } from "./answers_in_address.js";
import { askGroups, askKinds } from "./questions.js";
import { connectDoors, openDoor } from "./doors.js";
import { connectSentence, forgetSentence } from "./sentence.js";
import { drawChoices, drawTicks } from "./choices.js";
import { loadDistrict, loadRules } from "./data.js";
import { showResults } from "./results.js";

const page = document.querySelector("[data-finder]");
const parts = Object.fromEntries(Array.from(document.querySelectorAll("#content [data-part]"), (each) => [each.dataset.part, each]));
const aid = page.querySelector(".aid");
const steps = Array.from(page.querySelectorAll("[data-step]"), (each) => each.dataset.step);
const faults = Array.from(page.querySelectorAll("[data-fault]"), ({ dataset }) => ({ title: dataset.fault, address: dataset.address }));
let said = nothingSaid();
let depth = 0; // how many pages of this finder lie behind in the history
let isClearing = false;
let early = null; // what was touched before the data came
let isSecret = false; // whether what was said speaks of danger: then no address may say it

start();

async function start() {
  if (!location.hash && !location.search) showFirst();
  try {
    const table = await loadRules();
    table.kindNames = Object.fromEntries(Array.from(page.querySelectorAll("[data-kind]"), ({ dataset }) => [dataset.kind, dataset.title]));
    const touched = early;
    connect(table);
    await restore(table);
    parts.plain.hidden = true;
    touched?.click();
  } catch {
    parts.form.hidden = true; // the plain links below still lead everywhere
    parts.plain.hidden = false;
  }
  page.dataset.ready = "";
}

/** The first question needs no data: it stands there at once, and who is faster than the data is not forgotten. */
function showFirst() {
  parts.plain.hidden = true;
  parts.form.hidden = false;
  parts.sentence.hidden = !("sentences" in page.dataset);
  parts.form.addEventListener("click", ({ target }) => (early ??= target.closest("button")));
  page.dataset.ready = "";
}

function connect(table) {
  parts.form.addEventListener("submit", (event) => event.preventDefault());
  parts.form.addEventListener("click", ({ target }) => answer(target.closest("button[data-answer]"), table));
  parts.back.addEventListener("click", () => back(table));
  parts.skip.addEventListener("click", () => next(table));
  parts.results_now.addEventListener("click", () => go("results", table));
  addEventListener("popstate", () => isClearing || restore(table));
  connectSentence(page, table, (heard, danger) => {
    if (openDoor(page, danger)) return undefined;
    isSecret = Boolean(danger);
    said = { ...said, ...heard };
    return go("results", table);
  });
  connectDoors(page, parts, { table, faults });
}

/** One tap answers a question; what was said of finer things than another answer no longer holds. */
function answer(button, table) {
  if (!button) return;
  const { answer: name, value } = button.dataset;
  if (name === "district" && value !== said.district) said = { ...said, township: "" };
  if (name === "need") said = { ...said, need: value ? [value] : [], kind: [] };
  else if (name === "kind") said = { ...said, kind: value ? [value] : [] };
  else if (name === "none") said = { ...said, group: ["none"], home: ["none"] };
  else if (name === "who") said = { ...said, who: value, age: "" };
  else said = { ...said, [name]: value };
  next(table);
}

async function next(table) {
  const after = steps.slice(steps.indexOf(shown()) + 1);
  for (const step of after) if (await isAsked(step, table)) return go(step, table);
  return go("results", table);
}

async function back(table) {
  const before = steps.slice(0, steps.indexOf(shown())).reverse();
  for (const step of before) if (await isAsked(step, table)) return go(step, table);
}

/** Finer kinds and groups are asked for only where something in play turns on them. */
async function isAsked(step, table) {
  if (step === "kind") return (await kindsNow(table)).length > 1;
  if (step !== "group") return true;
  const { groups, homes } = await groupsNow(table);
  return groups.length + homes.length > 0;
}

async function kindsNow(table) {
  const { entries } = await loadPlace(table);
  return askKinds(entries, toAnswers({ ...said, kind: [], group: [], home: [] }, table, chinaToday()), table.names, table.rules);
}

async function groupsNow(table) {
  const { entries } = await loadPlace(table);
  return askGroups(entries, toAnswers({ ...said, group: [], home: [] }, table, chinaToday()), table.names, table.rules);
}

/** The district's entries; before anybody says where they live, what the whole city may have. */
function loadPlace({ names }) {
  return loadDistrict(names.places[said.district] ? said.district : page.dataset.city);
}

/** Shows what the address says; an old address with `?` is made one with `#`. */
async function restore(table) {
  const read = readAddress();
  said = read.said;
  isSecret = false;
  depth = history.state?.depth ?? 0;
  if (location.search) history.replaceState({ depth }, "", addressOf(said, read.step));
  await show(read.step, table);
}

async function go(step, table) {
  if (!isSecret) depth += 1;
  if (!isSecret) history.pushState({ depth }, "", addressOf(said, step));
  await show(step, table);
}

/** Every page of answers is taken out of this tab's history as far as a page can do that. */
function clear(table) {
  const gone = () => {
    isClearing = false;
    isSecret = false;
    said = nothingSaid();
    depth = 0;
    forgetSentence(page);
    history.replaceState({ depth }, "", location.pathname);
    history.pushState({ depth }, "", location.pathname); // what lay ahead is dropped
    show("where", table);
  };
  if (!depth) return gone();
  isClearing = true;
  addEventListener("popstate", gone, { once: true });
  history.go(-depth);
}

async function show(step, table) {
  const isAsking = step !== "results";
  parts.form.hidden = !isAsking;
  parts.lead.hidden = step !== "where";
  parts.results.hidden = isAsking;
  if (step === steps[0]) parts.sentence.append(parts.danger);
  else parts.form.before(parts.danger); // a card stays in sight whatever is asked or answered
  parts.start.hidden = step !== "where";
  if (aid) aid.hidden = isAsking;
  if (isAsking) return ask(steps.includes(step) ? step : "where", table);
  const district = await loadPlace(table);
  const question = await groupsNow(table);
  const answers = withQuestion(toAnswers(said, table, chinaToday()), question);
  await showResults(parts.results, { said, answers, table, district, faults }, turnsOf(table));
  if (isSecret) parts.danger.parentElement.scrollIntoView(); // the card itself may come a moment later
}

/** What can be changed from the results. */
function turnsOf(table) {
  return {
    edit: (step) => go(step, table),
    clear: () => clear(table),
    change(name, value) {
      said = { ...said, [name]: value };
      return go("results", table);
    },
  };
}

async function ask(step, table) {
  for (const each of page.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== step;
  parts.sentence.hidden = step !== steps[0] || !("sentences" in page.dataset);
  if (step === "kind") drawChoices(parts.kinds, await kindsNow(table), table.kindNames, said.kind);
  if (step === "group") {
    drawTicks(parts.groups, await groupsNow(table), table.names, said, (picked) => (said = { ...said, ...picked }));
  }
  if (said.district && step !== "group") loadPlace(table).catch(() => {}); // while the other questions are answered
  mark(step);
  const question = page.querySelector(`[data-step="${step}"]`);
  if (step === steps[0] && !history.state?.depth) return;
  question.focus({ preventScroll: true });
  question.scrollIntoView();
}

function mark(step) {
  for (const each of parts.form.querySelectorAll("button[data-answer]")) {
    const given = said[each.dataset.answer];
    const isGiven = Array.isArray(given) ? given.includes(each.dataset.value) : Boolean(given) && given === each.dataset.value;
    each.setAttribute("aria-pressed", String(isGiven));
  }
  parts.back.hidden = step === steps[0];
  parts.skip.hidden = step === "group";
  parts.skip.textContent = step === "where" ? "先不说住在哪里" : "跳过这一问";
  parts.results_now.classList.toggle("button--quiet", step !== "group");
}

function shown() {
  return steps.find((step) => !page.querySelector(`[data-step="${step}"]`).hidden);
}
