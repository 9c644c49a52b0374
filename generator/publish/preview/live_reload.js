// Reloads a previewed page when the site has been rebuilt, and shows why it could not be.
const events = new EventSource("/.live/events");
let seen = null;

events.addEventListener("message", (event) => {
  const { version, problems } = JSON.parse(event.data);
  document.getElementById("live-problems")?.remove();
  if (problems.length) document.body.prepend(panel(problems));
  else if (seen !== null && version !== seen) location.reload();
  seen = problems.length ? seen ?? -1 : version;
});

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
