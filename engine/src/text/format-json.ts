/**
 * JSON set in order: every gap between two tokens is made anew, the tokens stay as they are. Where the author breaks a
 * line it stays broken, what the author keeps on one line stays there as long as it fits; brackets that open a line
 * together indent once. jsonc-parser's formatter would take a bare `${Name}` apart.
 */
import type { TextEdit } from "../problem.ts";

export interface JsonStyle {
  /** One level: blanks or a tab. */
  readonly indent: string;
  readonly lineEnding: string;
  /** What is longer is broken, a member a line. */
  readonly lineWidth: number;
}

interface Token {
  readonly kind: "open" | "close" | "comma" | "colon" | "comment" | "lineComment" | "value";
  readonly start: number;
  readonly end: number;
}

const TOKEN =
  /\s+|([[{])|([\]}])|(,)|(:)|(\/\*.*?(?:\*\/|$))|(\/\/[^\n\r]*)|("(?:[^"\\\n\r]|\\.)*"?|\$\{[^{}\n]*\}|[^\s[\]{},:"]+|.)/gs;
const KINDS: readonly Token["kind"][] = ["open", "close", "comma", "colon", "comment", "lineComment", "value"];

/** Edits of white space alone, in order; none where the brackets of the text don't match. */
export function formatJson(text: string, style: JsonStyle): readonly TextEdit[] {
  const tokens = tokensOf(text);
  const pairs = pairBrackets(text, tokens);
  return pairs === undefined ? [] : gapEdits(text, tokens, pairs, style);
}

function tokensOf(text: string): readonly Token[] {
  const tokens: Token[] = [];
  const body = text.startsWith("\ufeff") ? 1 : 0;
  TOKEN.lastIndex = body;
  for (let match = TOKEN.exec(text); match !== null; match = TOKEN.exec(text)) {
    const kind = KINDS.find((_, group) => match?.[group + 1] !== undefined);
    if (kind !== undefined) tokens.push({ kind, start: match.index, end: TOKEN.lastIndex });
  }
  return tokens;
}

/** From each opening bracket to its closing one, by index of token; undefined where one is missing or another's. */
function pairBrackets(text: string, tokens: readonly Token[]): ReadonlyMap<number, number> | undefined {
  const pairs = new Map<number, number>();
  const open: number[] = [];
  for (const [at, { kind, start }] of tokens.entries()) {
    if (kind === "open") open.push(at);
    if (kind !== "close") continue;
    const opening = open.pop();
    const bracket = opening === undefined ? "" : text[tokens[opening]?.start ?? 0];
    if (opening === undefined || (bracket === "{") !== (text[start] === "}")) return undefined;
    pairs.set(opening, at);
  }
  return open.length === 0 ? pairs : undefined;
}

interface Frame {
  /** Levels of indentation of the line that the bracket stands on. */
  readonly level: number;
  /** Each member has a line of its own. */
  readonly broken: boolean;
  /** What stands between the brackets and what they hold, where they hold it on one line. */
  readonly padding: string;
}

function gapEdits(
  text: string,
  tokens: readonly Token[],
  pairs: ReadonlyMap<number, number>,
  style: JsonStyle,
): readonly TextEdit[] {
  const edits: TextEdit[] = [];
  const frames: Frame[] = [];
  // Of the line as it will be.
  let level = 0;
  let column = 0;
  for (const [at, token] of tokens.entries()) {
    const before = tokens[at - 1];
    const frame = frames.at(-1);
    const oldGap = text.slice(before?.end ?? bodyStart(text), token.start);
    const breaks = before === undefined ? 0 : lineBreaks(oldGap, before, token, frame);
    if (breaks > 0) level = frame === undefined ? 0 : token.kind === "close" ? frame.level : frame.level + 1;
    const indent = style.indent.repeat(level);
    const space = before === undefined ? "" : spaceBetween(before, token, oldGap, frame);
    const gap = breaks > 0 ? style.lineEnding.repeat(breaks) + indent : space;
    if (gap !== oldGap) edits.push({ start: token.start - oldGap.length, end: token.start, newText: gap });
    column = breaks > 0 ? indent.length : column + gap.length;
    if (token.kind === "close") frames.pop();
    if (token.kind === "open") {
      frames.push(frameOf(text, tokens, { at, close: pairs.get(at) ?? at }, { level, column }, style));
    }
    column += token.end - token.start;
  }
  const end = tokens.at(-1)?.end ?? 0;
  const tail = tokens.length === 0 || !/[\r\n]/.test(text.slice(end)) ? "" : style.lineEnding;
  if (text.slice(end) !== tail) edits.push({ start: end, end: text.length, newText: tail });
  return edits;
}

/** Behind a byte order mark. */
function bodyStart(text: string): number {
  return text.startsWith("\ufeff") ? 1 : 0;
}

function frameOf(
  text: string,
  tokens: readonly Token[],
  { at, close }: { readonly at: number; readonly close: number },
  { level, column }: { readonly level: number; readonly column: number },
  { lineWidth }: JsonStyle,
): Frame {
  const opening = tokens[at] as Token;
  const first = tokens[at + 1] as Token;
  const padding = first.start > opening.end || isComment(first) ? " " : "";
  const isBroken =
    first.kind === "lineComment" ||
    /[\r\n]/.test(text.slice(opening.end, first.start)) ||
    isTooLong(text, tokens, { at, close }, lineWidth - column - 2 * padding.length);
  return { level, broken: close > at + 1 && isBroken, padding };
}

/** Whether what is on one line now would be wider than `room` there; stops counting as soon as it knows. */
function isTooLong(
  text: string,
  tokens: readonly Token[],
  { at, close }: { readonly at: number; readonly close: number },
  room: number,
): boolean {
  let width = 0;
  for (let index = at; index <= close; index++) {
    const { kind, start, end } = tokens[index] as Token;
    if (index > at && /[\r\n]/.test(text.slice(tokens[index - 1]?.end, start))) return false;
    width += end - start + (kind === "comma" || kind === "colon" ? 1 : 0);
    if (width > room) return !/[\r\n]/.test(text.slice(start, tokens[close]?.start));
  }
  return false;
}

/** How many line ends stand in a gap: 0 where it stays within its line, 2 for an empty line that the author left. */
function lineBreaks(gap: string, before: Token, token: Token, frame: Frame | undefined): number {
  if (before.kind === "open" && token.kind === "close") return 0;
  const had = gap.match(/\r\n|\r|\n/g)?.length ?? 0;
  if (before.kind === "lineComment") return Math.min(Math.max(had, 1), 2);
  if (token.kind === "comma" || token.kind === "colon" || before.kind === "colon") return 0;
  if (isComment(token)) return Math.min(had, 2);
  const isEdge = before.kind === "open" || token.kind === "close";
  const isForced = frame?.broken === true && (isEdge || before.kind === "comma");
  return Math.min(Math.max(had, isForced ? 1 : 0), isEdge ? 1 : 2);
}

function spaceBetween(before: Token, token: Token, gap: string, frame: Frame | undefined): string {
  if (isComment(token) || isComment(before)) return " ";
  if (before.kind === "open" && token.kind === "close") return "";
  if (before.kind === "open" || token.kind === "close") return frame?.padding ?? "";
  if (token.kind === "comma" || token.kind === "colon") return "";
  return before.kind === "comma" || before.kind === "colon" ? " " : gap;
}

function isComment({ kind }: Token): boolean {
  return kind === "comment" || kind === "lineComment";
}
