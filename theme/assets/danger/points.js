// Hears a danger by points that signs and pairs of signs have for each kind, and syllables likewise: pinyin and what
// was misspelt are heard by their sound. Learnt from sentences (bench/learn_danger.py); bench/danger_points.py and
// danger_sounds.py do the same again.

import { pairs, runs } from "../search/pairs.js";
import { readMarks } from "./marks.js";

const USUAL = 12; // signs of a text in which everything counts as it is written: in a longer one each counts less
const SHORTEST = 4;
const LONGEST = 60;
const QUIET = "none"; // the kind of what is no danger
const MARKS = 65536;
const FNV_OFFSET = 2166136261;
const FNV_PRIME = 16777619;

/**
 * The points as they were compiled: those of `signs` and of `sounds`, `said` for a kind of which a phrase was heard,
 * `doubt` for what was written but is heard by its sound alone, `beside` for how near a second kind must come.
 */
export function readPoints({ said, doubt, beside, ...tables }, bytes) {
  return { said, doubt, beside, ...readTables(tables, bytes) };
}

/** The points of signs and of sounds: the bases of each by kind, and marks told in bits (generator/national/points.py). */
export function readTables({ steps, signs, sounds }, bytes) {
  const marks = bytes.subarray(4); // in which stands how many of those after them are of signs
  const end = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0);
  return { signs: readTable(signs, marks.subarray(0, end), steps), sounds: readTable(sounds, marks.subarray(end), steps) };
}

function readTable(base, marks, steps) {
  const kinds = Object.keys(base);
  return { base: Object.values(base), kinds, of: readMarks(marks, kinds.length, steps) };
}

/** The kind of danger of which a text speaks, and one that is nearly as likely; `heard` are those of which a phrase was said. */
export function kindsOf({ said, beside, signs }, text, heard = []) {
  return most(signs, sumsOf(signs, text), beside, (kind) => (heard.includes(kind) ? said : 0));
}

/** The same by the sound of its syllables (search/sounds.js), more carefully where none was typed. */
export function kindsBySound({ doubt, beside, sounds }, row) {
  const more = row.some(({ text }) => !text) ? 0 : doubt;
  return most(sounds, soundSums(sounds, row), beside, (kind) => (kind === QUIET ? more : 0));
}

/** By kind of a table, the points that a text has. */
export function sumsOf(table, text) {
  const written = runs(text).filter(({ han }) => han).map((run) => Array.from(run.text));
  return summed(table, marksOf(written), written.reduce((sum, run) => sum + run.length, 0));
}

/** The same by its syllables. */
export function soundSums(table, row) {
  return summed(table, marksOf([row.map(({ sound }) => sound)], " "), row.length);
}

/** Whether any two neighbouring signs of a text are known. */
export function knowsPair({ of }, text) {
  return pairs(text).some((pair) => Array.from(pair).length > 1 && of.has(markOf(pair)));
}

function summed({ base, of }, marks, length) {
  const share = Math.sqrt(USUAL / Math.min(Math.max(length, SHORTEST), LONGEST));
  const found = Array.from(marks).flatMap((mark) => (of.has(mark) ? [of.get(mark)] : []));
  return base.map((each, at) => each + share * found.reduce((sum, points) => sum + points[at], 0));
}

/** The kind with the most points and a second one beside it, or nothing where none of them being meant has as many. */
function most({ kinds }, points, beside, more) {
  const sums = new Map(kinds.map((kind, at) => [kind, points[at] + more(kind)]));
  const [first, second] = kinds.filter((kind) => kind !== QUIET).sort((one, other) => sums.get(other) - sums.get(one));
  if (!(sums.get(first) > sums.get(QUIET))) return [];
  return sums.get(second) > sums.get(first) - beside ? [first, second] : [first];
}

/** The marks of each sign, of each pair of neighbours, and of those with which all begins and ends once more. */
function marksOf(written, between = "") {
  const signs = written.flatMap((run) => run.flatMap((sign, at) => (at + 1 < run.length ? [sign, sign + between + run[at + 1]] : [sign])));
  return new Set([...signs, ...endsOf(written.filter((run) => run.length), between)].map((each) => markOf(each)));
}

function endsOf(written, between) {
  if (!written.length) return [];
  const [first, last] = [written[0], written.at(-1)];
  return [1, 2].flatMap((count) => [`^${first.slice(0, count).join(between)}`, `${last.slice(-count).join(between)}$`]);
}

/** FNV-1a of what was written so. */
function markOf(signs) {
  return Array.from(signs).reduce((mark, sign) => Math.imul(mark ^ sign.codePointAt(0), FNV_PRIME) >>> 0, FNV_OFFSET) % MARKS;
}
