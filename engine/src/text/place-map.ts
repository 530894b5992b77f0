/**
 * The way between two texts that hold the same values: a text of its own, and the document that it stands in. Plain
 * numbers, so that it can be sent to whoever shows the one and edits the other.
 */
interface Range {
  readonly start: number;
  readonly end: number;
}

/** Start and end in the inner text, start and end in the document; one after the other, outer places before inner ones. */
export type PlaceMap = readonly number[];

/** Where the innermost value or key around a range of the inner text stands in the document. */
export function outerPlace(places: PlaceMap, range: Range): Range | undefined {
  return innermost(places, 0, 2, range);
}

/** The innermost value or key around a range of the document, in the inner text. */
export function innerPlace(places: PlaceMap, range: Range): Range | undefined {
  return innermost(places, 2, 0, range);
}

/** The last place that contains the range is the innermost. */
function innermost(places: PlaceMap, from: number, to: number, { start, end }: Range): Range | undefined {
  for (let index = places.length - 4; index >= 0; index -= 4) {
    const [low = 0, high = 0] = [places[index + from], places[index + from + 1]];
    if (low <= start && end <= high) return { start: places[index + to] ?? 0, end: places[index + to + 1] ?? 0 };
  }
  return undefined;
}
