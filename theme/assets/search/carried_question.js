// Carries a question from the box on one page to the search page, without writing it into an address.

const KEY = "mingshan-asked";

/** Leads to the search page with a question; where nothing can be kept, by its address. */
export function leadToSearch(address, query) {
  try {
    sessionStorage.setItem(KEY, query);
    location.assign(address);
  } catch {
    location.assign(`${address}#?${new URLSearchParams({ q: query })}`);
  }
}

/** The question that led here; it is forgotten at once. */
export function takeAsked() {
  try {
    const asked = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return asked;
  } catch {
    return null;
  }
}
