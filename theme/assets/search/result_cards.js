// Draws result cards, a sheet at a time.

import { element } from "./dom.js";
import { siteUrl } from "./pagefind_index.js";
import { findPassage, hasMatch, markText, needlesOf } from "./highlights.js";
import { traitsOf } from "./traits.js";

const PAST = "已经结束，先打电话问";
const SHEET = 20;
const SCREEN = 5; // cards that fill a screen: on a slow line these are shown while the others are on their way

/**
 * Shows the cards of these pages in `list` and offers the rest by the button `more`; `answer` says what to mark.
 * Gives false, and changes nothing, when the reader has asked for something else meanwhile.
 */
export async function showList({ list, more }, index, ids, answer, isWanted) {
  const first = drawCards(index, ids.slice(0, SCREEN), answer);
  const others = drawCards(index, ids.slice(SCREEN, SHEET), answer);
  others.catch(() => {}); // told below, unless nobody waits for them any more
  const shown = await first;
  if (!isWanted()) return false;
  list.replaceChildren(...shown);
  if (more) more.hidden = true;
  const rest = await others;
  if (!isWanted()) return false;
  list.append(...rest);
  if (more) offerMore();
  return true;

  function offerMore() {
    const left = ids.length - list.children.length;
    more.hidden = left <= 0;
    more.textContent = `再看 ${Math.min(SHEET, left)} 条（还有 ${left} 条）`;
    more.onclick = appendMore;
  }

  async function appendMore() {
    const shown = list.children.length;
    const next = await drawCards(index, ids.slice(shown, shown + SHEET), answer);
    if (!isWanted() || list.children.length !== shown) return;
    list.append(...next);
    next[0]?.querySelector("a").focus();
    offerMore();
  }
}

async function drawCards(index, ids, answer) {
  const needles = needlesOf(answer);
  const cards = await Promise.all(ids.map((id) => index.readCard(id)));
  return cards.map((card, at) => drawCard(card, needles, traitsOf(index, ids[at])));
}

function drawCard(card, needles, { isPast }) {
  const shown = [card.title, card.excerpt, ...card.facts.map(([, text]) => text)];
  const passage = needles.length && !hasMatch(shown, needles) ? findPassage(card.words, needles) : "";
  const title = element("a", { href: siteUrl(card.address) }, markText(card.title, needles));
  return element(
    "li",
    { class: "card card--whole card--found" },
    element("h3", { class: "card__title" }, title),
    element("p", { class: "card__kind" }, element("span", { class: "badge" }, card.kind), isPast && element("span", { class: "badge badge--past" }, PAST)),
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
