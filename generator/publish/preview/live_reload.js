// Reloads a previewed page when it has been drawn again, marks links to what is still being made, and shows why the
// site could not be built.
const waiting = "waiting" in document.documentElement.dataset;
const page = new URLSearchParams({ page: location.pathname });
const events = new EventSource(waiting ? "/.live/events" : `/.live/events?${page}`);
const BEING_MADE = "（正在重新生成）";
let seen = null;

events.addEventListener("message", (event) => {
  const { version, pending, problems } = JSON.parse(event.data);
  document.getElementById("live-problems")?.remove();
  mark(new Set(pending));
  if (problems.length) document.body.prepend(panel(problems));
  else if (seen !== null && version !== seen) location.reload();
  seen ??= problems.length ? -1 : version;
});

function mark(pending) {
  for (const note of document.querySelectorAll("[data-live-note]")) note.remove();
  for (const link of document.querySelectorAll("a[href]")) {
    if (link.host !== location.host || !pending.has(decodeURI(link.pathname))) continue;
    const note = document.createElement("span");
    note.dataset.liveNote = "";
    note.textContent = BEING_MADE;
    link.append(note);
  }
}

function panel(problems) {
  const box = document.createElement("section");
  box.id = "live-problems";
  box.setAttribute("role", "alert");
  box.style.cssText =
    "position:fixed;inset:0 0 auto 0;max-height:60vh;overflow:auto;z-index:9999;padding:1rem 1.5rem;" +
    "background:#fff4f2;color:#5a1208;border-bottom:3px solid #b3261e;font:16px/1.7 sans-serif";
  const heading = box.appendChild(document.createElement("strong"));
  heading.textContent = `有 ${problems.length} 个问题，网页还是上一次成功生成的样子：`;
  const list = box.appendChild(document.createElement("ol"));
  for (const problem of problems) list.appendChild(document.createElement("li")).textContent = problem;
  return box;
}
