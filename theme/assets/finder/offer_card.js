// Draws offers and windows; components.html draws the same without a script.

import { chineseDate, fill, serviceWord } from "./criteria.js";
import { element } from "../search/dom.js";

const ROOT = new URL("../../../", import.meta.url);
const BESIDE = 3; // the distance matching gives to what a neighbouring township offers

/** One offer with its reasons; `details` may still be missing when they could not be loaded.
 *  `words` hold `places`, `rules`, the address of `offers`, and `faults`: where to say that something is wrong, with
 *  addresses to fill; `other` is what may be had meanwhile. */
export function drawOffer(match, details, words, other) {
  const { entry } = match;
  const { places, rules } = words;
  const place = entry.level === "city" ? "全市" : places[entry.division].name;
  return element(
    "li",
    { class: "card offer" },
    element("h3", { class: "card__title" }, element("a", { href: urlOf(addressOf(entry, words)) }, entry.name)),
    drawBadges(match, place, rules),
    details && element("p", { class: "offer__gives" }, details.standard + (details.fee ? `（${details.fee}）` : "")),
    drawReasons(match),
    other && drawOther(other, words),
    details && drawFacts(match, details),
    details && drawCall(details.phone),
    details && drawCheck(match, details, rules),
    drawFaults(entry, words),
  );
}

function drawBadges({ entry, distance }, place, rules) {
  const badge = (words, kind = "") => element("span", { class: `badge${kind}` }, words);
  return element(
    "p",
    {},
    badge(distance === BESIDE ? `邻近 · ${place}` : place),
    entry.services.flatMap((each) => [" ", badge(serviceWord(each, rules), " badge--good")]),
  );
}

function drawReasons({ met, open, lacking }) {
  const lines = [
    ["met", "符合", met],
    ["open", "要问清", open],
    ["lacking", "还差", lacking],
  ];
  return element(
    "ul",
    { class: "reasons" },
    lines
      .filter(([, , words]) => words.length)
      .map(([kind, label, words]) => element("li", { class: `reason reason--${kind}` }, element("b", {}, `${label}：`), words.join(kind === "met" ? "、" : "；"))),
  );
}

function drawOther({ entry }, words) {
  return element("p", { class: "offer__other" }, "眼下先看：", element("a", { href: urlOf(addressOf(entry, words)) }, entry.name));
}

function drawFacts({ easier }, { summary, papers, how }) {
  const bring = papers.join("、") + (easier ? "（您的证件就能证明，不用再证明家里困难）" : "");
  const rows = [
    ["是什么", summary],
    ["要带", bring],
    ["怎么办", how],
  ];
  return element(
    "dl",
    { class: "card__facts" },
    rows.filter(([, text]) => text).map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, text))),
  );
}

/** A number to tap; one that nobody has (示例号码) does not dial. */
export function drawCall(phone, words = "打电话") {
  const content = [`${words} `, element("b", {}, phone)];
  if (phone.includes("示例号码")) return element("span", { class: "call call--sample" }, ...content);
  return phone && element("a", { class: "call", href: `tel:${phone}` }, ...content);
}

function drawCheck({ entry, stale }, { checked_by: by }, { check_words: words }) {
  const kind = !entry.checked_on ? "never" : stale ? "stale" : "fresh";
  const text = kind === "never" ? words.never : fill(words[kind], { day: chineseDate(entry.checked_on) });
  return element("p", { class: `offer__check offer__check--${kind}` }, by && kind !== "never" ? `${text}（${by}）` : text);
}

function drawFaults(entry, words) {
  if (!words.faults.length) return null;
  const links = words.faults.map(({ title, address }) => {
    const parts = { address: encodeURIComponent(addressOf(entry, words)), title: encodeURIComponent(entry.name) };
    return element("a", { href: fill(address, parts), rel: "noopener noreferrer" }, title, element("span", { class: "unseen" }, `：${entry.name}`));
  });
  return element("p", { class: "offer__faults" }, "电话或名额不对？告诉我们：", links);
}

function addressOf({ key }, { offers }) {
  return `${offers}${key}/`;
}

/** A window to go to. */
export function drawWindow(window) {
  const rows = [
    ["地址", window.street_address + (window.directions ? `（${window.directions}）` : "")],
    ["时间", window.hours],
  ];
  return element(
    "li",
    { class: "card" },
    element("h3", { class: "card__title" }, element("a", { href: urlOf(window.address) }, window.name)),
    drawCall(window.phone, "电话"),
    element(
      "dl",
      { class: "card__facts" },
      rows.map(([label, text]) => element("div", {}, element("dt", {}, label), element("dd", {}, text))),
    ),
  );
}

/** The full URL of an address of the site. */
export function urlOf(address) {
  return new URL(address, ROOT).href;
}
