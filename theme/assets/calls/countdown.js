// The days left of a call, counted for the day on which it is read: the page itself counted for the day it was built.

const DAY = 86_400_000;

/** Days from today (in China, where the call is) to a date written 2026-12-31. */
function daysUntil(date) {
  const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
  return Math.round((Date.parse(date) - Date.parse(today)) / DAY);
}

for (const place of document.querySelectorAll(".countdown[data-until]")) {
  const days = daysUntil(place.dataset.until);
  const opens = place.dataset.opens === "true";
  if (days > 0) place.textContent = opens ? `还有 ${days} 天开始` : `还有 ${days} 天截止`;
  else if (opens) place.textContent = "已经开始";
  else place.textContent = days === 0 ? "今天是最后一天" : "已经截止";
}
