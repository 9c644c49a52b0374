// The line that says how a sentence was understood: each part can be taken back, and the finder goes on from it.

import { element } from "./dom.js";

const NOTHING = { needs: [], places: [], groups: [] };
const ABOUT = {
  family: "您在替家里人问：上面的电话，您替他打也可以。",
  other: "您在替别人问：可以把上面的电话告诉他，也可以替他打。",
};

let unfolded = null; // what was offered last where the reader asked for the rest of it

/**
 * Draws `meant` in `place`: the kind that was meant most, the place, then what else; `onChange({needs, places, choice})`
 * hears what the reader takes back or adds. `finder` is its address, where the site has one. What is secret is not
 * handed on, for the finder would write it down.
 */
export function showMeant(place, lexicon, meant, offered, { onChange, isSecret, finder }) {
  const { needs, places } = meant;
  place.hidden = !offered.needs.length && !offered.places.length && !offered.choice.length;
  if (place.hidden) return place.replaceChildren();
  const needChip = ({ id }) => drawChip(lexicon.kinds.get(id).name, needs.some((each) => each.id === id), () => onChange(toggleNeed(meant, offered, id)));
  const placeChip = (code) => drawChip(nameOf(lexicon, code), places.includes(code), () => onChange(togglePlace(meant, offered, code)));
  const [first, ...others] = offered.needs;
  const rest = others.map(needChip);
  for (const each of rest) each.classList.add("meant__rest");
  place.classList.toggle("is-unfolded", unfolded === offered);
  const chips = [
    ...(first ? [needChip(first)] : []),
    ...offered.places.map(placeChip),
    ...(rest.length ? [drawFold(place, rest, () => (unfolded = offered))] : []),
    ...rest,
    ...(offered.choice.length ? [element("li", { class: "meant__about" }, "您是不是在"), ...offered.choice.map(placeChip)] : []),
  ];
  place.replaceChildren(
    element("p", { class: "meant__title", id: "meant-title" }, "听起来像："),
    element("ul", { class: "chips meant__chips", role: "list", "aria-labelledby": "meant-title" }, chips),
    ...(finder ? [element("a", { class: "meant__finder", href: finder + finderAnswers(lexicon, isSecret ? NOTHING : meant) }, "不对？自己选")] : []),
  );
  return undefined;
}

/** On a phone what was meant less waits, so that the first answer is on the screen. */
function drawFold(place, rest, onUnfold) {
  const button = element("button", { type: "button", class: "chip meant__chip" }, `还有 ${rest.length} 样`);
  button.addEventListener("click", () => {
    onUnfold();
    place.classList.add("is-unfolded");
    rest[0].querySelector("button").focus();
  });
  return element("li", { class: "meant__fold" }, button);
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

/** What a place is called, after the district it lies in, which a phone has no room for. */
function nameOf({ places }, code) {
  const place = places.find((each) => each.code === code);
  const above = places.find((each) => each.code === place?.parent && each.code.length === 6);
  return [above && element("span", { class: "meant__above" }, above.name), place?.name ?? ""];
}

/** What was understood as answers behind the address of the finder: after `#?`, too. */
function finderAnswers({ kinds }, { needs, places, groups }) {
  const given = new URLSearchParams();
  const isSaid = needs.length || places.length;
  const [place = ""] = places;
  if (place) given.append("district", place.slice(0, 6));
  if (place.length > 6) given.append("township", place);
  for (const category of new Set(needs.map(({ id }) => kinds.get(id).category))) given.append("need", category);
  for (const { id } of needs.slice(0, 1)) given.append("kind", id);
  for (const group of groups) given.append("group", group);
  if (isSaid) given.append("step", place ? "need" : "where");
  return isSaid ? `#?${given}` : "";
}
