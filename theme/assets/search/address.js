// Keeps the query and the chosen facets in the page's address, so that links and the back button work.

/** What the address asks for: `{query, chosen}`. */
export function readAddress(names) {
  const parameters = new URLSearchParams(location.search);
  const chosen = new Map(names.map((name) => [name, new Set(parameters.getAll(name))]));
  return { query: (parameters.get("q") ?? "").trim(), chosen };
}

/** The part of an address that asks for this, without its question mark. */
export function toParameters({ query = "", chosen }) {
  const parameters = new URLSearchParams();
  if (query) parameters.append("q", query);
  for (const [name, values] of chosen) for (const value of values) parameters.append(name, value);
  return parameters.toString();
}

/** Makes the address say this; `passing` marks what is still being typed and shall not fill the history. */
export function writeAddress(state, passing = false) {
  const search = toParameters(state);
  const url = search ? `?${search}` : location.pathname;
  const isSame = search === new URLSearchParams(location.search).toString();
  if (isSame || history.state?.passing) history.replaceState({ passing }, "", url);
  else history.pushState({ passing }, "", url);
}
