// Loads what the finder needs: the rules once, one file for the district, and small parts of what is shown.

const FOLDER = new URL("../../../find/data/", import.meta.url);

const loaded = new Map();

/** The rules of matching and what codes are called: `{rules, names}`. */
export function loadRules() {
  return load("rules.json");
}

/** What residents of a district may ask about: `{entries, windows, details(entry)}`. */
export async function loadDistrict(district) {
  const { entries: packed, windows, details } = await load(`${district}.json`);
  const entries = unpack(packed);
  return { entries, windows, details: (entry) => loadDetails(district, entry, details) };
}

async function loadDetails(district, entry, size) {
  const part = await load(`${district}-${Math.floor(entry.place / size)}.json`);
  return part[entry.place % size];
}

/** Entries from rows of places in tables of values; `place` says where an entry stands among them. */
export function unpack({ columns, values, rows }) {
  return rows.map((row, place) => {
    const entry = { place };
    for (const [at, name] of columns.entries()) entry[name] = values[name] ? values[name][row[at]] : row[at];
    return entry;
  });
}

/** A file is asked for once; what failed is asked for again. */
function load(name) {
  if (!loaded.has(name)) {
    const asked = fetchJson(name).catch((error) => {
      loaded.delete(name);
      throw error;
    });
    loaded.set(name, asked);
  }
  return loaded.get(name);
}

async function fetchJson(name) {
  const response = await fetch(new URL(name, FOLDER), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}
