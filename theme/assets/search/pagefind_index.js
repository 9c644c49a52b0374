// Opens the search index: Pagefind, its shards and the tables of facets; nothing is fetched before it is asked for.

const ROOT = new URL("../../../", import.meta.url);
const INDEX = new URL("pagefind/", ROOT);
const CARRIED = 0xf0000; // where generator/base/carried.py moved the characters of a card
const RANKING = { termFrequency: 1, termSaturation: 1.4, pageLength: 0.6, termSimilarity: 1, metaWeights: { card: 0 } };

let opening;

/** The open index; a failure is forgotten, so that the next call tries again. */
export function openIndex() {
  opening ??= open().catch((error) => {
    opening = undefined;
    throw error;
  });
  return opening;
}

/** Has the browser fetch what `openIndex` will want on the page that a question leads to. */
export async function warmIndex() {
  if (opening) return;
  const about = await fetchJson("search.json");
  for (const file of ["pagefind.js", "pagefind-worker.js", ...about.early]) fetchEarly(file);
}

/** The full URL of an address of the site. */
export function siteUrl(address) {
  return new URL(address, ROOT).href;
}

/** The text that generator/base/carried.py carried past the search program. */
export function uncarry(signs) {
  return Array.from(signs, (sign) => String.fromCharCode(sign.codePointAt(0) - CARRIED)).join("");
}

/** On a slow line every wait counts: whatever does not depend on another answer is asked for beside it. */
async function open() {
  const [about, pagefind] = await Promise.all([fetchJson("search.json"), import(new URL("pagefind.js", INDEX).href)]);
  about.early.forEach(fetchEarly); // Pagefind asks for them one by one
  const merged = about.shards.map((shard) => mergeShard(pagefind, shard, about.language));
  const tables = about.shards.map((shard) => fetchJson(`shards/${shard}/facets.json`));
  const [joined] = await Promise.all([Promise.all(tables).then(joinTables), ...merged]);
  return new Index(pagefind, about.synonyms, joined);
}

async function mergeShard(pagefind, shard, language) {
  await pagefind.mergeIndex(new URL(`shards/${shard}/`, INDEX).href, { language, ranking: RANKING });
}

function fetchEarly(file) {
  fetch(new URL(file, INDEX)).catch(() => {}); // who needs it will say what failed
}

async function fetchJson(name) {
  const response = await fetch(new URL(name, INDEX), { cache: "no-cache" });
  if (!response.ok) throw new Error(`${name}: ${response.status}`);
  return response.json();
}

/** One table for all shards: where each id stands among the lists, and the ids of each value of each facet. */
function joinTables(tables) {
  const places = new Map();
  const facets = new Map();
  for (const { ids, facets: own } of tables) {
    ids.forEach((id, place) => places.set(id, place / ids.length));
    for (const [name, values] of Object.entries(own)) {
      if (!facets.has(name)) facets.set(name, new Map());
      for (const [value, steps] of Object.entries(values)) {
        const known = facets.get(name).get(value) ?? [];
        let place = 0;
        for (const step of steps) known.push(ids[(place += step)]);
        facets.get(name).set(value, known);
      }
    }
  }
  return { places, facets };
}

class Index {
  #pagefind;
  #results = new Map();
  #traditional;

  constructor(pagefind, synonyms, { places, facets }) {
    this.#pagefind = pagefind;
    this.synonyms = synonyms;
    this.places = places;
    this.facets = facets;
  }

  /** Scores by id of the pages where the words stand in a row. */
  async findPhrase(words) {
    return this.#search(`"${words.join(" ")}"`);
  }

  /** Scores by id of the pages that hold all these words or words that begin with them, the best highest. */
  async findWords(words) {
    return this.#search(words.join(" "));
  }

  /** All pages, with equal scores. */
  async findAll() {
    return this.#search(null);
  }

  /** Traditional characters and their simplified forms; few queries need them. */
  traditional() {
    this.#traditional ??= fetchJson("traditional.json").catch((error) => {
      this.#traditional = undefined;
      throw error;
    });
    return this.#traditional;
  }

  /** What the result card of a found page shows, and the `words` it was indexed by. */
  async readCard(id) {
    if (!this.#results.has(id)) await this.findAll(); // a page that was not found by its words
    const { meta, content } = await this.#results.get(id).data();
    return { ...JSON.parse(uncarry(meta.card)), words: content.split(" ") };
  }

  async #search(query) {
    const { results } = await this.#pagefind.search(query);
    const scores = new Map();
    for (const result of results) {
      if (!this.places.has(result.id)) continue; // the page that only opens the index
      scores.set(result.id, result.score);
      this.#results.set(result.id, result);
    }
    return scores;
  }
}
