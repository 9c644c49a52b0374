// Shows what was found: what fits, what may fit, what lacks one thing; a sheet at a time; and whom to ask.

import { element } from "../search/dom.js";
import { drawOffer, drawWindow } from "./offer_card.js";
import { drawSaid } from "./asked_for.js";
import { findMatches } from "./match.js";

const SHEET = 6;
const CLOSED_FOR_NOW = ["full", "paused"];

/** Fills `place` with the answers. `view` holds what was said and found; `turns` are called to change an answer. */
export async function showResults(place, view, turns) {
  const { answers, table, district } = view;
  const matches = findMatches(district.entries, answers, table.names, table.rules);
  const parts = partsOf(matches, answers);
  const drawn = await Promise.all(parts.map((part) => drawPart(part, matches, view)));
  place.replaceChildren(
    drawHead(parts),
    drawSaid(view, matches, turns),
    ...(parts.length ? [] : [await drawReason(view)]),
    ...drawn,
    drawWindows(answers.place, district.windows, table.names.places),
  );
  const head = place.querySelector("h2");
  head.focus({ preventScroll: true });
  head.scrollIntoView();
}

/** What was asked for by name comes first; without that, what fits and then what may fit. */
function partsOf(matches, answers) {
  const open = matches.filter(({ verdict }) => verdict !== "near");
  const exact = answers.kinds ? open.filter(({ need }) => need === 0) : [];
  const rest = open.filter((match) => !exact.includes(match));
  const near = matches.filter(({ verdict }) => verdict === "near");
  const also = exact.length ? "同一类里，" : "";
  return [
    { title: "正对您的难处", count: "项正对您的难处", found: exact },
    { title: `${also}您符合，可以申请`, count: "项您符合", found: rest.filter(({ verdict }) => verdict === "fits") },
    { title: `${also}可能符合，打电话问清`, count: "项可能符合", found: rest.filter(({ verdict }) => verdict === "maybe") },
    { title: "还差一样", count: "项还差一样", found: near, isFolded: true, isOpen: isNeeded(near, open, exact, answers) },
  ].filter(({ found }) => found.length);
}

/** What lacks one thing lies open when nothing else fits, or nothing of the kind that was asked for. */
function isNeeded(near, open, exact, { kinds }) {
  return !open.length || Boolean(kinds && !exact.length && near.some(({ need }) => need === 0));
}

function drawHead(parts) {
  const words = parts.map(({ count, found }) => `${found.length} ${count}`);
  const found = words.length ? `找到：${words.join("，")}。` : "眼下没有登记这样的帮扶。别急，下面还有办法。";
  return element("h2", { tabindex: "-1", class: "found" }, found);
}

async function drawPart({ title, found, isFolded, isOpen }, matches, view) {
  const { district, faults, table } = view;
  const list = element("ul", { class: "cards cards--rows" });
  const more = element("button", { type: "button", class: "button button--quiet" });
  more.addEventListener("click", async () => {
    const shown = list.children.length;
    await append();
    list.children[shown]?.querySelector("a").focus();
  });
  await append();
  const heading = `${title}（${found.length}）`;
  if (!isFolded) return element("section", { class: "section section--bare" }, element("h2", {}, heading), list, more);
  return element("details", { class: "near", open: isOpen }, element("summary", {}, element("h2", {}, heading)), list, more);

  async function append() {
    const start = list.children.length;
    const next = found.slice(start, start + SHEET);
    const details = await Promise.all(next.map((match) => district.details(match.entry).catch(() => null)));
    const words = { places: table.names.places, rules: table.rules, offers: table.offers, faults };
    list.append(...next.map((match, at) => drawOffer(match, details[at], words, otherThan(match, matches))));
    const left = found.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `再看 ${Math.min(SHEET, left)} 项（还有 ${left} 项）`;
  }
}

/** What may be had now instead of something whose places are gone. The same as `find_other` in offers.py. */
function otherThan({ entry, verdict }, matches) {
  if (verdict !== "near" || !CLOSED_FOR_NOW.includes(entry.status)) return null;
  return matches.find((each) => each.verdict !== "near" && each.entry.kinds.some((kind) => entry.kinds.includes(kind)));
}

/** Why nothing is there: the answer without which something would be, and what that is. */
async function drawReason(view) {
  const { answers, table, district } = view;
  const found = (changed) => findMatches(district.entries, { ...answers, ...changed }, table.names, table.rules);
  const place = table.names.places[answers.place]?.name ?? "全市";
  const reasons = [
    ["年龄都不合，下面这些给别的年纪；拿不准就打电话问", { ages: undefined }],
    ["这一类眼下没有，先看看别的难处能帮的", { needs: undefined, kinds: undefined }],
    ["这里眼下没有，先看看不限这些条件的", { needs: undefined, kinds: undefined, ages: undefined }],
  ];
  const [words, matches] = reasons.map(([text, changed]) => [text, found(changed)]).find(([, each]) => each.length) ?? ["", []];
  const text = words ? `${place}：${words}。` : `${place}眼下还没有登记能申请的帮扶。请打下面窗口的电话，说说您的难处。`;
  const section = element("section", { class: "section section--bare" }, element("p", { class: "notice notice--wait" }, text));
  if (matches.length) section.append(await drawPart({ title: "可以问问的", found: matches.slice(0, SHEET) }, matches, view));
  return section;
}

/** The township's window, and the district's when the township is not known or has none. */
function drawWindows(code, windows, places) {
  const found = windows[code] ?? windows[places[code]?.parent] ?? [];
  if (!found.length) return "";
  return element(
    "section",
    { class: "section section--bare" },
    element("h2", {}, "拿不准，就到窗口或者打电话"),
    element("ul", { class: "cards windows" }, found.map(drawWindow)),
  );
}
