// Carries from a card to the page 紧急求助 which kind of danger was meant, so that no address and no history says it.

const KEY = "mingshan-danger";

/** Notes the kind for the page that is opened next; where nothing can be kept, that page begins at its top. */
export function carryKind(kind) {
  try {
    sessionStorage.setItem(KEY, kind);
  } catch {
    // the page has all kinds
  }
}

/** The kind that led here; it is forgotten at once. */
export function takeKind() {
  try {
    const kind = sessionStorage.getItem(KEY);
    sessionStorage.removeItem(KEY);
    return kind;
  } catch {
    return null;
  }
}
