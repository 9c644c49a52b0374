// Reads what generator/base/packed.py wrote: JSON in the national character set, one byte for each of the commonest signs.

const SPARE = /[\u0001-\u0008\u000b\u000c\u000e-\u001f]/gu;

const STEMS = " ABCDEFGHI"; // before a word, how many signs it has in common with the one before

/** The words of a list that was written without what each has in common with the one before it. */
export function readStemmed(text) {
  const words = [];
  for (const [, stem, rest] of ` ${text}`.matchAll(/([ A-I])([^ A-I]+)/gu)) {
    words.push(Array.from(words.at(-1) ?? "").slice(0, STEMS.indexOf(stem)).join("") + rest);
  }
  return words;
}

/** The document at this URL; a failure is thrown. */
export async function fetchPacked(url) {
  return unpack(new TextDecoder("gb18030").decode(await fetchBytes(url)));
}

/** The bytes at this URL; a failure is thrown. */
export async function fetchBytes(url) {
  const response = await fetch(url, { cache: "no-cache" });
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}

/** The first line holds the commonest signs in order; what stands for them are the characters that JSON never has. */
export function unpack(text) {
  const [common] = text.split("\n", 1);
  const signs = Array.from(common);
  const spare = Array.from({ length: 31 }, (_, at) => String.fromCharCode(at + 1)).filter((each) => !"\t\n\r".includes(each));
  const meant = new Map(spare.map((each, at) => [each, signs[at]]));
  return JSON.parse(text.slice(common.length + 1).replace(SPARE, (each) => meant.get(each)));
}
