// The search boxes at the head of every page and on the home page: "/" leads to one, what a search needs is fetched
// while somebody types, and a question goes to the search page without an address. Words that mean danger bring the
// card with its numbers at once. Lists with filters learn to combine them.

import { leadToSearch } from "./carried_question.js";

const BOXES = "form[role=search] input[type=search]";
const own = document.querySelector("[data-search] input[type=search]");
const box = own ?? document.querySelector("#find-q");

addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || isTyping || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  box?.focus();
  box?.select();
});

addEventListener("focusin", function warm(event) {
  if (!event.target.matches(BOXES)) return;
  removeEventListener("focusin", warm);
  import("../danger/words.js").then(({ loadDangers }) => loadDangers()).catch(() => {});
  Promise.all([import("./pagefind_index.js"), import("./lexicon.js"), import("./page.js")])
    .then(([{ warmIndex }, { loadLexicon }]) => Promise.all([warmIndex(), loadLexicon()]))
    .catch(() => {});
});

addEventListener("submit", (event) => {
  const asking = event.target.querySelector?.("input[type=search]");
  if (!event.target.matches("form[role=search]") || event.target.closest("[data-search]") || !asking) return;
  event.preventDefault();
  const query = asking.value.trim();
  if (!own) leadToSearch(event.target.action, query);
  else {
    own.value = query;
    own.form.requestSubmit();
  }
});

for (const place of document.querySelectorAll("[data-danger]")) {
  import("../danger/watch.js").then(({ watch }) => watch(place)).catch(() => {});
}

if (document.querySelector("[data-combine]")) import("./list_filtering.js");
