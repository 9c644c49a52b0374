// Lets a reader combine the filters of the board of duties in place. Without this script every filter is a link.

import { readAddress, writeAddress } from "../search/address.js";
import { element } from "../search/dom.js";
import { age } from "./aging.js";

const AT_ONCE = 100;
const FAILED = "现在不能同时按几个条件筛选，请用下面的链接一次选一个条件。";
const DAY = /^(\d+)-0?(\d+)-0?(\d+)$/;

const form = document.querySelector("form[data-board]");
const root = new URL("../", new URL(form.dataset.board, document.baseURI));
const count = document.querySelector("[data-board-count]");
const found = document.querySelector("[data-board-found]");
const whole = document.querySelectorAll("[data-board-whole]");
const links = document.querySelector("[data-board-links]");
const asLoaded = Array.from(count.childNodes);

let opening;

form.hidden = false;
links.hidden = true;
form.addEventListener("submit", (event) => event.preventDefault());
form.addEventListener("change", () => {
  writeAddress({ chosen: new Map(chosenNow().map(([name, value]) => [name, [value]])) });
  show();
});
form.querySelector("[data-board-clear]").addEventListener("click", () => {
  for (const select of form.querySelectorAll("select")) select.value = "";
  form.dispatchEvent(new Event("change"));
});
addEventListener("popstate", choose);
choose();

function chosenNow() {
  return Array.from(new FormData(form)).filter(([, value]) => value);
}

/** Makes the form say what the address says. */
function choose() {
  const selects = form.querySelectorAll("select");
  const { chosen } = readAddress(Array.from(selects, (select) => select.name));
  for (const select of selects) {
    const [value = ""] = chosen.get(select.name);
    select.value = Array.from(select.options).some((option) => option.value === value) ? value : "";
  }
  show();
}

async function show() {
  const chosen = chosenNow();
  if (!chosen.length) return swap(false);
  try {
    opening ??= open();
    draw(await opening, chosen);
  } catch (error) {
    console.warn(error);
    opening = undefined;
    swap(false);
    form.hidden = true;
    links.hidden = false;
    count.textContent = FAILED;
  }
}

async function open() {
  const response = await fetch(new URL(form.dataset.board, document.baseURI), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${response.status}`);
  return response.json();
}

function draw(board, chosen) {
  const now = Array.from(new FormData(form)).filter(([, value]) => value);
  if (String(now) !== String(chosen)) return; // the reader has chosen something else meanwhile
  const names = Object.keys(board.values);
  const wanted = chosen.map(([name, value]) => [names.indexOf(name), board.values[name].indexOf(value)]);
  const lines = board.lines.filter((line) => wanted.every(([name, place]) => line[name].includes(place)));
  found.replaceChildren();
  more(board, lines, 0);
  swap(true);
  count.textContent = lines.length ? `符合条件的有 ${lines.length} 项。` : "没有符合全部条件的。";
}

function more(board, lines, from) {
  const list = element("ul", { class: "duties duties--lines" }, lines.slice(from, from + AT_ONCE).map((line) => drawLine(board, line)));
  age(list);
  found.append(list);
  const next = from + AT_ONCE;
  if (next >= lines.length) return;
  const button = element("button", { class: "button button--quiet board-more", type: "button" }, `再看 ${Math.min(AT_ONCE, lines.length - next)} 项`);
  button.addEventListener("click", () => {
    button.remove();
    more(board, lines, next);
    found.lastElementChild.querySelector("a")?.focus();
  });
  found.append(button);
}

function drawLine(board, line) {
  const [[status], , , , at, verdict, due, name, occasion, act, anchor, objection] = line;
  const [subject, address] = board.subjects[at];
  const state = board.values.status[status];
  const tone = board.tones[state];
  const href = new URL(address + (anchor && `#${anchor}`), root).href;
  const words = [occasion ? `${name} · ${occasion}` : name, element("span", { class: "unseen" }, `：${subject}`)];
  const head = [element("span", { class: `badge badge--${tone} duty__verdict` }, verdict), " ", element("a", { class: "duty__name", href }, words)];
  return element(
    "li",
    { class: `duty duty--${tone}`, "data-due": state === "due" && due },
    element("p", { class: "duty__head" }, head),
    element("p", { class: "duty__whose" }, subject),
    element("p", { class: "duty__due" }, "最迟 ", element("time", { datetime: due }, due.replace(DAY, "$1年$2月$3日")), ` ${act}`, objection && element("span", { class: "duty__objection" }, ` ${objection}`)),
  );
}

function swap(isNarrowed) {
  found.hidden = !isNarrowed;
  for (const part of whole) part.hidden = isNarrowed;
  if (!isNarrowed) count.replaceChildren(...asLoaded);
}
