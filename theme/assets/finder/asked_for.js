// What was asked for, each part with the way back to its question, and what else would find better.

import { element } from "../search/dom.js";
import { fill, serviceWord } from "./criteria.js";
import { askWishes } from "./questions.js";

const WIDE = "(min-width: 40rem)"; // the same as in finder.css

/** One line of what was said; `turns` holds `edit(step)`, `change(name, value)` and `clear()`. */
export function drawSaid({ said, table }, matches, turns) {
  const lines = [
    ["where", "住处", placeWords(said, table)],
    ["need", "难处", [...listWords(said.need, table.names.categories), ...listWords(said.kind, table.kindNames)]],
    ["who", "给谁找", [table.rules.people_words[said.who], said.age && `${said.age} 岁`]],
    ["group", "情况", traitWords(said, table.names)],
  ];
  const clear = element("button", { type: "button", class: "told__clear" }, "清除回答");
  clear.addEventListener("click", () => turns.clear());
  const isWide = matchMedia(WIDE).matches;
  const change = element(
    "details",
    { class: "told__fold", open: isWide },
    drawShort(lines),
    element("div", { class: "told" }, element("ul", {}, lines.map((line) => drawLine(line, turns))), drawMore({ said, table }, matches, turns, !isWide), clear),
  );
  return element("div", {}, change, drawDistricts(said, table, turns));
}

/** What was said in few words: all that a phone shows of it before it is touched. */
function drawShort(lines) {
  const words = lines.flatMap(([, , each]) => each.filter(Boolean));
  return element("summary", {}, element("span", {}, words.join(" · ") || "什么都没有说"), element("b", {}, "改或清除"));
}

function drawLine([step, label, words], turns) {
  const text = words.filter(Boolean).join("、") || "没有说";
  const edit = element("button", { type: "button", class: "told__edit", "aria-label": `改${label}：${text}` }, element("span", {}, `${label}：${text}`), " 改");
  edit.addEventListener("click", () => turns.edit(step));
  return element("li", {}, edit);
}

function placeWords({ district, township, residence }, { names: { places }, rules }) {
  return [`${places[district]?.name ?? ""}${places[township]?.name ?? ""}`, fill(rules.residence_words[residence] ?? "", { city: cityOf(places) })];
}

/** The name of the place above all others. */
export function cityOf(places) {
  return Object.values(places).find(({ parent }) => !parent)?.name ?? "";
}

function listWords(values, names) {
  return values.map((value) => names[value]).filter(Boolean);
}

function traitWords({ group, home }, { groups, homes }) {
  const words = [...listWords(group, groups), ...listWords(home, homes)];
  return words.length || !group.length ? words : ["都没有"];
}

/** What is worth adding: only what some entry that was found turns on. */
function drawMore({ said, table }, matches, turns, isOpen) {
  const parts = [drawTownships(said, table, turns), drawAge(said, matches, turns), drawResidence(said, table, matches, turns), drawWishes(said, table, matches, turns)];
  const asked = parts.filter(Boolean);
  if (!asked.length) return null;
  return element("details", { class: "more", open: isOpen }, element("summary", {}, "再说几样"), asked);
}

/** Before anybody said where they live, only what the whole city may have is there. */
function drawDistricts({ district }, { names: { places } }, turns) {
  if (district) return null;
  const [city] = Object.entries(places).find(([, place]) => !place.parent) ?? [];
  const inside = Object.entries(places).filter(([, { parent }]) => parent && parent === city);
  const options = [["", { name: "请选" }], ...inside];
  const select = element("select", { id: "find-district" }, options.map(([value, { name }]) => element("option", { value }, name)));
  select.addEventListener("change", () => select.value && turns.change("district", select.value));
  return element("div", { class: "ask" }, element("label", { for: "find-district" }, "您住在哪个区？说了能看更多"), select);
}

function drawTownships({ district, township }, { names }, turns) {
  const inside = Object.entries(names.places).filter(([, place]) => district && place.parent === district);
  if (!inside.length) return null;
  const options = [["", { name: "不知道，先不选" }], ...inside];
  const select = element("select", { id: "find-township" }, options.map(([value, { name }]) => element("option", { value, selected: value === township }, name)));
  select.addEventListener("change", () => turns.change("township", select.value));
  return element("div", { class: "ask" }, element("label", { for: "find-township" }, "住在哪个街道（镇、乡）？离家近的会排在前面"), select);
}

function drawAge({ age }, matches, turns) {
  if (age || !matches.some(({ entry }) => entry.age_min !== null || entry.age_max !== null)) return null;
  const input = element("input", { id: "find-exact-age", type: "number", inputmode: "numeric", min: 0, max: 120 });
  input.addEventListener("change", () => input.validity.valid && turns.change("age", input.value));
  return element("div", { class: "ask" }, element("label", { for: "find-exact-age" }, "多大年纪？（周岁）"), input);
}

function drawResidence({ residence }, { rules, names }, matches, turns) {
  const { accepted } = rules.criteria.find(({ kind }) => kind === "accepts");
  if (residence || !matches.some(({ entry }) => entry.residence in accepted)) return null;
  const words = Object.entries(rules.residence_words).map(([value, text]) => [value, fill(text, { city: cityOf(names.places) })]);
  const buttons = words.map(([value, text]) => {
    const button = element("button", { type: "button", class: "chip" }, text);
    button.addEventListener("click", () => turns.change("residence", value));
    return element("li", {}, button);
  });
  return element("div", { class: "ask", role: "group", "aria-label": "户口在哪里？" }, element("p", {}, "户口在哪里？"), element("ul", { class: "chips" }, buttons));
}

function drawWishes({ wish }, { rules }, matches, turns) {
  const offered = askWishes(matches);
  if (!offered.length) return null;
  const buttons = offered.map((value) => {
    const isWished = wish.includes(value);
    const button = element("button", { type: "button", class: "chip", "aria-pressed": String(isWished) }, serviceWord(value, rules));
    button.addEventListener("click", () => turns.change("wish", isWished ? wish.filter((each) => each !== value) : [...wish, value]));
    return element("li", {}, button);
  });
  return element("div", { class: "ask", role: "group", "aria-label": "最好是" }, element("p", {}, "最好是："), element("ul", { class: "chips" }, buttons));
}
