/**
 * The words of a JSONata expression, half-written and broken ones too: for colours, and for finding the call that the
 * cursor is in.
 * https://docs.jsonata.org/
 */
import { matchAt, type Token, type TokenKind } from "../paths/tokens.ts";

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ["comment", /\/\*(?:[^*]|\*(?!\/))*(?:\*\/)?/sy],
  ["string", /"(?:[^"\\]|\\.)*"?|'(?:[^'\\]|\\.)*'?/sy],
  ["variable", /\$[\p{ID_Start}_][\p{ID_Continue}]*/uy],
  ["root", /\$\$?/y],
  ["property", /`[^`]*`?/sy],
  ["number", /\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["comma", /,/y],
  ["open", /[([{]/y],
  ["close", /[)\]}]/y],
  ["operator", /:=|!=|<=|>=|~>|\*\*|\.\.|\?\?|\?:|[.;:?+\-*/%|=<>^&!~@#]/y],
];

const WORD = /[\p{ID_Start}_λ][\p{ID_Continue}]*/uy;
const REGEXP = /\/(?:[^/\\\n]|\\.)+\/[im]*/y;
const KEYWORDS = new Set(["and", "or", "in", "function", "λ", "true", "false", "null"]);
/** Behind these a slash divides. */
const VALUES: ReadonlySet<TokenKind> = new Set(["string", "variable", "root", "property", "number", "close"]);
const CALL = /\s*\(/y;

/** The words of the text between `{%` and `%}`. Never throws; linear in the text. */
export function jsonataTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) at = readToken(text, at, tokens);
  return tokens;
}

function readToken(text: string, at: number, tokens: Token[]): number {
  const push = (kind: TokenKind, length: number): number => {
    tokens.push({ kind, start: at, end: at + length });
    return at + length;
  };
  if (text[at] === "/" && text[at + 1] !== "*" && !VALUES.has(lastWord(tokens) ?? "operator")) {
    const regexp = matchAt(REGEXP, text, at);
    if (regexp !== undefined) return push("regexp", regexp.length);
  }
  for (const [kind, pattern] of PATTERNS) {
    const word = matchAt(pattern, text, at);
    if (word === undefined) continue;
    const isCall = kind === "variable" && matchAt(CALL, text, at + word.length) !== undefined;
    return push(isCall ? "function" : kind, word.length);
  }
  const word = matchAt(WORD, text, at);
  if (word === undefined) return at + 1;
  return push(KEYWORDS.has(word) && !isStep(text, tokens) ? "keyword" : "property", word.length);
}

/** Behind a dot `and` and `in` are names like any other. */
function isStep(text: string, tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last?.kind === "operator" && last.end - last.start === 1 && text[last.start] === ".";
}

function lastWord(tokens: readonly Token[]): TokenKind | undefined {
  return tokens.findLast(({ kind }) => kind !== "comment")?.kind;
}
