// The table of a dataset: narrows, sorts, adds up and gives away what is shown, all in the reader's own browser.

import { element } from "../search/dom.js";
import { readAsked, writeAsked } from "./asked.js";
import { someOfCsv, someOfJson } from "./lines.js";
import { addUp, findRows, sumOf } from "./rows.js";

const SHOWN_AT_ONCE = 100;
const SHOWN_OF_TOTALS = 12;
const FAILED = "现在取不到数据，请用下面的列表和文件。";
const place = document.querySelector("[data-taking]");
const { rows, list, csv, json, taking } = place.dataset;
const parts = Object.fromEntries(Array.from(place.querySelectorAll("[data-part]"), (part) => [part.dataset.part, part]));
const format = new Intl.NumberFormat("zh-CN", { maximumFractionDigits: 2 });

start().catch((error) => {
  console.warn(error);
  parts.status.textContent = FAILED;
});

async function start() {
  const data = await (await fetched(rows)).json();
  let asked = readAsked(data);
  let found = [];
  let shown = 0;
  place.hidden = false;
  parts.fold.open = matchMedia("(min-width: 48rem)").matches; // on a phone the records come first
  const fields = drawFields(data, asked);
  parts.fields.replaceChildren(...fields);

  function show() {
    found = findRows(data, asked);
    shown = 0;
    parts.rows.replaceChildren();
    parts.head.replaceChildren(drawHead(data));
    showMore();
    drawTotals(data, found);
    const told = sumOf(data, found);
    const sum = told?.count ? `；其中 ${format.format(told.count)} 条写了${told.label}，合计 ${format.format(told.sum)} 元` : "";
    parts.status.textContent = `符合条件的有 ${format.format(found.length)} 条（共 ${format.format(data.keys.length)} 条）${sum}。`;
  }

  function showMore() {
    const next = found.slice(shown, shown + SHOWN_AT_ONCE);
    parts.rows.append(...next.map((at) => drawRow(data, at)));
    shown += next.length;
    parts.more.hidden = shown >= found.length;
  }

  function change() {
    asked = readFields(data, parts.fields);
    writeAsked(asked);
    show();
  }

  parts.fields.addEventListener("change", change);
  parts.fields.addEventListener("submit", (event) => {
    event.preventDefault();
    change();
  });
  parts.more.addEventListener("click", showMore);
  parts.clear.addEventListener("click", () => {
    parts.fields.reset();
    for (const field of parts.fields.elements) field.value = "";
    change();
  });
  parts.csv.addEventListener("click", () => give(csv, someOfCsv, found, `${taking}.csv`, "text/csv"));
  parts.json.addEventListener("click", () => give(json, someOfJson, found, `${taking}.json`, "application/json"));
  addEventListener("hashchange", () => {
    asked = readAsked(data);
    parts.fields.replaceChildren(...drawFields(data, asked));
    show();
  });
  show();
}

async function fetched(address) {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
  return answer;
}

/** The published lines of what is shown, in the order shown. */
async function give(address, some, found, name, type) {
  try {
    const content = new TextDecoder("utf-8", { ignoreBOM: true }).decode(await (await fetched(address)).arrayBuffer());
    const link = element("a", { href: URL.createObjectURL(new Blob([some(content, found)], { type })), download: name });
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
  } catch (error) {
    console.warn(error);
    parts.status.textContent = FAILED;
  }
}

function drawFields(data, asked) {
  const axes = data.axes.filter((axis) => axis.values.length).map((axis) => {
    const options = axis.values.map((value, at) => element("option", { value, selected: asked.chosen.get(axis.name) === value }, axis.labels[at]));
    return label(axis.label, element("select", { "data-axis": axis.name }, element("option", { value: "" }, "全部"), options));
  });
  const ranges = [
    ...data.amounts.map((column) => range(column, "number", asked, "（元）")),
    ...data.days.map((column) => range(column, "date", asked, "")),
  ];
  const sorts = [...data.amounts, ...data.days].flatMap(({ name, label: title }) => [
    element("option", { value: `-${name}`, selected: asked.sort === `-${name}` }, `${title}，从大到小（从新到旧）`),
    element("option", { value: name, selected: asked.sort === name }, `${title}，从小到大（从旧到新）`),
  ]);
  const sort = sorts.length ? label("排序", element("select", { "data-sort": true }, element("option", { value: "" }, "和列表一样"), sorts)) : null;
  return [...axes, ...ranges, sort].filter(Boolean);
}

function range({ name, label: title }, type, asked, unit) {
  const input = (end, words) =>
    element("input", { type, "data-from": end === "from" && name, "data-to": end === "to" && name, value: asked[end].get(name) ?? "", min: type === "number" ? "0" : null, step: type === "number" ? "any" : null, "aria-label": `${title}${words}` });
  return element("div", { class: "taking__field", role: "group", "aria-label": title }, element("span", {}, `${title}${unit}`), element("span", { class: "taking__range" }, input("from", "不小于"), "至", input("to", "不大于")));
}

function label(title, field) {
  return element("label", { class: "taking__field" }, element("span", {}, title), field);
}

function readFields(data, form) {
  const read = (name) => new Map(Array.from(form.querySelectorAll(`[data-${name}]`), (field) => [field.dataset[name], field.value]).filter(([, value]) => value));
  return { chosen: read("axis"), from: read("from"), to: read("to"), sort: form.querySelector("[data-sort]")?.value ?? "" };
}

function drawHead(data) {
  const titles = ["名称", ...data.axes.filter(({ counted }) => counted).map(({ label: title }) => title), ...data.amounts.map(({ label: title }) => `${title}（元）`), ...data.days.map(({ label: title }) => title)];
  return element("tr", {}, titles.map((title) => element("th", { scope: "col" }, title)));
}

function drawRow(data, at) {
  const link = element("a", { href: `${list}${data.keys[at].split("/").map(encodeURIComponent).join("/")}/` }, data.titles[at]);
  const axes = data.axes.filter(({ counted }) => counted).map((axis) => cell(axis.label, axis.of[at].map((value) => axis.labels[value]).join("、")));
  const amounts = data.amounts.map((column) => cell(`${column.label}（元）`, column.of[at] === null ? "" : format.format(column.of[at])));
  const days = data.days.map((column) => cell(column.label, column.of[at] ?? ""));
  return element("tr", {}, element("th", { scope: "row" }, link), axes, amounts, days);
}

function cell(title, text) {
  return element("td", { "data-label": title }, text || "—");
}

function drawTotals(data, found) {
  parts.totals.replaceChildren(...addUp(data, found).filter(({ rows: told }) => told.length).map((total) => drawTotal(total, Boolean(data.added))));
}

/** A bar beside each number; the bars of one table have one scale. */
function drawTotal({ label: title, rows: told }, isAdded) {
  const most = told[0].count;
  const lines = told.slice(0, SHOWN_OF_TOTALS).map(({ label: name, count, sum }) =>
    element("tr", {}, element("th", { scope: "row" }, name), element("td", { "data-label": "条数" }, element("meter", { min: 0, max: most, value: count, "aria-hidden": "true" }), ` ${format.format(count)}`), isAdded && element("td", { "data-label": "合计（元）" }, format.format(sum))),
  );
  const rest = told.length - SHOWN_OF_TOTALS;
  return element(
    "section",
    { class: "section" },
    element("h2", {}, `按${title}`),
    element("table", { class: "table table--numbers" }, element("thead", {}, element("tr", {}, element("th", { scope: "col" }, title), element("th", { scope: "col" }, "条数"), isAdded && element("th", { scope: "col" }, "合计（元）"))), element("tbody", {}, lines)),
    rest > 0 && element("p", { class: "small" }, `另有 ${rest} 个没有列出。`),
  );
}
