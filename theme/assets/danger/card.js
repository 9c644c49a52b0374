// Draws the card of a kind of danger: its urgency in the heading, what to do first, numbers to read and to tap; where
// another kind is nearly as likely, a line for it.

import { carryKind } from "./carried_kind.js";
import { element } from "../search/dom.js";
import { armLeaving } from "./leave.js";

const LISTED = 3; // numbers on a card, and one less beside a second kind: all of it is to be seen at once; the page has the rest
const ROOT = new URL("../../../", import.meta.url);

/** Puts the card in its place, or takes it away; what stands there already is left alone, so nothing is read twice. */
export function showCard(place, card, { leave, address } = {}) {
  const mark = card ? `${card.id}${card.isToHelper ? " helper" : ""} ${card.beside?.id ?? ""}` : "";
  if ((place.dataset.shown ?? "") === mark) return;
  place.dataset.shown = mark;
  place.replaceChildren(...(card ? [drawCard(card, leave, address)] : []));
  if (card) armLeaving(place);
}

/** Nothing to read on: what to do first, one sentence, the numbers; the rest stands on the page 紧急求助. */
function drawCard({ id, heading, sentence, numbers, beside }, leave, address) {
  const title = `danger-${id}`;
  const more = element("a", { href: new URL(address, ROOT).href }, "还能怎么办");
  more.addEventListener("click", () => carryKind(id));
  const away = leave && element("a", { class: "leave", href: leave, rel: "nofollow noreferrer", "data-leave": true }, "快速离开");
  return element(
    "section",
    { class: "danger", "aria-labelledby": title },
    element("h2", { class: "danger__title", id: title }, heading),
    sentence && element("p", {}, sentence),
    element("ul", { class: "danger__numbers" }, numbers.slice(0, beside ? LISTED - 1 : LISTED).map(drawNumber)),
    beside && element("p", { class: "danger__beside" }, drawCall({ ...beside.numbers[0], name: `也可能是：${beside.name}` })),
    away && element("p", { class: "danger__trace" }, "离开以后，历史记录还在"),
    element("p", { class: "danger__more" }, more, away),
  );
}

function drawNumber({ hours, outside, unverified, ...line }) {
  const notes = [unverified && "未核实", hours, outside].filter(Boolean).join("；");
  return element("li", {}, drawCall(line), notes && element("small", {}, notes));
}

function drawCall({ number, name, linked }) {
  const shown = [element("b", {}, number), " ", element("span", {}, name)];
  return linked ? element("a", { class: "danger__call", href: `tel:${number}` }, shown) : element("span", { class: "danger__plain" }, shown);
}
