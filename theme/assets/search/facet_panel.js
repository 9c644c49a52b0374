// Narrows found pages by facets: one of the chosen values in each facet; and counts what each further value would give.

import { element } from "./dom.js";

const OPEN_AT_FIRST = 3;

/** The pages that have one of the chosen values in every facet; `chosen` maps names to sets of values. */
export function narrow(index, ids, chosen, except = null) {
  const wanted = Array.from(chosen).filter(([name, values]) => values.size && name !== except);
  const allowed = wanted.map(([name, values]) => {
    const known = index.facets.get(name) ?? new Map();
    return new Set(Array.from(values).flatMap((value) => known.get(value) ?? []));
  });
  return ids.filter((id) => allowed.every((set) => set.has(id)));
}

/** For each facet in `names`, its values with the number of pages each would show beside the other facets' choices. */
export function countFacets(index, ids, chosen, names) {
  return names.map((name) => {
    const pages = new Set(narrow(index, ids, chosen, name));
    const picked = chosen.get(name) ?? new Set();
    const values = Array.from(index.facets.get(name) ?? [], ([value, known]) => ({
      value,
      count: known.reduce((sum, id) => sum + pages.has(id), 0),
      picked: picked.has(value),
    }));
    return { name, values: values.filter((each) => each.count || each.picked).sort((a, b) => b.count - a.count) };
  });
}

/** Draws the facets that can divide the results; `onPick(name, value, picked)` hears each choice. */
export function drawFacets(place, counted, labels, onPick) {
  const focus = document.activeElement?.dataset?.facet ? { ...document.activeElement.dataset } : null;
  const wasOpen = new Map(Array.from(place.querySelectorAll("details"), (each) => [each.dataset.name, each.open]));
  const useful = counted.filter(({ values }) => values.length > 1 || values.some((each) => each.picked));
  place.replaceChildren(
    ...useful.map(({ name, values }, at) => {
      const isOpen = wasOpen.get(name) ?? (values.some((each) => each.picked) || at < openAtFirst());
      return drawFacet(name, labels.get(name) ?? name, values, isOpen, onPick);
    }),
  );
  if (focus) refocus(place, focus);
}

function openAtFirst() {
  return matchMedia("(min-width: 64rem)").matches ? OPEN_AT_FIRST : 0;
}

function drawFacet(name, label, values, isOpen, onPick) {
  const picked = values.filter((each) => each.picked).length;
  const items = values.map(({ value, count, picked: isPicked }) => {
    const box = element("input", { type: "checkbox", "data-facet": name, "data-value": value, checked: isPicked });
    box.addEventListener("change", () => onPick(name, value, box.checked));
    const number = element("span", { class: "facet__count" }, element("span", { class: "unseen" }, "，"), `${count}`, element("span", { class: "unseen" }, " 条"));
    return element("li", {}, element("label", { class: "facet__value" }, box, element("span", {}, value), number));
  });
  return element(
    "details",
    { class: "facet", "data-name": name, open: isOpen },
    element("summary", {}, picked ? `${label}（已选 ${picked}）` : label),
    element("ul", { class: "facet__values", "aria-label": label }, items),
  );
}

function refocus(place, { facet, value }) {
  const boxes = Array.from(place.querySelectorAll("input"));
  boxes.find((box) => box.dataset.facet === facet && box.dataset.value === value)?.focus();
}
