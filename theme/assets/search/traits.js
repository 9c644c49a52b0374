// What the index knows of a page beside its words (generator/features/words/traits.py): kinds of need, places, past.

const DISTRICT = 6; // digits of a district, with which the codes of its streets begin; a neighbouring street may serve
const known = new WeakMap();

/** `{needs, places, isPast, isShut, same, offer, isQuiet, isProse}` of a page; `offer` is nothing for what cannot be
 *  applied for, shut is what opens again, quiet what neither comes to the home nor calls it, prose no record. */
export function traitsOf(index, id) {
  if (!known.has(index)) known.set(index, readTraits(index.facets));
  return known.get(index).get(id) ?? NOTHING;
}

/** The pages that meet any of these kinds of need. */
export function meeting(index, needs) {
  const values = index.facets.get("_need") ?? new Map();
  return Array.from(new Set(needs.flatMap((need) => values.get(need) ?? [])));
}

/** The pages of the offers with any of these marks. */
export function sameAs(index, marks) {
  const values = index.facets.get("_same") ?? new Map();
  return marks.flatMap((mark) => values.get(mark) ?? []);
}

/** Whether something offered in these places serves somebody who lives in one of `wanted`. */
export function serves(places, wanted) {
  if (!places.length || !wanted.length) return true;
  return places.some((place) => wanted.some((own) => own.startsWith(place) || place.startsWith(own.slice(0, DISTRICT))));
}

const NOTHING = { needs: [], places: [], isPast: false, isShut: false, same: "", offer: undefined, isQuiet: false, isProse: false };

function readTraits(facets) {
  const traits = new Map();
  const of = (id) => {
    if (!traits.has(id)) traits.set(id, { ...NOTHING, needs: [], places: [] });
    return traits.get(id);
  };
  const each = (name, note) => {
    for (const [value, ids] of facets.get(name) ?? []) for (const id of ids) note(of(id), value);
  };
  each("_need", (trait, value) => trait.needs.push(value));
  each("_place", (trait, value) => trait.places.push(value));
  each("_past", (trait) => (trait.isPast = true));
  each("_shut", (trait) => (trait.isShut = true));
  each("_same", (trait, value) => (trait.same = value));
  each("_quiet", (trait) => (trait.isQuiet = true));
  each("_prose", (trait) => (trait.isProse = true));
  each("_offer", (trait, value) => (trait.offer = Number(value)));
  return traits;
}
