// What is asked, in the address: it stands behind `#?` and is never sent to a server.

/** What the address asks for, of the columns there are. */
export function readAsked(data) {
  const given = new URLSearchParams(location.hash.startsWith("#?") ? location.hash.slice(2) : "");
  const ranged = [...data.amounts, ...data.days].map(({ name }) => name);
  const pick = (names, suffix) => new Map(names.filter((name) => given.get(name + suffix)).map((name) => [name, given.get(name + suffix)]));
  return {
    chosen: pick(data.axes.map(({ name }) => name), ""),
    from: pick(ranged, ".from"),
    to: pick(ranged, ".to"),
    sort: given.get("sort") ?? "",
  };
}

/** Makes the address say it. */
export function writeAsked({ chosen, from, to, sort }) {
  const parameters = new URLSearchParams();
  for (const [name, value] of chosen) parameters.append(name, value);
  for (const [name, value] of from) parameters.append(`${name}.from`, value);
  for (const [name, value] of to) parameters.append(`${name}.to`, value);
  if (sort) parameters.append("sort", sort);
  const asked = parameters.toString();
  history.replaceState(null, "", asked ? `#?${asked}` : location.pathname);
}
