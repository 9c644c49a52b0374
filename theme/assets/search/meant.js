// The line that says how a sentence was understood: each part can be taken back, and the finder goes on from it.

import { element } from "./dom.js";

const ROOT = new URL("../../../", import.meta.url);
const ABOUT = {
  family: "您在替家里人问：上面的电话，您替他打也可以。",
  other: "您在替别人问：可以把上面的电话告诉他，也可以替他打。",
};

/** Draws `meant` in `place`; `onChange({needs, places, choice})` hears what the reader takes back or adds. */
export function showMeant(place, lexicon, meant, offered, onChange) {
  const { needs, places, choice } = meant;
  place.hidden = !offered.needs.length && !offered.places.length && !offered.choice.length;
  if (place.hidden) return place.replaceChildren();
  const chips = [
    ...offered.needs.map(({ id }) => drawChip(lexicon.kinds.get(id).name, needs.some((each) => each.id === id), () => onChange(toggleNeed(meant, offered, id)))),
    ...[...offered.places, ...offered.choice].map((code) => drawChip(nameOf(lexicon, code), places.includes(code), () => onChange(togglePlace(meant, offered, code)))),
  ];
  const asks = choice.length && !places.length ? element("p", { class: "meant__about" }, `您是不是在${choice.map((code) => nameOf(lexicon, code)).join("或者")}？点一下就只看那里的。`) : null;
  const lines = [
    element("p", { class: "meant__title", id: "meant-title" }, "听起来像："),
    element("ul", { class: "chips meant__chips", role: "list", "aria-labelledby": "meant-title" }, chips),
    element("a", { class: "meant__finder", href: finderAddress(lexicon, meant) }, "不对？一步一步选"),
    asks,
  ];
  place.replaceChildren(...lines.filter(Boolean));
  return undefined;
}

/** Says below the answers whom they are for, where somebody asks for somebody else. */
export function showAbout(place, meant) {
  place.textContent = ABOUT[meant?.about] ?? "";
  place.hidden = !place.textContent;
}

function drawChip(words, isOn, onPress) {
  const button = element("button", { type: "button", class: "chip meant__chip", "aria-pressed": `${isOn}` }, words);
  button.addEventListener("click", onPress);
  return element("li", {}, button);
}

function toggleNeed({ needs, places, choice }, offered, id) {
  const isOn = needs.some((each) => each.id === id);
  const wanted = offered.needs.filter((each) => (each.id === id ? !isOn : needs.some((other) => other.id === each.id)));
  return { needs: wanted, places, choice };
}

function togglePlace({ needs, places, choice }, offered, code) {
  return { needs, places: places.includes(code) ? places.filter((each) => each !== code) : [...places.filter((each) => offered.places.includes(each)), code], choice };
}

/** What a place is called, with the district it lies in. */
export function nameOf({ places }, code) {
  const place = places.find((each) => each.code === code);
  const above = places.find((each) => each.code === place?.parent && each.code.length === 6);
  return `${above?.name ?? ""}${place?.name ?? ""}`;
}

/** The finder with what was understood filled in; its answers stand behind `#?`, too. */
function finderAddress({ kinds }, { needs, places, groups }) {
  const given = new URLSearchParams();
  const [place = ""] = places;
  if (place) given.append("district", place.slice(0, 6));
  if (place.length > 6) given.append("township", place);
  for (const category of new Set(needs.map(({ id }) => kinds.get(id).category))) given.append("need", category);
  for (const { id } of needs.slice(0, 1)) given.append("kind", id);
  for (const group of groups) given.append("group", group);
  given.append("step", place ? "need" : "where");
  return new URL(`find/#?${given}`, ROOT).href;
}
