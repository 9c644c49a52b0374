// The windows to ask at, for whoever found nothing: of the place that was named, else a choice of places.

import { element } from "./dom.js";
import { showList } from "./result_cards.js";
import { traitsOf } from "./traits.js";

const MOST = 3;

/** Shows up to three windows that serve `places`; where no place is known, districts to choose from. */
export async function showWindows(parts, index, lexicon, places, onPlace, isWanted) {
  parts.windows.hidden = false;
  if (!places.length) return offerPlaces(parts["windows-list"], lexicon, onPlace);
  const ids = windowsOf(index, places).slice(0, MOST);
  await showList({ list: parts["windows-list"] }, index, ids, { how: "all", terms: [] }, isWanted);
}

/** The window of the place itself, then of what lies around it. */
function windowsOf(index, places) {
  const all = (index.facets.get("_window") ?? new Map()).get("1") ?? [];
  const distance = (id) => Math.min(...traitsOf(index, id).places.flatMap((own) => places.map((each) => apart(own, each))));
  return all.filter((id) => distance(id) < 9).sort((one, other) => distance(one) - distance(other));
}

function apart(own, wanted) {
  if (own === wanted) return 0;
  if (wanted.startsWith(own)) return 1;
  return own.startsWith(wanted.slice(0, 6)) ? 2 : 9;
}

function offerPlaces(list, lexicon, onPlace) {
  const districts = (lexicon?.places ?? []).filter(({ code }) => code.length === 6);
  const buttons = districts.map(({ code, name }) => {
    const button = element("button", { type: "button", class: "chip" }, name);
    button.addEventListener("click", () => onPlace(code));
    return element("li", {}, button);
  });
  list.replaceChildren(element("li", { class: "search__places" }, element("p", {}, "您住在哪个区？"), element("ul", { class: "chips" }, buttons)));
}
