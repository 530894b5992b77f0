/** The path of an expression that the cursor is in, from its root to the step under the cursor. */
import type { Token } from "../../paths/tokens.ts";
import type { ExpressionText } from "./expression-text.ts";
import { tokensIn } from "./expression-text.ts";

export interface PathAt {
  /** Indexes into the expression's text, of the whole and of the step. */
  readonly start: number;
  readonly end: number;
  readonly stepStart: number;
  readonly text: string;
}

/** Undefined where the index is at no step that is named. */
export function pathAt(expression: ExpressionText, index: number): PathAt | undefined {
  const tokens = tokensIn(expression);
  const at = tokens.findIndex(({ kind, start, end }) => kind === "property" && index >= start && index <= end);
  const step = tokens[at];
  if (step === undefined) return undefined;
  const root = rootOf(expression.text, tokens, at);
  if (root === undefined) return undefined;
  const closes = expression.text[step.end] === "]" ? 1 : 0;
  const end = step.end + (expression.kind === "path" ? closes : 0);
  return { start: root.start, end, stepStart: step.start, text: expression.text.slice(root.start, end) };
}

/** Backwards over steps and what stands in brackets between them. */
function rootOf(text: string, tokens: readonly Token[], from: number): Token | undefined {
  let depth = 0;
  for (let at = from - 1; at >= 0; at--) {
    const token = tokens[at] as Token;
    const word = text.slice(token.start, token.end);
    if (token.kind === "close" && word === "]") depth += 1;
    else if (token.kind === "open" && depth > 0) depth -= 1;
    else if (token.kind === "open" && word === "[" && tokens[at + 1]?.kind === "property") continue;
    else if (depth > 0 || word === "." || token.kind === "property") continue;
    else return (token.kind === "root" && word !== "@") || token.kind === "variable" ? token : undefined;
  }
  return undefined;
}
