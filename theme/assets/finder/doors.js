// Ways in of their own: opened in place, so that neither the address nor the history says who opened one.

import { chinaToday, toAnswers, nothingSaid } from "./answers_in_address.js";
import { drawOffer } from "./offer_card.js";
import { findMatches } from "./match.js";
import { loadDistrict } from "./data.js";

const MOST = 6;

/** While a door is open, the questions make room for it. */
export function connectDoors(page, parts, view) {
  const doors = [...page.querySelectorAll("details[data-door]")];
  for (const each of page.querySelectorAll("[data-scripted]")) each.hidden = false;
  if (page.querySelector("[data-leave]")) import("../danger/leave.js").then(({ armLeaving }) => armLeaving(page)).catch(() => {});
  for (const door of doors) {
    door.addEventListener("toggle", () => {
      const isOpen = doors.some((each) => each.open);
      parts.form.hidden = isOpen;
      parts.lead.hidden = isOpen;
      for (const each of doors) each.hidden = isOpen && !each.open;
      if (door.open) door.querySelector("h2").focus();
      else if (!isOpen) door.querySelector("summary").focus();
    });
    const place = door.querySelector("select");
    place.addEventListener("change", () => fill(door, place.value || page.dataset.city, view));
    door.querySelector("[data-close]").addEventListener("click", () => door.removeAttribute("open"));
  }
}

/** Opens the door of the danger whose card is shown, where it has one; first that of a quiet kind that the card names. */
export function openDoor(page, danger) {
  const named = [danger?.beside, danger].filter(Boolean).map(({ id }) => page.querySelector(`details[data-kind-of-danger="${id}"]`));
  const door = named.find((each) => each && "quiet" in each.dataset) ?? named.at(-1);
  if (door) door.open = true;
  return Boolean(door);
}

/** What may be had in a district of the kinds that help here; on a quiet door nothing that comes or calls home. */
async function fill(door, district, { table, faults }) {
  const kinds = door.dataset.kinds.split(" ").filter((each) => each in table.names.kinds);
  const { entries, details } = await loadDistrict(district);
  const answers = { ...toAnswers({ ...nothingSaid(), district, kind: kinds }, table, chinaToday()) };
  const isQuiet = "quiet" in door.dataset;
  const allowed = entries.filter((entry) => entry.quiet || !isQuiet);
  const found = findMatches(allowed, answers, table.names, table.rules)
    .filter(({ need, verdict }) => need === 0 && verdict !== "near")
    .slice(0, MOST);
  const words = { places: table.names.places, rules: table.rules, offers: table.offers, faults: isQuiet ? [] : faults };
  const drawn = await Promise.all(found.map(async (match) => drawOffer(match, await details(match.entry).catch(() => null), words)));
  door.querySelector("[data-offers]").replaceChildren(...drawn);
}
