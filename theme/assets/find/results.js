// Shows what was found: what fits, what may fit, what lacks one thing; a sheet at a time; and whom to ask.

import { element } from "../search/dom.js";
import { drawOffer, drawWindow } from "./offers.js";
import { findMatches } from "./match.js";

const SHEET = 6;
const PARTS = [
  ["fits", "您符合，可以申请"],
  ["maybe", "可能符合，打电话问清"],
  ["near", "还差一样"],
];
const COUNTED = [
  ["fits", "您符合"],
  ["maybe", "可能符合"],
  ["near", "还差一样"],
];

/** Fills `place` with the answers; `onEdit(step)` is called when the reader wants to change one. */
export async function showResults(place, { said, answers, table, district }, onEdit) {
  const matches = findMatches(district.entries, answers, table.names, table.rules);
  const parts = await Promise.all(
    PARTS.map(([verdict, title]) => drawPart(verdict, title, matches.filter((match) => match.verdict === verdict), district, table.names.places)),
  );
  place.replaceChildren(
    drawHead(matches),
    drawSaid(said, table, onEdit),
    ...parts.filter(Boolean),
    drawWindows(answers.place, district.windows, table.names.places),
  );
  place.querySelector("h2").focus();
}

function drawHead(matches) {
  const counts = COUNTED.map(([verdict, words]) => [matches.filter((match) => match.verdict === verdict).length, words]);
  const words = counts.filter(([count]) => count).map(([count, words]) => `${count} 项${words}`);
  const found = words.length ? `找到：${words.join("，")}。` : "没有找到合适的。别急，下面还有办法。";
  return element("h2", { tabindex: "-1" }, found);
}

/** What was asked for, each part with the way back to its question. */
function drawSaid(said, { rules, names }, onEdit) {
  const lines = [
    ["where", "住在", placeWords(said, names, rules)],
    ["need", "难处", listWords(said.need, names.categories)],
    ["who", "给谁找", [rules.people_words[said.who], said.age && `${said.age} 岁`]],
    ["group", "情况", traitWords(said, names)],
  ];
  return element(
    "dl",
    { class: "said" },
    lines.map(([step, label, words]) => {
      const text = words.filter(Boolean).join("、") || "没有说";
      const edit = element("button", { type: "button", class: "said__edit", "aria-label": `改${label}` }, "改");
      edit.addEventListener("click", () => onEdit(step));
      return element("div", {}, element("dt", {}, label), element("dd", {}, text), element("dd", {}, edit));
    }),
  );
}

function placeWords({ district, township, residence }, { places }, rules) {
  return [`${places[district]?.name ?? ""}${places[township]?.name ?? ""}`, rules.residence_words[residence]];
}

function listWords(values, names) {
  return values.map((value) => names[value]).filter(Boolean);
}

function traitWords({ group, home }, { groups, household_types: homes }) {
  const words = [...listWords(group, groups), ...listWords(home, homes)];
  return words.length || !group.length ? words : ["都没有"];
}

async function drawPart(verdict, title, matches, district, places) {
  if (!matches.length) return null;
  const list = element("ul", { class: "cards cards--rows" });
  const more = element("button", { type: "button", class: "button button--quiet" });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    await append();
    list.children[shown]?.querySelector("a").focus();
  });
  await append();
  const heading = `${title}（${matches.length}）`;
  if (verdict !== "near") return element("section", { class: "section section--bare" }, element("h2", {}, heading), list, more);
  return element("details", { class: "near" }, element("summary", {}, element("h2", {}, heading)), list, more);

  async function append() {
    const start = list.children.length;
    const next = matches.slice(start, start + SHEET);
    const details = await Promise.all(next.map((match) => district.details(match.entry).catch(() => null)));
    list.append(...next.map((match, at) => drawOffer(match, details[at], places)));
    const left = matches.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `再看 ${Math.min(SHEET, left)} 项（还有 ${left} 项）`;
  }
}

/** The township's window, and the district's when the township is not known or has none. */
function drawWindows(code, windows, places) {
  const found = windows[code] ?? windows[places[code]?.parent] ?? [];
  return element(
    "section",
    { class: "section section--bare" },
    element("h2", {}, "拿不准，就到窗口或者打电话"),
    element("ul", { class: "cards windows" }, found.map(drawWindow)),
  );
}
