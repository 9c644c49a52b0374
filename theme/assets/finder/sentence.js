// One sentence instead of questions: what search understands of it becomes answers; a danger gets its card.

/** Where the site can understand sentences, the field appears. `onHeard(answers, danger)` is given what was heard;
 *  `danger` is the card of what the sentence speaks of, and then nothing of it may reach the address. */
export function connectSentence(page, table, onHeard) {
  const place = page.querySelector("[data-part=sentence]");
  if (!("sentences" in page.dataset)) return;
  const box = place.querySelector("input");
  const start = () => import("../danger/watch.js").then(({ watch }) => watch(page.querySelector("[data-danger]"))).catch(() => {});
  box.addEventListener("focus", start, { once: true });
  place.querySelector("button").addEventListener("click", () => hear(box.value, table, onHeard));
  box.addEventListener("keydown", (event) => {
    if (event.key !== "Enter" || event.isComposing) return;
    event.preventDefault();
    hear(box.value, table, onHeard);
  });
}

/** Takes the sentence and its card away. */
export function forgetSentence(page) {
  const box = page.querySelector("[data-part=sentence] input");
  if (!box.value) return;
  box.value = "";
  box.dispatchEvent(new Event("input")); // whoever watches the box hears of it
}

async function hear(text, table, onHeard) {
  if (!text.trim()) return;
  const [{ loadLexicon }, { understand }, { findDanger, loadDangers }] = await Promise.all([
    import("../search/lexicon.js"),
    import("../search/understand.js"),
    import("../danger/words.js"),
  ]);
  const [lexicon, dangers] = await Promise.all([loadLexicon(), loadDangers().catch(() => null)]);
  await dangers?.more;
  const danger = dangers && findDanger(dangers, text, lexicon?.sounds);
  if (lexicon) onHeard(answersOf(understand(lexicon, text, danger?.id), table), danger);
}

const CLEAR = 0.6; // of the strongest kind's weight, so much makes another one meant as well

/** What was understood as the finder's answers; only what it knows by name. */
function answersOf({ needs, groups, places }, { names }) {
  const kinds = needs.filter(({ id, weight }) => id in names.kinds && weight >= CLEAR * needs[0].weight).map(({ id }) => id);
  const heard = { kind: kinds, need: [...new Set(kinds.map((each) => names.kinds[each]))] };
  const known = groups.filter((each) => each in names.groups);
  if (known.length) heard.group = known;
  const [place] = places.filter((each) => each in names.places);
  return place ? { ...heard, ...placeOf(place, names.places) } : heard;
}

/** A district, or a township in one; the whole city says nothing. */
function placeOf(code, places) {
  const { parent } = places[code];
  if (!parent) return {};
  return places[parent].parent ? { district: parent, township: code } : { district: code, township: "" };
}
