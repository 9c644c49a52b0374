// The finder on the window's own computer: all questions on one screen, nothing asked that says who somebody is, nothing
// kept. It is bundled into one file with its data, for a page opened from a disk may load no other.

import { chineseDate, fill } from "./criteria.js";
import { element } from "./dom.js";
import { findMatches } from "./match.js";
import { askGroups, askKinds } from "./questions.js";

const IDLE = 5 * 60 * 1000;
const SHEET = 8;
const data = JSON.parse(document.getElementById("data").textContent);
const { names, rules } = data;
const entries = data.entries.rows.map((row, place) => unpack(row, place));
const questions = document.getElementById("questions");
const found = document.getElementById("found");
const finer = { kinds: element("div"), groups: element("div"), homes: element("div") };
let said = nothing();
let shown = SHEET;
let idle = 0;

begin();
for (const name of ["pointerdown", "keydown", "input"]) addEventListener(name, wait);
addEventListener("pagehide", begin);
addEventListener("pageshow", (event) => event.persisted && begin());

function nothing() {
  return { township: "", need: [], kind: [], group: [], home: [], age: "", residence: "" };
}

/** Each case begins empty. */
function begin() {
  said = nothing();
  shown = SHEET;
  sayEdition(); // a page may stand open for weeks
  drawQuestions();
  draw();
  scrollTo(0, 0);
}

function wait() {
  clearTimeout(idle);
  idle = setTimeout(begin, IDLE);
}

function sayEdition() {
  const { place, edition, valid_to: until, site, warning } = data;
  document.getElementById("edition").textContent = `${place}，${edition}${until ? `，用到${chineseDate(until)}` : ""}。${site ? `新的一份在 ${site}` : "新的一份到本市的慈善帮扶网站上取。"}${warning}`;
  const expired = document.getElementById("expired");
  expired.hidden = !until || today() <= until;
  expired.textContent = expired.hidden ? "" : `这一份只用到${chineseDate(until)}，已经过期：名额、电话可能变了。换成新的一份再用；实在没有，每一项都先打电话问。`;
}

function today() {
  return new Intl.DateTimeFormat("en-CA", { timeZone: "Asia/Shanghai" }).format(new Date());
}

function unpack(row, place) {
  const entry = { place };
  for (const [at, name] of data.entries.columns.entries()) {
    const values = data.entries.values[name];
    entry[name] = values ? values[row[at]] : row[at];
  }
  return entry;
}

function answersNow() {
  const years = Number.parseInt(said.age, 10);
  const given = (values) => (values.length ? values : undefined);
  return {
    place: said.township || data.district,
    needs: given(said.need),
    kinds: given(said.kind),
    groups: given(said.group),
    homes: given(said.home),
    ages: years >= 0 && years <= 120 ? [years, years] : undefined,
    residence: said.residence || undefined,
    wishes: [],
    today: today(),
  };
}

/** What is asked of everybody stays in place; finer questions change with every answer. */
function drawQuestions() {
  const inside = Object.entries(names.places).filter(([, { parent }]) => parent === data.district);
  const city = Object.values(names.places).find(({ parent }) => !parent)?.name ?? "";
  questions.replaceChildren(
    element("div", { class: "buttons" }, button("下一位（清空）", begin), button("打印给他", () => print(), "quiet")),
    ...(inside.length ? [choose("township", "住在哪个街道（镇、乡）", inside.map(([code, { name }]) => [code, name]))] : []),
    tick("need", "哪方面有难处", Object.entries(names.categories)),
    finer.kinds,
    element("fieldset", {}, element("legend", {}, element("label", { for: "age" }, "多大年纪（周岁）")), ageBox()),
    finer.groups,
    finer.homes,
    choose("residence", "户口", Object.entries(rules.residence_words).map(([value, words]) => [value, fill(words, { city })])),
  );
}

function draw() {
  const answers = answersNow();
  const asked = askGroups(entries, answers, names, rules);
  const kinds = askKinds(entries, answers, names, rules);
  const groups = [...new Set([...asked.groups, ...said.group])];
  const homes = [...new Set([...asked.homes, ...said.home])];
  const focused = document.activeElement?.id;
  finer.kinds.replaceChildren(...(kinds.length > 1 ? [tick("kind", "再细一点", kinds.map((each) => [each, data.kind_names[each]]))] : []));
  finer.groups.replaceChildren(...(groups.length ? [tick("group", "有下面的情况吗", groups.map((each) => [each, names.groups[each]]))] : []));
  finer.homes.replaceChildren(...(homes.length ? [tick("home", "家里的情况", homes.map((each) => [each, names.homes[each]]))] : []));
  drawFound({ ...answers, asked_groups: asked.groups, asked_homes: asked.homes });
  if (focused && document.activeElement?.id !== focused) document.getElementById(focused)?.focus({ preventScroll: true });
}

function button(words, act, kind = "") {
  const made = element("button", { type: "button", class: kind }, words);
  made.addEventListener("click", act);
  return made;
}

function ageBox() {
  const box = element("input", { id: "age", type: "number", min: 0, max: 120, inputmode: "numeric", autocomplete: "off", value: said.age });
  box.addEventListener("input", () => say({ age: box.value }));
  return box;
}

function choose(name, legend, options) {
  const all = [["", "没有说"], ...options];
  const box = element("select", { id: name, autocomplete: "off" }, all.map(([value, title]) => element("option", { value, selected: value === said[name] }, title)));
  box.addEventListener("change", () => say({ [name]: box.value }));
  return element("fieldset", {}, element("legend", {}, element("label", { for: name }, legend)), box);
}

function tick(name, legend, options) {
  const boxes = options.map(([value, title]) => {
    const box = element("input", { type: "checkbox", id: `${name}-${value}`, autocomplete: "off", checked: said[name].includes(value) });
    box.addEventListener("change", () => {
      const picked = said[name].filter((each) => each !== value);
      say({ [name]: box.checked ? [...picked, value] : picked, ...(name === "need" ? { kind: [] } : {}) });
    });
    return element("label", {}, box, title);
  });
  return element("fieldset", {}, element("legend", {}, legend), element("div", { class: "picks" }, boxes));
}

function say(changed) {
  said = { ...said, ...changed };
  shown = SHEET;
  draw();
}

function drawFound(answers) {
  const matches = findMatches(entries, answers, names, rules);
  const left = matches.length - shown;
  const more = button(`再看 ${Math.min(SHEET, left)} 项（还有 ${left} 项）`, () => {
    shown += SHEET;
    draw();
  }, "quiet no-print");
  found.replaceChildren(
    element("h2", { id: "count" }, matches.length ? `找到 ${matches.length} 项` : "没有登记这样的帮扶：少选一样再看，或者问区民政局"),
    element("ol", { class: "offers" }, matches.slice(0, shown).map((match) => drawOffer(match))),
    ...(left > 0 ? [more] : []),
  );
}

function drawOffer({ entry, verdict, met, open, lacking, easier }) {
  const details = data.details[entry.place];
  const place = entry.level === "city" ? "全市" : names.places[entry.division].name;
  const papers = details.papers.join("、") + (easier ? "（已认定的，证件就行）" : "");
  const rows = [
    ["符合", met.join("、")],
    ["要问清", open.join("；")],
    ["还差", lacking.join("；")],
    ["给什么", details.standard + (details.fee ? `（${details.fee}）` : "")],
    ["要带", papers],
    ["怎么办", details.how],
    ["谁来帮", details.provider],
  ];
  return element(
    "li",
    { class: verdict },
    element("h3", {}, `${entry.name} `, element("small", {}, place)),
    details.phone && element("p", { class: "phone" }, details.phone),
    element("dl", {}, rows.filter(([, text]) => text).map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, text)))),
  );
}
