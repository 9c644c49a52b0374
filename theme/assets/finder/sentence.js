// One sentence instead of questions: what search understands becomes answers. It is never written to the address.

/** Where sentences can be understood, the field appears; `onHeard` is given the answers that were heard. */
export function connectSentence() {}
