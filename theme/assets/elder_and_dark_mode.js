// Lets a reader choose dark or light, and 长者模式 (larger, plainer, stronger contrast); remembers both, and applies
// what reading_aids.js remembers.
// Not a module: it must run before the first paint. Without it the system's settings hold.
(() => {
  const ELDER = "mingshan-elder";
  const SCHEME = "mingshan-scheme";
  const SIZE = "mingshan-size";
  const SHOWN = { "mingshan-pointer": "data-pointer", "mingshan-aids": "data-aids" };
  const root = document.documentElement;
  const system = matchMedia("(prefers-color-scheme: dark)");
  const rule = darkRule();
  const asDeclared = rule?.media.mediaText;

  const isDark = () => matchMedia(rule.media.mediaText).matches;
  const isElder = () => root.hasAttribute("data-elder");

  function applyScheme(choice) {
    if (rule) rule.media.mediaText = { dark: "screen", light: "not all" }[choice] ?? asDeclared;
  }

  function applyElder(choice) {
    root.toggleAttribute("data-elder", choice === "on");
  }

  /** What reading_aids.js keeps. */
  function applyAids() {
    const size = read(SIZE);
    if (["1", "2", "3"].includes(size)) root.dataset.size = size;
    else delete root.dataset.size;
    for (const [key, attribute] of Object.entries(SHOWN)) root.toggleAttribute(attribute, read(key) === "on");
  }

  function applyAll() {
    applyScheme(read(SCHEME));
    applyElder(read(ELDER));
    applyAids();
  }

  function offer(button, key, next, apply, show) {
    const refresh = () => show(button);
    button.addEventListener("click", () => {
      const choice = next();
      apply(choice);
      write(key, choice);
      refresh();
    });
    system.addEventListener("change", refresh);
    addEventListener("pageshow", refresh);
    refresh();
  }

  // What does nothing without this script is shown from the first paint on, so that nothing moves afterwards.
  root.setAttribute("data-scripted", "");
  applyAll();
  // A page that the back button takes from memory must learn what was chosen since.
  addEventListener("pageshow", (event) => event.persisted && applyAll());
  addEventListener("DOMContentLoaded", () => {
    const [elder, scheme] = ["elder", "scheme"].map((name) => document.querySelector(`[data-switch="${name}"]`));
    offer(elder, ELDER, () => (isElder() ? "off" : "on"), applyElder, (button) =>
      button.setAttribute("aria-pressed", `${isElder()}`),
    );
    scheme.hidden = !rule;
    if (!rule) return;
    offer(scheme, SCHEME, () => (isDark() ? "light" : "dark"), applyScheme, (button) => {
      button.querySelector("[data-label]").textContent = isDark() ? "浅色" : "深色";
    });
  });

  // The dark colours stand once, in a media rule of tokens.css; changing its condition switches them on or off.
  function darkRule() {
    try {
      const sheet = [...document.styleSheets].find((each) => each.href?.endsWith("/tokens.css"));
      return [...sheet.cssRules].find((each) => each.media?.mediaText.includes("dark"));
    } catch {
      return undefined; // opened from a disk, where a page may not read its own style sheets
    }
  }

  function read(key) {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  }

  function write(key, choice) {
    try {
      localStorage.setItem(key, choice);
    } catch {
      // storage is switched off: the choice holds for this page only
    }
  }
})();
