// The places that a sentence names: for certain, or perhaps.

const HOME = /[住家]/u;
const WORK_AFTER = /^(?:新?区|县|街道|镇|街|那边|这边|那儿|这儿|那里|这里)?(?:上班|打工|工作|干活|做工|做生意|跑车)/u;
const WORK_BEFORE = /(?:单位|公司|厂子?|铺子|店)(?:就|都)?(?:在|是)$|(?:上班|打工|工作)(?:的地方)?(?:在|是)$/u;
const ENDINGS = /(?:区|县|街道|镇|乡|街)$/u;
const OTHERS = /^(?:省|大学|医院|中学|小学|学院|路|道|大街|大道|桥|公园|体育|梆子|快板|话|菜|人家|共处|解放|相处|平安|谐|美|蔼)/u;
const FIRST = /^(?:[\s,。]|$|镇|街|乡|村|这|那|的|人|住|附近|边|旁|周边|种|卖|养|做|老)/u;
const BEFORE = /(?:住|住在|家在|在|家是|我是|俺是|去|从|到)$/u;
const AFTER = /^(?:[\s,。]|$|镇|街|乡|村|这|那|的|住|附近|边|旁|周边|上)/u;
const DOUBTFUL = /^(?:河北|河南|山东|山西|湖北|湖南|江西|海南|青海|吉林|和平|朝阳|新华|解放|友谊|光明|胜利|幸福|文明)$/u;

/** `{sure, choice}`: codes of places; several that one word may mean are a choice for the reader to make. */
export function findPlaces({ places, sounds, placesByName }, text, sayings) {
  const sure = new Map();
  const choice = new Map();
  const districts = places.filter(({ code }) => code.length === 6);
  const note = (found, codes) => codes.forEach((code) => found.set(code, true));
  for (const saying of sayings) note(saying.places.length > 1 ? choice : sure, saying.places);
  let rest = text;
  for (const [name, codes] of placesByName) {
    if (!rest.includes(name)) continue;
    note(codes.length > 1 ? choice : sure, codes);
    rest = rest.replaceAll(name, "□".repeat(name.length));
  }
  for (const [short, codes] of townships(places)) {
    if (codes.every((code) => !isNamed(rest, short))) continue;
    note(codes.length > 1 ? choice : sure, codes);
  }
  for (const { code, name } of districts) {
    const short = name.replace(ENDINGS, "").replace(/新$/u, "");
    for (let at = rest.indexOf(short); short.length > 1 && at >= 0; at = rest.indexOf(short, at + 1)) {
      if (!OTHERS.test(rest.slice(at + short.length))) note(DOUBTFUL.test(short) ? choice : sure, [code]);
    }
  }
  for (const code of soundingDistricts(districts, sounds, text)) sure.set(code, true);
  const certain = Array.from(sure.keys());
  const perhaps = Array.from(choice.keys()).filter((code) => !certain.some((each) => code.startsWith(each)));
  return { sure: atHome(text, places, besideWork(text, places, innermost(certain))), choice: perhaps };
}

const ASKED = /^(?:我|我们|我家|俺|俺家|家)?(?:就?是?住?在?)?□+(?:那边|这边|的)?(?:社会救助|救助|民政|便民|服务|办事)*(?:窗口|大厅|中心|站|处|局|办|科)?的?(?:联系)?(?:电话(?:号码)?(?:是?多少)?|号码|地址|位置|在(?:哪儿?|哪里|什么地方)|怎么(?:走|去|联系)|几点(?:上班|下班|开门|关门)|(?:上班|办公)时间|有什么帮扶|能申请什么)?$/u;

/** A text with every full name of a place made `□`, sign for sign: what is part of a name is no need. */
export function withoutPlaces({ placesByName }, text) {
  return placesByName.reduce((rest, [name]) => rest.replaceAll(name, "□".repeat(name.length)), text);
}

/** The name of the place that a question is about and nothing else (小白楼街道电话); empty where more is said. */
export function placeAsked(text, plain) {
  const at = plain.indexOf("□");
  return at >= 0 && ASKED.test(plain) ? text.slice(at, plain.lastIndexOf("□") + 1) : "";
}

/** Districts by their full names typed as pinyin, or of three signs with one misspelt. */
function soundingDistricts(districts, sounds, text) {
  const row = sounds?.row(text) ?? [];
  return districts.filter(({ name }) => isSaid(row, sounds.row(name))).map(({ code }) => code);
}

function isSaid(row, wanted) {
  return row.some((_, at) => {
    const said = row.slice(at, at + wanted.length);
    if (said.length < wanted.length || !wanted.every(({ sound }, step) => said[step].sound === sound)) return false;
    return said.every((each) => !each.text) || said.filter((each, step) => each.text !== wanted[step].text).length === 1;
  });
}

/** Two characters are a township where they begin what is said, or stand where a place does. */
function isNamed(text, short) {
  for (let at = text.indexOf(short); at >= 0; at = text.indexOf(short, at + 1)) {
    const after = text.slice(at + short.length);
    if (OTHERS.test(after)) continue;
    const isFirst = at === 0 || /[\s,.;。区县]$/u.test(text.slice(0, at));
    if ((isFirst && FIRST.test(after)) || (BEFORE.test(text.slice(0, at)) && AFTER.test(after))) return true;
  }
  return false;
}

/** Where one works is not where help is needed, if another place is named as well. */
function besideWork(text, places, codes) {
  const others = codes.filter((code) => {
    const [at, end] = spanOf(text, places, code);
    return at < 0 || !(WORK_AFTER.test(text.slice(end)) || WORK_BEFORE.test(text.slice(0, at)));
  });
  return others.length ? others : codes;
}

/** Where the short name of a place stands; before the beginning where it is said in other words. */
function spanOf(text, places, code) {
  const short = places.find((each) => each.code === code).name.replace(ENDINGS, "").replace(/新$/u, "");
  const at = text.indexOf(short);
  return [at, at + short.length];
}

/** Who names several places and says of one that it is home means that one. */
function atHome(text, places, codes) {
  const own = codes.filter((code) => {
    const [at] = spanOf(text, places, code);
    return at > 0 && HOME.test(text.slice(Math.max(0, at - 4), at));
  });
  return codes.length > 1 && own.length === 1 ? own : codes;
}

/** Full names, the longest first, each with the places that are called so. */
export function indexPlaces(places) {
  const names = new Map();
  for (const { code, name } of places) {
    if (code.length < 6) continue;
    for (const each of spellings(name)) names.set(each, [...(names.get(each) ?? []), code]);
  }
  return Array.from(names).sort(([one], [other]) => other.length - one.length);
}

const shorts = new WeakMap();

/** Townships by what is left of two characters without 街道, 镇 or 乡. */
function townships(places) {
  if (!shorts.has(places)) {
    const names = new Map();
    for (const { code, name } of places.filter(({ code }) => code.length > 6)) {
      const short = name.replace(ENDINGS, "");
      if (short.length === 2 && !DOUBTFUL.test(short)) names.set(short, [...(names.get(short) ?? []), code]);
    }
    shorts.set(places, names);
  }
  return shorts.get(places);
}

/** 友谊路街道 is also said 友谊路街; three characters before 镇 or 街 are enough to leave these out. */
function spellings(name) {
  const short = name.replace(ENDINGS, "");
  const said = name.endsWith("街道") ? [name, name.slice(0, -1)] : [name];
  return short.length > 2 && name.length > 3 ? [...said, short] : said;
}

/** Of a place and one inside it, only the latter was meant. */
function innermost(codes) {
  return codes.filter((code) => !codes.some((other) => other !== code && other.startsWith(code)));
}
