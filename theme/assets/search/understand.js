// A sentence to what it is about: kinds of need, groups, places, and of whom it speaks.

import { fold, runs } from "./pairs.js";
import { isCancelled, spansOf } from "./phrases.js";
import { findPlaces, placeAsked, withoutPlaces } from "./places.js";

const SOUND = 0.55; // what a phrase tells that only sounds alike, beside one that stands there
const DANGER = 1.5; // what speaking of a danger tells of what is needed besides its card
const JOINED = 3; // what a phrase of several parts tells
const SPELT = 0.9; // the same where a part of it is spelt right
const TERM = 1.4;
const LATER = 0.75;
const GENERAL = 0.4; // of not knowing whom to ask everybody speaks who asks
const SOFT = 5; // what it tells that a kind is certain by the points of its signs
const HINT = 0.6; // what nothing but signs must tell, or nothing was meant
const LEAST = 0.15; // of the strongest kind's weight, so much makes another worth showing
const MOST = 4;
const WISHED = 1.5; // what is asked for tells more than how it came to be
const AGAIN = 0.5; // the more was heard of a need, the less the next phrase adds
const WISH = /想要?(?![不死起念到着])|要找|找[个人谁]|能不能|能给|能帮|可以(?:帮|给)|有没有|有人能|需要|申请|求[求人]|帮[我着忙]|给[补报配办]|替[我他她]/gu;
const WISH_LONG = 14; // characters of which a wish speaks, if no clause ends before
const FILLERS = /那个|那什么|就是说|嗯+|呃+|啊+|呀|然后呢?|你好|您好|(?:我?(?:就?是?想)|麻烦|请)?问(?:一下|问|下)儿?|反映[个一]?(?:情况|下)|喂(?![饭养药奶水食])/gu;
const BODY = /^(?!想|要|问|哪|去|我|有|怎|给|没)(?!.*(?:找|哪[个些家]|能不能|有没有|需要))\p{Script=Han}{2,20}(?:志愿(?:服务)?(?:者)?(?:总队|队|团)|协会|基金会|商会|促进会|联合会|慈善总?会|研究会|办事处|居委会|村委会|合作社)(?:的?(?:联系)?(?:电话|方式|地址|官网|在哪儿?|在什么地方|怎么联系|怎么走))?$/u; // a name, not a need
const GIVING = /(?:当|做|招募?|报名)[^,.。]{0,6}志愿者|志愿者(?:报名|招募|注册|证|时长|怎么[当做报])|捐[款赠](?:发票|票据|收据|证书|抵税|扣除)/u; // no need of one's own
const GONE = /^(?:都|已经|也)?(?:刚刚?|突然|前[年天]|去年|今年|昨[天晚]|上个?[月周])?(?:走了(?![路丢失])|没了|去世|过世|离世|病故|死了|不在了)/u; // of whom this is said, nobody asks for help
const NOT = /(?:不是|不用|不需要|不要|并非|不是要|不想要|用不着)$/u;

/**
 * `{needs: [{id, weight}], groups, places, choice, about, said}`: the strongest first; `choice` are places that a word
 * may mean, `said` the phrases that were heard, `place` the name of one where nothing else is asked about.
 */
export function understand(lexicon, sentence, danger = null) {
  const text = fold(sentence).replace(FILLERS, "");
  const plain = withoutPlaces(lexicon, text);
  const isName = BODY.test(text);
  const heard = hear(lexicon, text).map((each) => (isName || isInPlace(plain, each) ? { ...each, saying: { ...each.saying, needs: [] } } : each));
  const wishes = wishesOf(text);
  const weights = new Map();
  const tell = (need, weight) => weights.set(need, (weights.get(need) ?? 0) + weight);
  const times = new Map();
  for (const { saying, weight, spans } of Array.from(heard).sort((one, other) => other.weight - one.weight)) {
    const wished = isWished(wishes, spans) ? WISHED : 1;
    for (const [at, need] of saying.needs.entries()) {
      const before = times.get(need) ?? 0;
      times.set(need, before + 1);
      tell(need, weight * wished * AGAIN ** before * shareOf(saying, at) * (lexicon.general.has(need) ? GENERAL : 1));
    }
  }
  const urgent = lexicon.dangers.get(danger) ?? [];
  for (const [at, need] of urgent.entries()) tell(need, DANGER * LATER ** at);
  const place = placeAsked(text, plain);
  if (!isName && !urgent.length && !place && !GIVING.test(text)) for (const [need, chance] of likely(lexicon, plain)) tell(need, SOFT * chance);
  const { sure, choice } = findPlaces(lexicon, text, heard.map(({ saying }) => saying));
  return {
    needs: strongest(weights, heard.some(({ saying }) => saying.needs.length)),
    groups: unique(heard.flatMap(({ saying }) => saying.groups)),
    places: sure,
    choice,
    about: heard.find(({ saying, spans }) => saying.about && !spans.some(([, end]) => GONE.test(text.slice(end))))?.saying.about ?? "",
    said: heard.map(({ saying }) => saying.phrase),
    place,
    weights,
  };
}

/** Whether a phrase in one part was heard with signs of a place's name. */
function isInPlace(plain, { saying, spans }) {
  return saying.parts.length === 1 && spans.every(([start, end]) => plain.slice(start, end).includes("□"));
}

/** Where a sentence says what is wanted: from the word of wanting to the end of the clause. */
function wishesOf(text) {
  return Array.from(text.matchAll(WISH), ({ index, 0: word }) => {
    const rest = text.slice(index + word.length);
    const end = rest.search(/[,.;!?。、…\s]/u);
    return [index, index + word.length + Math.min(WISH_LONG, end < 0 ? rest.length : end)];
  });
}

function isWished(wishes, spans) {
  return wishes.some(([from, to]) => spans.some(([start, end]) => start >= from && end <= to + 2));
}

/** Of the kinds that a phrase may mean, the first is meant most; a word by which its offers are known means it more. */
function shareOf({ needs, isTerm }, at) {
  return (LATER ** at / Math.sqrt(needs.length)) * (isTerm[at] ? TERM : 1);
}

function strongest(weights, isSure) {
  const sorted = Array.from(weights, ([id, weight]) => ({ id, weight })).sort((one, other) => other.weight - one.weight);
  const least = Math.max(isSure ? 0 : HINT, (sorted[0]?.weight ?? 0) * LEAST);
  return sorted.filter(({ weight }) => weight >= least).slice(0, MOST);
}

/** The phrases of a sentence: the longest at each place, then those that only sound so where none stands. */
function hear(lexicon, text) {
  const found = [];
  for (let at = 0; at < text.length; at += 1) {
    for (const saying of lexicon.byStart.get(text[at]) ?? []) {
      if (isHere(text, saying, at)) found.push({ saying, spans: [[at, at + saying.phrase.length]], weight: worth(saying.phrase) });
    }
  }
  for (const saying of lexicon.joined) {
    const [span] = saying.unless.some((phrase) => text.includes(phrase)) ? [] : spansOf(text, saying.parts);
    if (span) found.push({ saying, spans: [span], weight: JOINED });
  }
  const kept = found.filter((one) => !found.some((other) => covers(other, one)));
  const sounding = soundsOf(lexicon, text, kept);
  return [...once(kept.filter((one) => !sounding.some((other) => covers(other, one)))), ...once(sounding)];
}

function once(heard) {
  const seen = new Set();
  return heard.filter(({ saying }) => !seen.has(saying) && seen.add(saying));
}

function worth(phrase) {
  return Math.min(6, Array.from(phrase).length - 0.6);
}

/** Whether a phrase stands here and nothing cancels it: a longer phrase around it, or a word of denial before. */
function isHere(text, { phrase, unless }, at) {
  if (!text.startsWith(phrase, at) || NOT.test(text.slice(0, at))) return false;
  return !isCancelled(text, at, at + phrase.length, unless);
}

function covers(one, other) {
  if (one === other || one.saying.parts.length > 1 || one.saying.phrase.length <= other.saying.phrase.length) return false;
  return other.spans.every(([start, end]) => one.spans.some(([from, to]) => from <= start && end <= to));
}

/** Phrases that sound like a part of the sentence where none stands; of two written characters one must be right. */
function soundsOf({ bySound, sounds }, text, kept) {
  const row = sounds.row(text);
  const said = new Set(kept.map(({ saying }) => saying));
  const taken = kept.flatMap(({ spans }) => spans);
  const starts = [...placesOf(row, text), text.length];
  const found = [];
  for (let at = 0; at < row.length; at += 1) {
    for (const { saying, row: wanted } of bySound.get(row[at].sound) ?? []) {
      if (said.has(saying) || !soundsAt(row, at, wanted)) continue;
      const span = [starts[at], starts[at + wanted.length]];
      const inside = taken.filter(([start, end]) => start < span[1] && end > span[0]);
      if (inside.some(([start, end]) => start < span[0] || end > span[1] || end - start === span[1] - span[0])) continue;
      if (wanted.length === 2 && !isHalfRight(row, at, wanted)) continue;
      found.push({ saying, spans: [span], weight: worth(saying.phrase) * (inside.length ? SPELT : SOUND) });
    }
  }
  return found.filter((one) => !found.some((other) => covers(other, one)));
}

function soundsAt(row, at, wanted) {
  return at + wanted.length <= row.length && wanted.every((each, step) => row[at + step].sound === each.sound);
}

/** Typed pinyin has no wrong characters; of written ones some must be right, or anything might be meant. */
function isHalfRight(row, at, wanted) {
  const written = row.slice(at, at + wanted.length);
  return written.every(({ text }) => !text) || written.some(({ text }, step) => text && text === wanted[step].text);
}

/** Where each syllable begins in the text; typed pinyin is taken letter by letter in turn. */
function placesOf(row, text) {
  const starts = [];
  let at = 0;
  for (const { text: sign } of row) {
    const found = sign ? text.indexOf(sign, at) : -1;
    starts.push(found >= 0 ? found : at);
    at = found >= 0 ? found + sign.length : at + 1;
  }
  return starts;
}

/** What the signs tell beside the names of places, of the whole city as well; a question about a place alone means no need. */
function likely({ places, sounds, chancesOf }, text) {
  const bare = places.reduce((left, { name }) => left.replaceAll(name, "□".repeat(name.length)), text);
  const rest = bare.replaceAll("□", "");
  return placeAsked(bare, bare) ? [] : chancesOf(rest, sounds.row(rest));
}

function unique(values) {
  return Array.from(new Set(values));
}

/** Whether a question is words rather than one name: what is typed for help, not a number or a code. */
export function isSentence(text) {
  return runs(text).some(({ han, text: run }) => han && Array.from(run).length > 5);
}
