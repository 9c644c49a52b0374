// The published files to the lines of some records, as they stand there: nobody but the generator writes CSV.

/** The lines of a CSV file: the header first; a line break in quotes ends none. */
export function csvLines(text) {
  const lines = [];
  let begin = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '"') isQuoted = !isQuoted;
    else if (sign === "\n" && !isQuoted) {
      lines.push(text.slice(begin, at + 1));
      begin = at + 1;
    }
  }
  if (begin < text.length) lines.push(text.slice(begin));
  return lines;
}

/** The CSV of the records at some places. */
export function someOfCsv(text, places) {
  const [header, ...lines] = csvLines(text);
  return header + places.map((at) => lines[at]).join("");
}

/** The JSON of the records at some places: the published file has a record a line. */
export function someOfJson(text, places) {
  const lines = text.split("\n").slice(1, -2).map((line) => line.replace(/,$/, ""));
  return `[\n${places.map((at) => lines[at]).join(",\n")}\n]\n`;
}
