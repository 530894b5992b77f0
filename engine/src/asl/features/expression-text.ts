/** What of a string is an expression, be it finished or not, and the words in it. */
import { jsonataTokens } from "../../jsonata/tokens.ts";
import { pathTokens, type Token } from "../../paths/tokens.ts";
import { holdsAt } from "../../schema/docs.ts";
import type { StringNode } from "../../text/tree.ts";

export interface ExpressionText {
  readonly kind: "jsonata" | "path";
  /** Without `{%` and `%}`. */
  readonly text: string;
  /** Where `text` begins in the string's value. */
  readonly index: number;
}

const PATHS: ReadonlySet<string> = new Set(["jsonpath", "reference-path", "intrinsic"]);

/** Undefined where the string holds no expression. A string that begins with `{%` counts, even while `%}` is missing. */
export function expressionText(node: StringNode): ExpressionText | undefined {
  const { value } = node;
  if (value.startsWith("{%")) return { kind: "jsonata", text: value.slice(2).replace(/%\}$/, ""), index: 2 };
  return holdsAt(node).some((holds) => PATHS.has(holds)) ? { kind: "path", text: value, index: 0 } : undefined;
}

export function tokensIn({ kind, text }: Pick<ExpressionText, "kind" | "text">): readonly Token[] {
  return kind === "jsonata" ? jsonataTokens(text) : pathTokens(text);
}

/** A pair of brackets; `close` is missing where it is not written yet. */
export interface Brackets {
  readonly open: Token;
  readonly close: Token | undefined;
  /** The name in front of them, where they hold a function's arguments. */
  readonly callee: Token | undefined;
  /** Commas between the things that stand right in them. */
  readonly commas: readonly Token[];
}

/** The brackets that an index of the text stands in, innermost first. */
export function bracketsAround(tokens: readonly Token[], index: number): readonly Brackets[] {
  const open: { open: Token; callee: Token | undefined; commas: Token[]; around: boolean }[] = [];
  const found: Brackets[] = [];
  for (const [at, token] of tokens.entries()) {
    if (token.kind === "open") {
      const before = tokens[at - 1];
      const callee = before?.kind === "function" ? before : undefined;
      open.push({ open: token, callee, commas: [], around: token.end <= index });
    } else if (token.kind === "comma") {
      open.at(-1)?.commas.push(token);
    } else if (token.kind === "close") {
      const closed = open.pop();
      if (closed?.around && token.start >= index) found.push({ ...closed, close: token });
    }
  }
  const unclosed = open.filter(({ around }) => around).map((brackets) => ({ ...brackets, close: undefined }));
  return [...found, ...unclosed.reverse()];
}
