// Draws offers, windows and the answers they are for; components.html draws the same without a script.

import { element } from "../search/dom.js";

const ROOT = new URL("../../../", import.meta.url);
const BESIDE = 3; // the distance matching gives to what a neighbouring township offers

/** One offer with its reasons; `details` may still be missing when they could not be loaded. */
export function drawOffer(match, details, places) {
  const { entry } = match;
  const place = entry.level === "city" ? "全市" : places[entry.division].name;
  return element(
    "li",
    { class: "card offer" },
    element("h3", { class: "card__title" }, element("a", { href: urlOf(`supply/${entry.key}/`) }, entry.name)),
    element("p", {}, element("span", { class: "badge" }, match.distance === BESIDE ? `邻近 · ${place}` : place)),
    details && element("p", { class: "offer__gives" }, details.standard + (details.fee ? `（${details.fee}）` : "")),
    drawReasons(match),
    details && drawFacts(match, details),
    details && drawCall(details.phone),
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

/** A number to tap. */
export function drawCall(phone, words = "打电话") {
  return phone && element("a", { class: "call", href: `tel:${phone}` }, `${words} `, element("b", {}, phone));
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
