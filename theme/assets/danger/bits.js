// Reads yes and no, one after the other, from the bytes of an adaptive arithmetic coder (generator/base/bits.py).

const WHOLE = 65536;
const NARROW = 2 ** 24;

/** A function that answers the next question; `questions` is how many different ones there are. */
export function readBits(bytes, questions) {
  const noes = new Uint32Array(questions).fill(1); // in halves, as the answers
  const answers = new Uint32Array(questions).fill(2);
  let range = 2 ** 32 - 1;
  let at = 0;
  let code = 0;
  const read = () => (code = ((code << 8) | (bytes[at++] ?? 0)) >>> 0);
  for (let count = 0; count < 4; count += 1) read();
  return (question) => {
    const bound = (range >>> 16) * Math.max(1, Math.floor((WHOLE * noes[question]) / answers[question]));
    const answer = code >= bound;
    answers[question] += 2;
    if (answer) {
      code -= bound;
      range -= bound;
    } else {
      range = bound;
      noes[question] += 2;
    }
    while (range < NARROW) {
      read();
      range = (range << 8) >>> 0;
    }
    return answer;
  };
}
