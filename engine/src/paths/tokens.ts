/**
 * The words of an expression, for colours and for finding the call that the cursor is in. Unlike a parser, this takes
 * any text: half-written and broken expressions have words, too.
 * https://docs.aws.amazon.com/step-functions/latest/dg/amazon-states-language-paths.html
 */

/**
 * - "root": `$`, `$$`, `@`: what a path starts from.
 * - "variable": `$name`, with its dollar sign.
 * - "function": the name of a function that is called, `States.Format`, `$sum`.
 * - "property": a step of a path, a key of an object; without dot, brackets or quotes.
 * - "open", "close": brackets of every kind.
 */
export type TokenKind =
  | "root"
  | "variable"
  | "function"
  | "property"
  | "string"
  | "number"
  | "regexp"
  | "keyword"
  | "operator"
  | "comment"
  | "open"
  | "close"
  | "comma";

/** Indexes into the expression's text; `end` is exclusive. In order, without overlap; blanks are none. */
export interface Token {
  readonly kind: TokenKind;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{ID_Start}_][\p{ID_Continue}-]*/u;

const PATTERNS: readonly (readonly [TokenKind, RegExp])[] = [
  ["function", /States\.\w+/y],
  ["root", /\$\$|\$(?![\p{ID_Start}_])|@/uy],
  ["variable", /\$[\p{ID_Start}_][\p{ID_Continue}]*/uy],
  ["string", /'(?:[^'\\]|\\.)*'?|"(?:[^"\\]|\\.)*"?/sy],
  ["number", /-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y],
  ["comma", /,/y],
  ["open", /[([{]/y],
  ["close", /[)\]}]/y],
  ["operator", /\.\.|\*|===?|!==?|=~|<=|>=|[<>!?:]|&&|\|\|/y],
];

const KEYWORDS = new Set(["true", "false", "null", "in", "nin", "contains", "size", "empty"]);
const STEP = new RegExp(`\\.(${WORD.source})`, "uy");
const BARE = new RegExp(WORD.source, "uy");
const QUOTED_STEP = /\[\s*(?:'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")/sy;
const REGEXP = /\/(?:[^/\\]|\\.)+\/[a-z]*/sy;

/** The words of a JSONPath or of an intrinsic function's call. Never throws; linear in the text. */
export function pathTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  for (let at = 0; at < text.length; ) at = readPathToken(text, at, tokens);
  return tokens;
}

function readPathToken(text: string, at: number, tokens: Token[]): number {
  const step = matchAt(STEP, text, at);
  if (step !== undefined && tokens.length > 0) {
    // `$.items.length()` calls a function of the path library.
    const isCall = text[at + step.length] === "(";
    tokens.push({ kind: isCall ? "function" : "property", start: at + 1, end: at + step.length });
    return at + step.length;
  }
  const quoted = matchAt(QUOTED_STEP, text, at);
  if (quoted !== undefined) {
    const quote = quoted.search(/['"]/);
    tokens.push({ kind: "open", start: at, end: at + 1 });
    tokens.push({ kind: "property", start: at + quote, end: at + quoted.length });
    return at + quoted.length;
  }
  const pattern = tokens.at(-1)?.kind === "operator" ? matchAt(REGEXP, text, at) : undefined;
  if (pattern !== undefined) return push(tokens, "regexp", at, pattern);
  for (const [kind, regexp] of PATTERNS) {
    const word = matchAt(regexp, text, at);
    if (word !== undefined) return push(tokens, kind, at, word);
  }
  const bare = matchAt(BARE, text, at);
  if (bare === undefined) return at + 1;
  if (text.slice(at - 2, at) === "..") return push(tokens, "property", at, bare);
  return KEYWORDS.has(bare) ? push(tokens, "keyword", at, bare) : at + bare.length;
}

function push(tokens: Token[], kind: TokenKind, start: number, word: string): number {
  tokens.push({ kind, start, end: start + word.length });
  return start + word.length;
}

/** What a sticky expression matches at an index; undefined where that is nothing. */
export function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at;
  return pattern.exec(text)?.[0];
}
