// The finder: one question at a time, answers in the address, results in place.

import { addressOf, chinaToday, readAddress, toAnswers } from "./answers.js";
import { loadDistrict, loadRules } from "./data.js";
import { element } from "../search/dom.js";
import { showResults } from "./results.js";

const page = document.querySelector("[data-finder]");
const parts = Object.fromEntries(Array.from(document.querySelectorAll("#content [data-part]"), (each) => [each.dataset.part, each]));
const steps = Array.from(page.querySelectorAll("[data-step]"), (each) => each.dataset.step);
const aid = page.querySelector(".aid");

start();

async function start() {
  try {
    const table = await loadRules();
    connect(table);
    restore(table);
    parts.plain.hidden = true;
  } catch {
    parts.form.hidden = true; // the plain links below still lead everywhere
    parts.plain.hidden = false;
  }
}

function connect(table) {
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    forward(table);
  });
  parts.back.addEventListener("click", () => go(steps[steps.indexOf(shown()) - 1], table));
  parts.form.addEventListener("change", (event) => choose(event.target, table));
  addEventListener("popstate", () => restore(table));
}

/** Shows what the address says. */
function restore(table) {
  const { said, step } = readAddress();
  fill(said, table);
  show(said.district ? step : "where", said, table);
}

function forward(table) {
  const at = steps.indexOf(shown());
  const said = readForm();
  parts.wanted.hidden = Boolean(said.district);
  if (said.district) go(steps[at + 1] ?? "results", table);
}

function go(step, table) {
  const said = readForm();
  history.pushState(null, "", addressOf(said, step));
  show(step, said, table);
}

function choose(input, table) {
  if (input.name === "district") {
    parts.wanted.hidden = true;
    offerTownships(input.value, "", table);
  }
  if (input.type !== "checkbox" || !input.checked) return;
  const others = Array.from(parts.form.elements[input.name]).filter((each) => each !== input);
  for (const each of others) if (input.value === "none" || each.value === "none") each.checked = false;
}

async function show(step, said, table) {
  const isAsking = step !== "results";
  parts.form.hidden = !isAsking;
  parts.lead.hidden = !isAsking;
  parts.results.hidden = isAsking;
  if (aid) aid.hidden = isAsking;
  if (isAsking) {
    if (said.district) loadDistrict(said.district).catch(() => {}); // while the other questions are answered
    return ask(step);
  }
  const district = await loadDistrict(said.district);
  const answers = toAnswers(said, table, chinaToday());
  await showResults(parts.results, { said, answers, table, district }, (asked) => go(asked, table));
}

function ask(step) {
  const isFirst = step === steps[0];
  for (const each of page.querySelectorAll("[data-step]")) each.hidden = each.dataset.step !== step;
  parts.back.hidden = isFirst;
  parts.next.textContent = step === steps.at(-1) ? "看结果" : "下一问";
  if (history.state !== null || !isFirst) page.querySelector(`[data-step="${step}"]`).focus();
}

function shown() {
  return steps.find((step) => !page.querySelector(`[data-step="${step}"]`).hidden);
}

function readForm() {
  const given = new FormData(parts.form);
  const all = (name) => given.getAll(name);
  const one = (name) => given.get(name) ?? "";
  return {
    district: one("district"),
    township: one("township"),
    residence: one("residence"),
    who: one("who"),
    age: one("age"),
    need: all("need"),
    group: all("group"),
    home: all("home"),
  };
}

function fill(said, table) {
  for (const input of parts.form.querySelectorAll("input")) {
    const value = said[input.name];
    if (input.type === "number") input.value = value;
    else input.checked = Array.isArray(value) ? value.includes(input.value) : value === input.value;
  }
  offerTownships(said.district, said.township, table);
}

function offerTownships(district, chosen, { names }) {
  const inside = Object.entries(names.places).filter(([, place]) => place.parent === district);
  const select = parts.township.querySelector("select");
  const options = [["", { name: "不知道，先不选" }], ...inside];
  select.replaceChildren(...options.map(([value, { name }]) => element("option", { value, selected: value === chosen }, name)));
  parts.township.hidden = !district || !inside.length;
}
