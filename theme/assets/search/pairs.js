// Turns text into the words search finds it by; the same specification as generator/base/pairs.py.

const HAN = "々〇㐀-䶿一-鿿\\uf900-\\ufaff\\u{20000}-\\u{3ffff}";
const RUN = new RegExp(`([${HAN}]+)|((?:(?![${HAN}])[\\p{L}\\p{N}])+)`, "gu");

/** The form in which spellings are compared: one width, lower case, no accents, no commas inside numbers. */
export function fold(text) {
  const plain = text.normalize("NFKD").toLowerCase().replace(/\p{M}/gu, "").normalize("NFC");
  return plain.replace(/([0-9]),(?=[0-9]{3})/g, "$1");
}

/** The runs of a text in order: `{han: true, text}` for Han characters, `{han: false, text}` for other words. */
export function runs(text) {
  return Array.from(fold(text).matchAll(RUN), (found) => ({ han: found[1] !== undefined, text: found[0] }));
}

/** The words of a text in order; each Han character begins one: itself and the next one, or itself at the end. */
export function pairs(text) {
  return runs(text).flatMap((run) => {
    if (!run.han) return [run.text];
    const characters = Array.from(run.text);
    return characters.map((character, at) => character + (characters[at + 1] ?? ""));
  });
}
