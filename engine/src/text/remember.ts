/**
 * Parsing once per distinct text: definitions repeat their paths and expressions, and an edit leaves nearly all of them
 * as they were.
 */

/**
 * Distinct texts that a generation holds: more than a definition of the largest size has. A full generation becomes the
 * old one; what is asked for again moves on, so that a text in use is never parsed twice in a row.
 */
const GENERATION = 20_000;

/** `parse`, answering the same object for the same text for as long as the text is in use. */
export function remember<T>(parse: (text: string) => T): (text: string) => T {
  let young = new Map<string, T>();
  let old: ReadonlyMap<string, T> = young;
  return (text) => {
    const known = young.get(text);
    if (known !== undefined) return known;
    const value = old.get(text) ?? parse(text);
    if (young.size >= GENERATION) {
      old = young;
      young = new Map();
    }
    young.set(text, value);
    return value;
  };
}
