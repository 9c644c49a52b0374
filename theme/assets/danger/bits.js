// Reads yes and no, one after the other, from the bytes of an adaptive arithmetic coder (generator/features/danger/bits.py).

export const WHOLE = 65536;
const RATE = 6;
const NARROW = 2 ** 24;

/** A function that answers the next question; `expected` of `WHOLE` says how likely it is a no. */
export function readRange(bytes) {
  let range = 2 ** 32 - 1;
  let at = 0;
  let code = 0;
  const read = () => (code = ((code << 8) | (bytes[at++] ?? 0)) >>> 0);
  for (let count = 0; count < 4; count += 1) read();
  return (expected) => {
    const bound = (range >>> 16) * expected;
    const answer = code >= bound;
    if (answer) {
      code -= bound;
      range -= bound;
    } else {
      range = bound;
    }
    while (range < NARROW) {
      read();
      range = (range << 8) >>> 0;
    }
    return answer;
  };
}

/** The same where each of so many different `questions` learns from its own answers. */
export function readBits(bytes, questions) {
  const expected = new Uint16Array(questions).fill(WHOLE / 2);
  const ask = readRange(bytes);
  return (question) => {
    const known = expected[question];
    const answer = ask(known);
    expected[question] += answer ? -(known >> RATE) : (WHOLE - known) >> RATE;
    return answer;
  };
}
