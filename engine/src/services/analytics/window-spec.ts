/**
 * Kinds of windows over the rows of each key.
 * https://nightlies.apache.org/flink/flink-docs-stable/docs/dev/table/sql/queries/window-tvf/
 * https://docs.aws.amazon.com/kinesisanalytics/latest/dev/windowed-sql.html
 */

export type WindowSpec =
  /** One after the other, from whole multiples of their size since 1970. */
  | { readonly kind: "tumbling"; readonly sizeMs: number }
  /** A new one every `slideMs`: a row is in several. */
  | { readonly kind: "hopping"; readonly sizeMs: number; readonly slideMs: number }
  /** Ends when no row has come for so long. */
  | { readonly kind: "session"; readonly gapMs: number }
  /** Begins with its first row. */
  | { readonly kind: "stagger"; readonly sizeMs: number }
  /** For each row, what came so long before it, itself included. */
  | { readonly kind: "sliding"; readonly rangeMs: number }
  /** The same by number: so many rows before it. */
  | { readonly kind: "sliding-rows"; readonly rows: number };

/** From, including; to, excluding; epoch milliseconds. */
export interface Span {
  readonly startMs: number;
  readonly endMs: number;
}

/** The windows of a time, where these depend on nothing else: the earliest first. */
export function fixedSpans(spec: WindowSpec, timeMs: number): readonly Span[] {
  if (spec.kind !== "tumbling" && spec.kind !== "hopping") return [];
  const slideMs = spec.kind === "hopping" ? spec.slideMs : spec.sizeMs;
  const spans: Span[] = [];
  for (let startMs = Math.floor(timeMs / slideMs) * slideMs; startMs > timeMs - spec.sizeMs; startMs -= slideMs) {
    spans.unshift({ startMs, endMs: startMs + spec.sizeMs });
  }
  return spans;
}
