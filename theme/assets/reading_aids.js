// Reading aids beside 长者模式: larger text by steps, a larger pointer, and reading aloud with a voice of this device.
// elder_and_dark_mode.js applies what was chosen before the first paint; here it is chosen.

const SIZE = "mingshan-size";
const POINTER = "mingshan-pointer";
const AIDS = "mingshan-aids";
const LARGEST = 3;
const READ = "h1, h2, h3, h4, p, li, dt, dd, th, td, summary, legend, label, figcaption";
const root = document.documentElement;
const aids = document.querySelector("[data-aids]");
const part = (name) => aids.querySelector(`[data-aid="${name}"]`);
const speech = globalThis.speechSynthesis;
let waiting = []; // what is still to be read, in order

connect();

function connect() {
  part("smaller").addEventListener("click", () => resize(-1));
  part("larger").addEventListener("click", () => resize(1));
  part("pointer").addEventListener("click", () => choose(POINTER, "data-pointer", !root.hasAttribute("data-pointer")));
  for (const button of document.querySelectorAll("[data-aids-open]")) {
    button.addEventListener("click", () => {
      choose(AIDS, "data-aids", true);
      scrollTo(0, 0);
      part("larger").focus();
    });
  }
  addEventListener("pageshow", show);
  show();
  if (!speech) return;
  speech.addEventListener?.("voiceschanged", showVoice);
  showVoice();
  part("read").addEventListener("click", read);
  part("stop").addEventListener("click", stop);
  addEventListener("pagehide", stop);
}

function resize(by) {
  const size = Math.min(LARGEST, Math.max(0, Number(root.dataset.size ?? 0) + by));
  if (size) root.dataset.size = String(size);
  else delete root.dataset.size;
  keep(SIZE, size ? String(size) : null);
  show();
}

function choose(key, attribute, isOn) {
  root.toggleAttribute(attribute, isOn);
  keep(key, isOn ? "on" : null);
  show();
}

function show() {
  const size = Number(root.dataset.size ?? 0);
  part("smaller").disabled = size === 0;
  part("larger").disabled = size === LARGEST;
  part("pointer").setAttribute("aria-pressed", String(root.hasAttribute("data-pointer")));
}

function keep(key, value) {
  try {
    if (value === null) localStorage.removeItem(key);
    else localStorage.setItem(key, value);
  } catch {
    // storage is switched off: the choice holds for this page only
  }
}

/** A voice that needs no network: others would send what is read to somebody's server. */
function ownVoice() {
  return speech.getVoices().find(({ lang, localService }) => localService && /^(zh|cmn)/i.test(lang));
}

function showVoice() {
  part("read").hidden = !ownVoice();
}

/** Begins, pauses and goes on. */
function read() {
  if (speech.speaking && speech.paused) speech.resume();
  else if (speech.speaking) speech.pause();
  else {
    waiting = passages();
    next();
  }
  label();
}

function stop() {
  waiting = [];
  speech.cancel();
  label();
}

function next() {
  const text = waiting.shift();
  const voice = ownVoice();
  if (!text || !voice) return label();
  const said = new SpeechSynthesisUtterance(text);
  said.voice = voice;
  said.lang = voice.lang;
  said.addEventListener("end", next);
  speech.speak(said);
  return label();
}

function label() {
  part("read").textContent = !speech.speaking ? "朗读" : speech.paused ? "接着读" : "暂停";
  part("stop").hidden = !speech.speaking;
}

/** What is marked, else the page's words in order, block by block; nothing that is folded away, nothing twice. */
function passages() {
  const marked = String(getSelection()).trim();
  if (marked) return [marked];
  const blocks = [...document.querySelectorAll(`#content :is(${READ})`)];
  return blocks
    .filter((each) => each.checkVisibility() && !each.querySelector(READ) && !each.closest(".contents, nav"))
    .map((each) => each.innerText.replace(/¶$/, "").trim())
    .filter(Boolean);
}
