/** What words can be, beyond what a grammar can see. */
import type { Place } from "./types.ts";

/** The protocol's own names, so that every theme has colours for them. */
export const SEMANTIC_TOKEN_TYPES = [
  "function",
  "variable",
  "parameter",
  "property",
  "string",
  "number",
  "regexp",
  "keyword",
  "operator",
  "comment",
] as const;
export type SemanticTokenType = (typeof SEMANTIC_TOKEN_TYPES)[number];

export const SEMANTIC_TOKEN_MODIFIERS = ["declaration", "defaultLibrary", "readonly"] as const;
export type SemanticTokenModifier = (typeof SEMANTIC_TOKEN_MODIFIERS)[number];

/** Offsets; never over the end of a line. */
export interface SemanticToken extends Place {
  readonly type: SemanticTokenType;
  readonly modifiers: readonly SemanticTokenModifier[];
}
