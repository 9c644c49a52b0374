// The columns of a dataset to the places of the records that are wanted, in the wanted order, and to what they add up
// to. Nothing here touches the page.

/** What is asked: `{chosen: Map name → value, from: Map name → bound, to: Map name → bound, sort}`; "-name" sorts down. */
export const NOTHING = { chosen: new Map(), from: new Map(), to: new Map(), sort: "" };

/** The places of the records that fit, sorted; records that do not say what is sorted by come last. */
export function findRows(data, { chosen, from, to, sort }) {
  const tests = [
    ...data.axes.filter((axis) => chosen.get(axis.name)).map((axis) => hasValue(axis, chosen.get(axis.name))),
    ...data.amounts.map((column) => within(column, numberOf(from.get(column.name)), numberOf(to.get(column.name)))),
    ...data.days.map((column) => within(column, from.get(column.name) || null, to.get(column.name) || null)),
  ].filter(Boolean);
  const found = [];
  for (let at = 0; at < data.keys.length; at += 1) if (tests.every((fits) => fits(at))) found.push(at);
  return sort ? sorted(found, columnOf(data, sort.replace(/^-/, "")), sort.startsWith("-")) : found;
}

function hasValue(axis, value) {
  const place = axis.values.indexOf(value);
  return (at) => axis.of[at].includes(place);
}

/** Both bounds belong to it; a record that does not say is outside any. */
function within({ of }, least, most) {
  if (least === null && most === null) return null;
  return (at) => of[at] !== null && (least === null || of[at] >= least) && (most === null || of[at] <= most);
}

function numberOf(text) {
  return text ? Number(text) : null;
}

function columnOf(data, name) {
  return [...data.amounts, ...data.days].find((column) => column.name === name);
}

function sorted(found, column, isDown) {
  if (!column) return found;
  const { of } = column;
  const told = found.filter((at) => of[at] !== null);
  told.sort((a, b) => (of[a] < of[b] ? -1 : of[a] > of[b] ? 1 : 0) * (isDown ? -1 : 1) || a - b);
  return [...told, ...found.filter((at) => of[at] === null)];
}

/** Of each axis that is counted: `{label, rows: [{label, count, sum}]}`, the most first; a record may be in several. */
export function addUp(data, found) {
  const amounts = data.amounts.find(({ name }) => name === data.added)?.of ?? null;
  return data.axes.filter((axis) => axis.counted).map((axis) => {
    const rows = axis.labels.map((label) => ({ label, count: 0, sum: 0 }));
    for (const at of found) {
      for (const place of axis.of[at]) {
        rows[place].count += 1;
        rows[place].sum += amounts?.[at] ?? 0;
      }
    }
    const told = rows.filter((row) => row.count).sort((a, b) => b.count - a.count);
    return { label: axis.label, rows: told };
  });
}

/** The sum of the amount that may be added up, and how many records say it; null where there is no such amount. */
export function sumOf(data, found) {
  const column = data.amounts.find(({ name }) => name === data.added);
  if (!column) return null;
  const told = found.map((at) => column.of[at]).filter((amount) => amount !== null);
  return { label: column.label, sum: told.reduce((sum, amount) => sum + amount, 0), count: told.length };
}
