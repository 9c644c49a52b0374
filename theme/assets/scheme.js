// Lets a reader choose light or dark; without this script, or without a choice, the system's setting holds.
(() => {
  const KEY = "mingshan-scheme";
  const system = matchMedia("(prefers-color-scheme: dark)");
  const rule = darkRule();
  if (!rule) return;
  const asDeclared = rule.media.mediaText;

  const isDark = () => matchMedia(rule.media.mediaText).matches;

  function apply(choice) {
    rule.media.mediaText = { dark: "screen", light: "not all" }[choice] ?? asDeclared;
  }

  function show(button) {
    button.querySelector("[data-scheme-label]").textContent = isDark() ? "浅色" : "深色";
    button.hidden = false;
  }

  apply(read());
  addEventListener("DOMContentLoaded", () => {
    const button = document.querySelector("[data-scheme-toggle]");
    show(button);
    button.addEventListener("click", () => {
      const choice = isDark() ? "light" : "dark";
      apply(choice);
      write(choice);
      show(button);
    });
    system.addEventListener("change", () => show(button));
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

  function read() {
    try {
      return localStorage.getItem(KEY);
    } catch {
      return null;
    }
  }

  function write(choice) {
    try {
      localStorage.setItem(KEY, choice);
    } catch {
      // storage is switched off: the choice holds for this page only
    }
  }
})();
