// Keeps the query and the chosen facets in the page's address, so that links and the back button work. They stand behind
// `#?`: what comes after `#` is never sent to a server, so nobody but the reader knows what was looked for.

/** What the address asks for: `{query, chosen}`; an older one with a plain `?` is written anew. */
export function readAddress(names) {
  const given = parametersOf(location);
  if (location.search && hasOurs(new URLSearchParams(location.search), names)) {
    history.replaceState(history.state, "", `${location.pathname}#?${given}`);
  }
  const chosen = new Map(names.map((name) => [name, new Set(given.getAll(name))]));
  return { query: (given.get("q") ?? "").trim(), chosen };
}

function parametersOf({ hash, search }) {
  return new URLSearchParams(hash.startsWith("#?") ? hash.slice(2) : search);
}

function hasOurs(given, names) {
  return ["q", ...names].some((name) => given.has(name));
}

/** The part of an address that asks for this, without what stands before it. */
export function toParameters({ query = "", chosen }) {
  const parameters = new URLSearchParams();
  if (query) parameters.append("q", query);
  for (const [name, values] of chosen) for (const value of values) parameters.append(name, value);
  return parameters.toString();
}

/** Makes the address say this; `passing` marks what is still being typed and shall not fill the history. */
export function writeAddress(state, passing = false) {
  const asked = toParameters(state);
  const url = asked ? `${location.pathname}#?${asked}` : location.pathname;
  const isSame = asked === parametersOf(location).toString();
  if (isSame || history.state?.passing) history.replaceState({ passing }, "", url);
  else history.pushState({ passing }, "", url);
}

/** Takes back whatever the address says: some questions shall leave no trace. */
export function clearAddress() {
  history.replaceState({ passing: true }, "", location.pathname);
}
