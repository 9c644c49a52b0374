// Reads yes and no, one after the other, from the bytes of an adaptive arithmetic coder (generator/features/danger/bits.py).

const WHOLE = 65536;
const RATE = 6;
const NARROW = 2 ** 24;

/** A function that answers the next question; `questions` is how many different ones there are. */
export function readBits(bytes, questions) {
  const expected = new Uint16Array(questions).fill(WHOLE / 2);
  let range = 2 ** 32 - 1;
  let at = 0;
  let code = 0;
  const read = () => (code = ((code << 8) | (bytes[at++] ?? 0)) >>> 0);
  for (let count = 0; count < 4; count += 1) read();
  return (question) => {
    const known = expected[question];
    const bound = (range >>> 16) * known;
    const answer = code >= bound;
    if (answer) {
      code -= bound;
      range -= bound;
      expected[question] -= known >> RATE;
    } else {
      range = bound;
      expected[question] += (WHOLE - known) >> RATE;
    }
    while (range < NARROW) {
      read();
      range = (range << 8) >>> 0;
    }
    return answer;
  };
}
