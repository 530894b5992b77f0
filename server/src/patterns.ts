/**
 * What the filter bench asks of a document: its patterns, and edits of them. `sluice/patterns` and `sluice/changePattern`.
 */
import {
  type BenchPattern,
  changePattern,
  type NearestChange,
  patternsIn,
  samplesUriOf,
  type TextEdit,
} from "@sluice/engine";
import type { Server } from "./feature.ts";

export const PATTERNS_REQUEST = "sluice/patterns";
export const CHANGE_PATTERN_REQUEST = "sluice/changePattern";

export interface PatternsParams {
  readonly uri: string;
}

export interface PatternsResult {
  readonly patterns: readonly BenchPattern[];
  /** Address of the file of sample messages, there or not. */
  readonly messages?: string;
}

export async function patterns({ documents, beside }: Server, { uri }: PatternsParams): Promise<PatternsResult> {
  const surroundings = await beside.of(uri);
  const document = documents.get(uri)?.document;
  if (document === undefined) return { patterns: [] };
  const messages = samplesUriOf(document, uri);
  return { patterns: patternsIn(document, uri, surroundings), ...(messages !== undefined && { messages }) };
}

export interface ChangePatternParams extends PatternsParams {
  /** Of the pattern in the document. */
  readonly pointer: string;
  readonly change: NearestChange;
}

/** Offsets of the document as the server has it; null where there is nothing to edit. */
export function change({ documents }: Server, params: ChangePatternParams): readonly TextEdit[] | null {
  const document = documents.get(params.uri)?.document;
  return (document && changePattern(document, params.pointer, params.change)) ?? null;
}
