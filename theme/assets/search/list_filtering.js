// Lets a reader combine the filters of a list without leaving it. Every filter stays a link, so nothing is lost where
// this script does not run or the index cannot be had.

import { readAddress, writeAddress } from "./address.js";
import { element } from "./dom.js";
import { countFacets, narrow } from "./facet_panel.js";
import { addressOf, readFilters, restoreLinks, showChoice, showCounts, toggled } from "./list_filter_links.js";
import { find } from "./ranking.js";
import { openIndex } from "./pagefind_index.js";
import { showList } from "./result_cards.js";

const FAILED = "现在不能同时按几个条件筛选，请一次选一个条件。";

const place = document.querySelector("[data-combine]");
const list = new URL(place.dataset.list, document.baseURI);
const filters = readFilters(list);
const options = filters.flatMap((filter) => filter.options);
const names = Array.from(new Set(options.map((option) => option.name)));

if (location.pathname === list.pathname) start();
else showChoice(filters, list, ownChoice());

/** A list that is narrowed already combines by leading to the whole list, with its own value chosen. */
function ownChoice() {
  const own = new Map(names.map((name) => [name, new Set()]));
  for (const option of options) if (option.isOwn) own.get(option.name).add(option.value);
  return own;
}

function start() {
  const parts = Object.fromEntries(
    Array.from(document.querySelectorAll("[data-part]"), (part) => [part.dataset.part, part]),
  );
  const status = Array.from(parts.status.childNodes);
  const stop = new AbortController();
  let chosen;
  let turn = 0;

  async function show(next) {
    const own = (turn += 1);
    chosen = next;
    const picked = options.filter(isPicked);
    showChoice(filters, list, chosen);
    if (!picked.length) return showWhole();
    say("正在筛选……");
    try {
      await draw(await openIndex(), picked, () => own === turn);
    } catch (error) {
      console.warn(error);
      stop.abort();
      showWhole();
      say(FAILED);
    }
  }

  async function draw(index, picked, isWanted) {
    const answer = await find(index, "");
    const all = narrow(index, answer.ids, new Map([["kind", new Set([place.dataset.combine])]]));
    const labelled = new Map(filters.map((each) => [each.label, titlesOf(each.options.filter(isPicked))]));
    const ids = narrow(index, all, labelled);
    if (!(await showList({ list: parts.results, more: parts.more }, index, ids, answer, isWanted))) return;
    say(ids.length ? `符合条件的有 ${ids.length} 条。` : "没有符合全部条件的。");
    parts.empty.hidden = ids.length > 0;
    parts.chosen.replaceChildren(...picked.map(drawPicked), picked.length > 1 ? drawClear() : "");
    showCounts(filters, countFacets(index, all, labelled, Array.from(labelled.keys())));
    swap(true);
  }

  function showWhole() {
    restoreLinks(filters);
    if (!stop.signal.aborted) showChoice(filters, list, chosen);
    parts.status.replaceChildren(...status);
    swap(false);
  }

  function swap(isNarrowed) {
    place.hidden = !isNarrowed;
    parts.whole.hidden = isNarrowed;
  }

  function say(words) {
    parts.status.textContent = words;
  }

  function isPicked({ name, value }) {
    return chosen.get(name).has(value);
  }

  function drawPicked(option) {
    const remove = [element("span", { class: "unseen" }, "去掉条件："), option.title, element("span", { "aria-hidden": "true" }, "✕")];
    const link = element("a", { class: "chip", href: addressOf(list, toggled(chosen, option)) }, remove);
    link.addEventListener("click", (event) => pick(event, toggled(chosen, option)));
    return element("li", {}, link);
  }

  function drawClear() {
    const link = element("a", { class: "chip", href: list.href }, "全部去掉");
    link.addEventListener("click", (event) => pick(event, new Map(names.map((name) => [name, new Set()]))));
    return element("li", {}, link);
  }

  function pick(event, next) {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    show(next);
    writeAddress({ chosen });
  }

  for (const option of options) {
    const toggle = (event) => pick(event, toggled(chosen, option));
    option.link.addEventListener("click", toggle, { signal: stop.signal });
  }
  addEventListener("popstate", () => show(readAddress(names).chosen), { signal: stop.signal });
  show(readAddress(names).chosen);
}

function titlesOf(options) {
  return new Set(options.map((option) => option.title));
}
