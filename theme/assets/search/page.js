// The search page: a form, what was understood, facets and results that follow the address; danger comes first and
// leaves no trace in it.

import { showCard } from "../danger/card.js";
import { findDanger, loadDangers } from "../danger/words.js";
import { clearAddress, readAddress, writeAddress } from "./address.js";
import { answer } from "./answer_parts.js";
import { takeAsked } from "./carried_question.js";
import { countFacets, drawFacets, narrow } from "./facet_panel.js";
import { openIndex } from "./pagefind_index.js";
import { loadLexicon } from "./lexicon.js";
import { showAbout, showMeant } from "./understood_line.js";
import { showList } from "./result_cards.js";
import { showWindows } from "./windows_to_ask.js";

const PAUSE = 350; // milliseconds without a keystroke before a half-typed query is tried
const FEW = 3; // so few results leave room for the windows
const SCREEN = 5; // so few results are seen at once: on a narrow screen nothing need be narrowed
const NARROW = "缩小范围"; // folds the facets away on a narrow screen, where they would push the results off it
const FAILED = "搜索暂时用不了，请检查网络后再试，或者从下面的目录里找。";

const page = document.querySelector("[data-search]");
if (page) start(page);

function start(page) {
  const parts = Object.fromEntries(
    Array.from(page.querySelectorAll("[data-part]"), (part) => [part.dataset.part, part]),
  );
  const labels = new Map(JSON.parse(page.dataset.search));
  const names = Array.from(labels.keys());
  const title = document.title;
  const input = parts.form.querySelector("input");
  let state = { ...readAddress(names), choice: {} };
  let turn = 0;
  let answered = { query: null };

  async function show() {
    const own = (turn += 1);
    const isWanted = () => own === turn;
    const { query, chosen } = state;
    if (document.activeElement !== input) input.value = query;
    const isAsked = Boolean(query) || Array.from(chosen.values()).some((values) => values.size);
    parts.hint.hidden = isAsked;
    parts.body.hidden = !isAsked;
    if (!isAsked) return clear();
    page.setAttribute("aria-busy", "true");
    if (answered.query !== query) delete page.dataset.ready;
    say("正在搜索……");
    try {
      const [index, lexicon] = await Promise.all([openIndex(), loadLexicon(), loadDangers().then(({ more }) => more).catch(() => {})]);
      if (answered.query !== query || answered.choice !== state.choice) {
        const found = await answer(index, lexicon, query, state.choice);
        const offered = answered.query === query ? answered.offered : found.meant;
        answered = { query, choice: state.choice, found, offered };
      }
      if (isWanted()) await draw(index, lexicon, isWanted);
    } catch (error) {
      console.error(error);
      if (isWanted()) fail();
    }
    if (!isWanted()) return undefined;
    page.removeAttribute("aria-busy");
    page.dataset.ready = "";
    return undefined;
  }

  function clear() {
    document.title = title;
    parts.meant.hidden = true;
    parts.narrow.hidden = true;
    page.dataset.ready = "";
    say("");
  }

  /** What stands above the answers at once, then the answers from the top down: nothing that is read is pushed away. */
  async function draw(index, lexicon, isWanted) {
    const { exact, offers, partly, meant, danger } = answered.found;
    const [found, meet, some] = [exact.ids, offers, partly].map((ids) => narrow(index, ids, state.chosen));
    const total = found.length + meet.length + some.length;
    if (meant && lexicon) showMeant(parts.meant, lexicon, meant, answered.offered, { onChange: choose, isSecret: Boolean(danger), finder: page.dataset.finder });
    else parts.meant.hidden = true;
    showAbout(parts.about, null);
    const isLacking = meant?.lacking && !found.length;
    say(isLacking ? lackingWords(lexicon, meant, meet.length) : describe(exact, found.length, meet.length, some.length, state.query, danger));
    showNarrowing(index, exact.ids.length ? exact.ids : [...offers, ...partly], total);
    for (const part of [parts.offering, parts.partial, parts.windows]) part.hidden = true;
    const plain = { ...exact, how: exact.how === "whole" || exact.how === "sound" ? exact.how : "loose" };
    if (!(await showList({ list: parts.results, more: parts.more }, index, found, exact, isWanted))) return;
    if (!(await showSection(parts.offering, "offers", index, meet, plain, isWanted))) return;
    showAbout(parts.about, danger?.quiet ? null : meant);
    if (!(await showSection(parts.partial, "partly", index, some, plain, isWanted))) return;
    if (!state.query || danger?.quiet || (total > FEW && !meant?.lacking)) return;
    await showWindows(parts, index, lexicon, meant?.places ?? [], locate, isWanted);
  }

  function showNarrowing(index, counted, total) {
    drawFacets(parts.facets, countFacets(index, counted, state.chosen, names), labels, pick);
    const picked = Array.from(state.chosen.values()).reduce((sum, values) => sum + values.size, 0);
    parts.narrow.textContent = picked ? `${NARROW}（已选 ${picked}）` : NARROW;
    parts.narrow.hidden = !parts.facets.childElementCount || (total <= SCREEN && !picked);
  }

  /** Gives false when the reader has asked for something else meanwhile. */
  async function showSection(section, name, index, ids, answer, isWanted) {
    parts[name].replaceChildren();
    section.hidden = !ids.length;
    return showList({ list: parts[name], more: parts[`${name}-more`] }, index, ids, answer, isWanted);
  }

  function fail() {
    say(FAILED);
    parts.body.hidden = true;
    parts.meant.hidden = true;
    parts.narrow.hidden = true;
    parts.hint.hidden = false;
  }

  function say(words) {
    parts.status.textContent = words;
  }

  function choose(choice) {
    state = { ...state, choice };
    show();
  }

  function locate(code) {
    const { needs = [], choice = [] } = answered.found.meant ?? {};
    choose({ needs, choice, places: [code] });
  }

  function pick(name, value, isPicked) {
    if (isPicked) state.chosen.get(name).add(value);
    else state.chosen.get(name).delete(value);
    if (!parts.danger.dataset.shown) writeAddress(state);
    show();
  }

  /** The card comes first, whatever becomes of the index; only what speaks of no danger is written down. */
  async function ask(passing) {
    const query = input.value.trim();
    state = { ...state, query, choice: {} };
    show();
    const isDanger = await look(query);
    if (input.value.trim() !== query) return;
    if (isDanger === false) {
      writeAddress(state, passing);
      document.title = query ? `${query} - ${title}` : title;
    } else {
      clearAddress();
      document.title = title;
    }
  }

  /** Whether a question speaks of danger; nothing where that cannot be known. */
  async function look(query) {
    const table = await loadDangers().catch(() => null);
    if (!table) return null;
    const quick = query ? findDanger(table, query) : null;
    if (quick) showCard(parts.danger, quick, table);
    else await table.more;
    const literal = quick ?? (query ? findDanger(table, query) : null);
    if (input.value.trim() !== query) return null;
    if (literal || !query) showCard(parts.danger, literal, table);
    if (literal) return true;
    const lexicon = query ? await loadLexicon() : null;
    const heard = lexicon ? findDanger(table, query, lexicon.sounds) : null;
    if (input.value.trim() === query) showCard(parts.danger, heard, table);
    return Boolean(heard);
  }

  parts.narrow.addEventListener("click", () => {
    const isOpen = parts.narrow.getAttribute("aria-expanded") === "true";
    parts.narrow.setAttribute("aria-expanded", String(!isOpen));
  });
  parts.form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    ask(false);
  });
  let timer;
  input.addEventListener("input", (event) => {
    clearTimeout(timer);
    if (!event.isComposing) timer = setTimeout(() => ask(true), PAUSE);
  });
  input.addEventListener("compositionend", () => {
    clearTimeout(timer);
    timer = setTimeout(() => ask(true), PAUSE);
  });
  input.addEventListener("focus", () => Promise.all([loadDangers(), openIndex(), loadLexicon()]).catch(() => {}), { once: true });
  addEventListener("popstate", () => {
    state = { ...readAddress(names), choice: {} };
    input.value = state.query;
    look(state.query);
    show();
  });
  page.addEventListener("keydown", (event) => moveByKey(event, input, page));
  const asked = takeAsked();
  if (asked !== null || state.query) {
    input.value = asked ?? state.query;
    history.replaceState({ passing: true }, ""); // the question belongs to this entry of the history, whoever brought it
    ask(false);
  } else show();
}

function describe({ how }, total, offers, partly, query, isDanger) {
  if (how === "all") return total ? `共 ${total} 条。` : "没有符合条件的内容。";
  if (total) return how === "sound" ? `按拼音找到 ${total} 条。` : `找到 ${total} 条。`;
  if (offers) return `按意思找到 ${offers} 项帮扶。`;
  if (partly) return `没有完全匹配，以下是部分匹配（${partly} 条）。`;
  return isDanger ? "" : `没有找到与“${query}”有关的内容。`;
}

/** Nobody in the place that was named offers what was meant; whether there is something like it, and whom to ask. */
function lackingWords(lexicon, { places, lacking }, offers) {
  const name = lexicon.places.find(({ code }) => code === places[0])?.name ?? "";
  return `${name}还没有登记“${lexicon.kinds.get(lacking).name}”的帮扶${offers ? `；相近的有 ${offers} 项` : "，可以到窗口问"}。`;
}

/** The arrow keys lead from the box through the results and back. */
function moveByKey(event, input, page) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...page.querySelectorAll(".card__title a")];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || event.isComposing || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
}
