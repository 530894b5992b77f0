/**
 * Letters without their case, as AWS's engine compares them: each UTF-16 unit by itself, in its lower and its upper
 * form. What becomes several letters in the other case (ß) has only itself.
 * https://github.com/aws/event-ruler
 */

/** Compares texts with a given one; made once for it. */
export interface Folded {
  /** Equal but for the case, from the given index of the other text on for as long as the given text is. */
  standsIn(other: string, from: number): boolean;
  readonly length: number;
  /** The same for all texts that are equal but for the case. */
  readonly key: string;
}

export function folded(text: string): Folded {
  const units = Array.from({ length: text.length }, (_, index) => text.charAt(index));
  const lower = units.map((unit) => single(unit.toLowerCase(), unit));
  const upper = units.map((unit) => single(unit.toUpperCase(), unit));
  return {
    length: text.length,
    key: foldKey(text),
    standsIn(other, from) {
      if (from < 0 || from + text.length > other.length) return false;
      for (let index = 0; index < text.length; index++) {
        const unit = other.charAt(from + index);
        if (unit !== units[index] && unit !== lower[index] && unit !== upper[index]) return false;
      }
      return true;
    },
  };
}

function single(form: string, unit: string): string {
  return form.length === 1 ? form : unit;
}

/** A key that texts share which are equal but for the case; others may share it too. */
export function foldKey(text: string): string {
  return text.toUpperCase().toLowerCase();
}
