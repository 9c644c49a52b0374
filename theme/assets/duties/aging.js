// Marks what fell due since the page was computed: a page is honest about its day even when nobody built it again.

const DAY = 86400000;

/** Today where the site is kept, as `2026-01-31`. */
export function today(now = new Date()) {
  const parts = new Intl.DateTimeFormat("en", { timeZone: "Asia/Shanghai", year: "numeric", month: "2-digit", day: "2-digit" })
    .formatToParts(now)
    .map(({ type, value }) => [type, value]);
  const { year, month, day } = Object.fromEntries(parts);
  return `${year}-${month}-${day}`;
}

/** Tells each duty inside `place` how many days are left of it today, or gone. */
export function age(place, day = today()) {
  const words = document.querySelector("[data-as-of]")?.dataset;
  if (!words || day <= words.asOf) return;
  for (const duty of place.querySelectorAll("[data-due]")) {
    const left = Math.round((Date.parse(duty.dataset.due) - Date.parse(day)) / DAY);
    const verdict = duty.querySelector(".duty__verdict");
    verdict.textContent = left ? (left > 0 ? words.left : words.past).replace("{}", Math.abs(left)) : words.today;
    if (left < 0) {
      duty.dataset.gone = "";
      duty.classList.replace("duty--plain", "duty--wait");
      verdict.classList.replace("badge--plain", "badge--wait");
    }
  }
}

/** Says so at the head of the page, when something fell due. */
function note() {
  const head = document.querySelector("[data-as-of]");
  if (!document.querySelector("[data-gone]")) return;
  const line = document.createElement("span");
  line.className = "duty-day__late";
  line.textContent = head.dataset.note;
  head.append(line);
}

age(document);
note();
