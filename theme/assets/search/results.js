// Draws result cards, a sheet at a time.

import { element } from "./dom.js";
import { siteUrl } from "./index.js";
import { findPassage, hasMatch, markText, needlesOf } from "./marks.js";

export const SHEET = 20;

/** The cards of these pages as list items; `answer` says what to mark. */
export async function drawCards(index, ids, answer) {
  const needles = needlesOf(answer);
  const cards = await Promise.all(ids.map((id) => index.readCard(id)));
  return cards.map((card) => drawCard(card, needles));
}

function drawCard(card, needles) {
  const shown = [card.title, card.excerpt, ...card.facts.map(([, text]) => text)];
  const passage = needles.length && !hasMatch(shown, needles) ? findPassage(card.words, needles) : "";
  const title = element("a", { href: siteUrl(card.address) }, markText(card.title, needles));
  return element(
    "li",
    { class: "card card--found" },
    element("h3", { class: "card__title" }, title),
    element("p", { class: "card__kind" }, element("span", { class: "badge" }, card.kind)),
    card.excerpt && element("p", { class: "card__summary" }, markText(card.excerpt, needles)),
    passage && element("p", { class: "card__passage" }, markText(passage, needles)),
    card.facts.length > 0 && drawFacts(card.facts, needles),
  );
}

function drawFacts(facts, needles) {
  const rows = facts.map(([label, text]) =>
    element("div", {}, element("dt", {}, label), element("dd", {}, markText(text, needles))),
  );
  return element("dl", { class: "card__facts" }, rows);
}
