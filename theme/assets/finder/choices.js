// Draws the choices of a question that depend on what was answered before.

import { element } from "../search/dom.js";

/** One button a kind of need, and one for those who cannot say. */
export function drawChoices(place, values, titles, chosen) {
  const button = (value, title) =>
    element("button", { type: "button", class: "pick", "data-answer": "kind", "data-value": value, "aria-pressed": String(chosen.includes(value)) }, element("b", {}, title));
  place.replaceChildren(...values.map((value) => button(value, titles[value])), button("", "说不清，都看看"));
}

/** One box a group or kind of household; `onPick` is told all that are ticked. */
export function drawTicks(place, { groups, homes }, names, said, onPick) {
  const box = (kind, value, title) =>
    element("label", { class: "pick pick--tick" }, element("input", { type: "checkbox", "data-kind-of": kind, value, checked: said[kind].includes(value) }), element("b", {}, title));
  place.replaceChildren(...groups.map((each) => box("group", each, names.groups[each])), ...homes.map((each) => box("home", each, names.homes[each])));
  place.onchange = () => {
    const ticked = (kind) => Array.from(place.querySelectorAll(`[data-kind-of="${kind}"]:checked`), (each) => each.value);
    onPick({ group: ticked("group"), home: ticked("home") });
  };
}
