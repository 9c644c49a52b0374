// The links by which a list is narrowed, as a choice of several: each link leads to the list with its own value as
// well or, if that is chosen already, without it.

import { toParameters } from "./address.js";

/** The filters on the page: `{label, box, summary, options}`; `list` is the address of the whole list. */
export function readFilters(list) {
  return Array.from(document.querySelectorAll("[data-filter]"), (box) => ({
    label: box.dataset.filter,
    box,
    summary: box.querySelector("summary"),
    options: Array.from(box.querySelectorAll("a.chip"), (link) => readOption(link, list)),
  }));
}

/** An option's link says what it stands for: `…/<name>/<value>/`. */
function readOption(link, list) {
  const path = new URL(link.href).pathname.slice(list.pathname.length, -1);
  const [name, ...value] = path.split("/").map(decodeURIComponent);
  const number = link.querySelector(".chip__count");
  const isOwn = link.hasAttribute("aria-current");
  return { link, plain: link.href, isOwn, name, value: value.join("/"), title: titleOf(link), number, total: number.textContent };
}

function titleOf(link) {
  return link.firstChild.data.trim();
}

/** What a choice becomes when this option is picked or put back. */
export function toggled(chosen, { name, value }) {
  const values = new Set(chosen.get(name));
  if (!values.delete(value)) values.add(value);
  return new Map(chosen).set(name, values);
}

/** The address of the list narrowed by a choice. */
export function addressOf(list, chosen) {
  const search = toParameters({ chosen });
  return search ? `${list.href}#?${search}` : list.href;
}

/** Lets every link lead on from what is chosen, and marks the chosen ones. */
export function showChoice(filters, list, chosen) {
  for (const { label, summary, options } of filters) {
    const picked = options.filter(({ name, value }) => chosen.get(name).has(value));
    for (const option of options) {
      option.link.href = addressOf(list, toggled(chosen, option));
      option.link.toggleAttribute("aria-current", false);
    }
    for (const option of picked) option.link.setAttribute("aria-current", "true");
    if (summary) summary.textContent = picked.length ? `按${label}（已选 ${picked.length}）` : `按${label}`;
  }
}

/** Shows how many records each further option would leave; those that leave none are put out of the way. */
export function showCounts(filters, counted) {
  for (const { label, box, options } of filters) {
    const { values } = counted.find(({ name }) => name === label);
    const counts = new Map(values.map((each) => [each.value, each.count]));
    for (const { link, number, title } of options) {
      number.textContent = `${counts.get(title) ?? 0}`;
      link.parentElement.hidden = !counts.has(title);
    }
    hideEmptyGroups(box);
  }
}

/** The links as they are without a script: each narrows the whole list by itself. */
export function restoreLinks(filters) {
  for (const { label, box, summary, options } of filters) {
    for (const { link, plain, number, total } of options) {
      link.href = plain;
      link.removeAttribute("aria-current");
      number.textContent = total;
      link.parentElement.hidden = false;
    }
    if (summary) summary.textContent = `按${label}`;
    hideEmptyGroups(box);
  }
}

function hideEmptyGroups(box) {
  for (const chips of box.querySelectorAll(".chips")) {
    chips.hidden = chips.querySelector("li:not([hidden])") === null;
    const heading = chips.previousElementSibling;
    if (heading?.matches(".filter__panel .filter__group")) heading.hidden = chips.hidden;
  }
}
