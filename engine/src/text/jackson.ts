/**
 * What AWS says about text that is no JSON. Its services read JSON with Jackson, which stops at the first mistake; its
 * words, and where it stands then, are given here.
 * https://github.com/FasterXML/jackson-core
 */
import { MAX_NESTING_DEPTH } from "../limits.ts";
import { numberEnd } from "./jackson-number.ts";
import { lineStarts, positionAt } from "./lines.ts";

/** How much of the text Jackson quotes. */
const QUOTED_LENGTH = 500;
const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

export interface JacksonStop {
  readonly message: string;
  /** Where Jackson stands when it gives up: behind the offending token. */
  readonly offset: number;
  readonly tooDeep?: true;
}

interface Open {
  readonly kind: "Object" | "Array";
  readonly start: number;
}

type Wanted = "value" | "value-or-close" | "key" | "key-or-close" | "colon" | "comma-or-close";

/** Offset of the first character that is neither white space nor a byte order mark; the text's length without any. */
export function jsonStart(text: string): number {
  return skipSpace(text, text.startsWith("\uFEFF") ? 1 : 0);
}

/** Where Jackson gives up reading the value at `start`, or undefined where it reads all of it. */
export function jacksonStop(text: string, start = jsonStart(text)): JacksonStop | undefined {
  const open: Open[] = [];
  let wanted: Wanted = "value";
  let at = start;
  do {
    at = skipSpace(text, at);
    const char = text[at];
    const inner = open.at(-1);
    if (char === undefined) return endOfInput(text, wanted, inner);
    if (char === "]" || char === "}") {
      const kind = char === "]" ? "Array" : "Object";
      if (wanted === "value" && char === "}" && inner?.kind === "Object") return noValue(at);
      if (!wanted.endsWith("close")) return unexpected(text, at, wanted, inner);
      if (inner?.kind !== kind) return wrongClose(text, at, inner);
      open.pop();
      wanted = "comma-or-close";
      at++;
    } else if (wanted === "comma-or-close" || wanted === "colon") {
      if (char !== (wanted === "colon" ? ":" : ",")) return unexpected(text, at, wanted, inner);
      wanted = wanted === "colon" || inner?.kind === "Array" ? "value" : "key";
      at++;
    } else if (wanted.startsWith("key") && char !== '"') {
      return unexpected(text, at, wanted, inner);
    } else if (char === "{" || char === "[") {
      open.push({ kind: char === "{" ? "Object" : "Array", start: at });
      if (open.length > MAX_NESTING_DEPTH) {
        return { message: `Nesting depth exceeds ${MAX_NESTING_DEPTH}`, offset: at, tooDeep: true };
      }
      wanted = char === "{" ? "key-or-close" : "value-or-close";
      at++;
    } else {
      const end = char === '"' ? stringEnd(text, at + 1) : scalarEnd(text, at);
      if (wanted.startsWith("key") && typeof end === "object" && end.offset === text.length) return endInKey(text);
      if (typeof end !== "number") return end ?? unexpected(text, at, "value", inner);
      wanted = wanted.startsWith("key") ? "colon" : "comma-or-close";
      at = end;
    }
    // Jackson stops reading behind the first value.
  } while (open.length > 0);
  return undefined;
}

function unexpected(text: string, at: number, wanted: Wanted, inner: Open | undefined): JacksonStop {
  const char = String.fromCodePoint(text.codePointAt(at) as number);
  const expected = {
    value: `expected a valid value ${VALUES}`,
    "value-or-close": `expected a valid value ${VALUES}`,
    key: "was expecting double-quote to start field name",
    "key-or-close": "was expecting double-quote to start field name",
    colon: "was expecting a colon to separate field name and value",
    "comma-or-close": `was expecting comma to separate ${inner?.kind ?? "root"} entries`,
  }[wanted];
  const comment =
    "maybe a (non-standard) comment? (not recognized as one since Feature 'ALLOW_COMMENTS' not enabled for parser)";
  const why = char === "/" ? comment : expected;
  return {
    message: `Unexpected character ('${char}' (code ${char.codePointAt(0)})): ${why}`,
    offset: at + char.length,
  };
}

function endInKey(text: string): JacksonStop {
  return { message: "Unexpected end-of-input in field name", offset: text.length };
}

/** `{"a":}` */
function noValue(at: number): JacksonStop {
  return { message: "Unexpected character ('}' (code 125)): expected a value", offset: at + 1 };
}

function endOfInput(text: string, wanted: Wanted, inner: Open | undefined): JacksonStop {
  if (inner?.kind === "Object" && (wanted === "colon" || wanted === "value")) {
    return { message: "Unexpected end-of-input within/between Object entries", offset: text.length };
  }
  const { kind, start } = inner ?? { kind: "Object", start: 0 };
  const opened = sourceLocation(text, start);
  const message = `Unexpected end-of-input: expected close marker for ${kind} (start marker at ${opened})`;
  return { message, offset: text.length };
}

function wrongClose(text: string, at: number, inner: Open | undefined): JacksonStop {
  const { kind, start } = inner ?? { kind: "Object", start: 0 };
  const expected = kind === "Object" ? "}" : "]";
  const opened = sourceLocation(text, start);
  return {
    message: `Unexpected close marker '${text[at]}': expected '${expected}' (for ${kind} starting at ${opened})`,
    offset: at + 1,
  };
}

/** Where the string ends whose first character stands at `start`, behind its quote. */
function stringEnd(text: string, start: number): number | JacksonStop {
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') return at + 1;
    if (char === "\\") {
      const escape = text[++at] ?? "";
      if (escape === "u") {
        const digits = /^[0-9a-fA-F]{0,4}/.exec(text.slice(at + 1, at + 5))?.[0].length ?? 0;
        if (digits < 4) return noHexDigit(text, at + 1 + digits);
      }
      if (escape !== "" && !'"\\/bfnrtu'.includes(escape)) {
        const message = `Unrecognized character escape '${escape}' (code ${escape.charCodeAt(0)})`;
        return { message, offset: at + 1 };
      }
    } else if ((char as string) < " ") {
      const code = (char as string).charCodeAt(0);
      const what = `Illegal unquoted character ((CTRL-CHAR, code ${code}))`;
      return { message: `${what}: has to be escaped using backslash to be included in string value`, offset: at + 1 };
    }
  }
  return { message: "Unexpected end-of-input: was expecting closing quote for a string value", offset: text.length };
}

function noHexDigit(text: string, at: number): JacksonStop {
  const why = "expected a hex-digit for character escape sequence";
  const char = text[at];
  if (char === undefined) return { message: "Unexpected end-of-input in character escape sequence", offset: at };
  return { message: `Unexpected character ('${char}' (code ${char.charCodeAt(0)})): ${why}`, offset: at + 1 };
}

const WORD = /[\p{L}_$][\p{L}\p{N}_$]*/uy;

/** Where a number or a word ends; undefined where there is neither. */
function scalarEnd(text: string, start: number): number | JacksonStop | undefined {
  const number = numberEnd(text, start);
  if (number !== undefined) return number;
  WORD.lastIndex = start;
  const word = WORD.exec(text)?.[0];
  if (word === undefined) return undefined;
  const end = start + word.length;
  if (word === "true" || word === "false" || word === "null") return end;
  if (word === "NaN" || word === "Infinity") {
    const feature = "`JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS`";
    return { message: `Non-standard token '${word}': enable ${feature} to allow`, offset: end };
  }
  return { message: `Unrecognized token '${word}': was expecting ${VALUES}`, offset: end };
}

function skipSpace(text: string, start: number): number {
  let at = start;
  while (" \t\n\r".includes(text[at] ?? "x")) at++;
  return at;
}

/** The place as Jackson writes it behind its messages; line and column count from 1. */
export function sourceLocation(text: string, offset: number): string {
  const { line, character } = positionAt(lineStarts(text), offset);
  const quoted = text.slice(0, QUOTED_LENGTH);
  const rest = text.length > QUOTED_LENGTH ? `[truncated ${text.length - QUOTED_LENGTH} chars]` : "";
  return `[Source: (String)"${quoted}"${rest}; line: ${line + 1}, column: ${character + 1}]`;
}
