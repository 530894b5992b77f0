/** The filter bench: many messages against one pattern, or against all patterns of a template. Plain data. */
import type { PatternLimit } from "../../patterns/limits.ts";
import type { CompiledPattern, PatternDialect } from "../../patterns/types.ts";
import type { PlaceMap } from "../../text/place-map.ts";

/** A pattern as a document holds it. */
export interface BenchPattern {
  /** Of the value that holds it, a JSON pointer into the document; empty where the document is the pattern. */
  readonly pointer: string;
  /** What a person calls it: its file, or its resource. */
  readonly name: string;
  readonly dialect: PatternDialect;
  /** What says that it is of this dialect. */
  readonly because: string;
  /** JSON, or nearly: as somebody is writing it. */
  readonly text: string;
  /** Between its text and the document's; empty where they are the same. */
  readonly places: PlaceMap;
  /** Where it stands in the document, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** A pattern, read. */
export interface BenchPolicy {
  readonly source: BenchPattern;
  readonly pattern: CompiledPattern;
  readonly meters: readonly PatternLimit[];
  /** The text is no JSON object yet: why. */
  readonly broken?: string;
}

/** A sample message, whatever it is matched with. */
export interface BenchMessage {
  readonly title: string;
  /** As its file has it, without its name and without what is expected: JSON text. */
  readonly text: string;
  /** The names of the patterns that it is meant to match, or whether it is meant to match all; undefined: nothing is said. */
  readonly expected: boolean | readonly string[] | undefined;
}
