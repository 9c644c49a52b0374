// The search page: a form, facets and results that follow the address.

import { readAddress, writeAddress } from "./address.js";
import { countFacets, drawFacets, narrow } from "./facets.js";
import { find } from "./find.js";
import { openIndex } from "./index.js";
import { showResults } from "./results.js";

const PAUSE = 350; // milliseconds without a keystroke before a half-typed query is tried
const NARROW = "按条件缩小范围"; // folds the facets away on a narrow screen, where they would push the results off it
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
  const input = parts.form.elements.q;
  let state = readAddress(names);
  let turn = 0;
  let answered = { query: null };

  async function show() {
    const own = (turn += 1);
    const { query, chosen } = state;
    if (document.activeElement !== input) input.value = query;
    document.title = query ? `${query} - ${title}` : title;
    const isAsked = Boolean(query) || Array.from(chosen.values()).some((values) => values.size);
    parts.hint.hidden = isAsked;
    parts.body.hidden = !isAsked;
    parts.empty.hidden = true;
    if (!isAsked) return say("");
    page.setAttribute("aria-busy", "true");
    say("正在搜索……");
    try {
      const index = await openIndex();
      if (answered.query !== query) answered = { query, answer: await find(index, query) };
      if (own === turn) await draw(index, () => own === turn);
    } catch (error) {
      console.error(error);
      if (own === turn) fail();
    }
    if (own === turn) page.removeAttribute("aria-busy");
  }

  async function draw(index, isWanted) {
    const { answer } = answered;
    const ids = narrow(index, answer.ids, state.chosen);
    if (!(await showResults(parts, index, ids, answer, isWanted))) return;
    say(describe(answer, ids.length, state.query));
    parts.empty.hidden = ids.length > 0;
    drawFacets(parts.facets, countFacets(index, answer.ids, state.chosen, names), labels, pick);
    const picked = Array.from(state.chosen.values()).reduce((sum, values) => sum + values.size, 0);
    parts.narrow.textContent = picked ? `${NARROW}（已选 ${picked}）` : NARROW;
    parts.narrow.hidden = !parts.facets.childElementCount;
  }

  function fail() {
    say(FAILED);
    parts.body.hidden = true;
    parts.hint.hidden = false;
  }

  function say(words) {
    parts.status.textContent = words;
  }

  function pick(name, value, isPicked) {
    if (isPicked) state.chosen.get(name).add(value);
    else state.chosen.get(name).delete(value);
    writeAddress(state);
    show();
  }

  function ask(passing) {
    state = { ...state, query: input.value.trim() };
    writeAddress(state, passing);
    show();
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
  input.addEventListener("focus", () => openIndex().catch(() => {}), { once: true });
  addEventListener("popstate", () => {
    state = readAddress(names);
    input.value = state.query;
    show();
  });
  page.addEventListener("keydown", (event) => moveByKey(event, input, parts.results));
  show();
}

function describe({ how }, total, query) {
  if (!total) return query ? `没有找到与“${query}”有关的内容。` : "没有符合条件的内容。";
  const ways = {
    all: `共 ${total} 条。`,
    whole: `找到 ${total} 条。`,
    sound: `按拼音找到 ${total} 条。`,
    loose: `没有完全匹配，以下是部分匹配（${total} 条）。`,
  };
  return ways[how];
}

/** The arrow keys lead from the box through the results and back. */
function moveByKey(event, input, results) {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const stops = [input, ...results.querySelectorAll(".card__title a")];
  const at = stops.indexOf(document.activeElement);
  if (!step || at < 0 || event.isComposing || !stops[at + step]) return;
  event.preventDefault();
  stops[at + step].focus();
}
