/**
 * JSON text to the tree, by jsonc-parser's scanner and a tolerant builder of our own: iterative (brackets may nest
 * without end), and a lone mistake gives one problem. What AWS refuses (comments, trailing commas) is read all the same.
 * https://www.rfc-editor.org/rfc/rfc8259
 */
import { createScanner } from "jsonc-parser";
import { MAX_NESTING_DEPTH, MAX_TEXT_PROBLEMS } from "../limits.ts";
import type { Problem } from "../problem.ts";
import {
  addItem,
  addProperty,
  arrayNode,
  booleanNode,
  missingNode,
  nullNode,
  numberNode,
  objectNode,
  placeholderNode,
  stringNode,
} from "./build.ts";
import { type ParsedText, PLACEHOLDER, syntaxProblem } from "./parsed.ts";
import type { ArrayNode, Node, ObjectNode, StringNode } from "./tree.ts";

// jsonc-parser's SyntaxKind and ScanError, which are const enums and so do not exist at run time.
const OPEN_BRACE = 1;
const CLOSE_BRACE = 2;
const OPEN_BRACKET = 3;
const CLOSE_BRACKET = 4;
const COMMA = 5;
const COLON = 6;
const NULL = 7;
const TRUE = 8;
const FALSE = 9;
const STRING = 10;
const NUMBER = 11;
const LINE_COMMENT = 12;
const BLOCK_COMMENT = 13;
const UNKNOWN = 16;
const EOF = 17;
/** Ours: a bare `${Name}`. */
const PLACEHOLDER_TOKEN = 18;

const STRING_MISTAKES: Readonly<Record<number, string>> = {
  2: "This string is not closed: a quote is missing at its end.",
  4: "`\\u` wants four hexadecimal digits.",
  5: 'JSON has no such escape: only \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX.',
  6: "Control characters must be escaped in JSON strings, a tab as `\\t`.",
};

export function parseJson(text: string): ParsedText {
  const reader = new JsonReader(text);
  const root = reader.read();
  return { text, language: "json", root, problems: reader.problems };
}

/** A container that is still open, with the key that waits for its value. */
interface Frame {
  readonly node: ObjectNode | ArrayNode;
  key: StringNode | undefined;
  /** What may come next: a value (or key) first, or a comma first. */
  wantsComma: boolean;
  /** Where the comma stood that nothing has followed yet. */
  comma: number;
}

class JsonReader {
  readonly problems: Problem[] = [];
  readonly #text: string;
  readonly #scanner;
  readonly #stack: Frame[] = [];
  #token = EOF;
  #start = 0;
  #end = 0;
  #lastEnd = 0;
  #root: Node | undefined;
  /** Until here mistakes are taken to follow from the one before. */
  #quietUntil = -1;

  constructor(text: string) {
    this.#text = text;
    this.#scanner = createScanner(text, false);
  }

  read(): Node {
    this.#next();
    while (this.#token !== EOF) {
      const frame = this.#stack.at(-1);
      if (frame === undefined) this.#readRoot();
      else if (frame.node.kind === "object") this.#readInObject(frame, frame.node);
      else this.#readInArray(frame, frame.node);
    }
    this.#closeAll();
    return this.#root ?? missingNode(this.#text.length);
  }

  #readRoot(): void {
    if (this.#root === undefined) {
      if (this.#isValue()) return this.#readValue((node) => (this.#root = node));
      this.#complain("json-syntax", this.#start, this.#end, `A JSON value is expected, not ${this.#word()}.`);
      return this.#next();
    }
    this.#complain("json-syntax", this.#start, this.#text.trimEnd().length, "Nothing may follow the JSON value.");
    this.#token = EOF;
  }

  #readInArray(frame: Frame, array: ArrayNode): void {
    if (this.#token === CLOSE_BRACKET) return this.#close(frame);
    if (this.#token === CLOSE_BRACE) return this.#closeWrong(frame);
    if (this.#token === COMMA) return this.#comma(frame, "A value");
    if (this.#isValue()) {
      this.#wantComma(frame);
      return this.#readValue((node) => addItem(array, node));
    }
    this.#complain("json-syntax", this.#start, this.#end, `A value is expected, not ${this.#word()}.`);
    this.#next();
  }

  #readInObject(frame: Frame, object: ObjectNode): void {
    if (frame.key !== undefined) return this.#readProperty(frame, object, frame.key);
    if (this.#token === CLOSE_BRACE) return this.#close(frame);
    if (this.#token === CLOSE_BRACKET) return this.#closeWrong(frame);
    if (this.#token === COMMA) return this.#comma(frame, "A property");
    if (this.#token === STRING) {
      this.#wantComma(frame);
      frame.key = this.#string();
      return this.#next();
    }
    if (this.#token === PLACEHOLDER_TOKEN) {
      // A deployment tool may put whole properties here; there is nothing to say about them.
      frame.wantsComma = true;
      frame.comma = -1;
      return this.#next();
    }
    this.#complain("json-syntax", this.#start, this.#end, `A name in double quotes is expected, not ${this.#word()}.`);
    if (this.#token === UNKNOWN && this.#text[this.#end] === ":") {
      frame.key = stringNode(this.#start, this.#end, unquoted(this.#text.slice(this.#start, this.#end)), true);
    } else if (this.#token === OPEN_BRACE || this.#token === OPEN_BRACKET) {
      return this.#readValue(() => undefined);
    }
    this.#next();
  }

  /** After `"key"`: a colon and a value. */
  #readProperty(frame: Frame, object: ObjectNode, key: StringNode): void {
    frame.key = undefined;
    frame.wantsComma = true;
    frame.comma = -1;
    if (this.#token === COLON) this.#next();
    else if (this.#token !== EOF) {
      this.#complain("json-syntax", key.start, key.end, `A colon and a value are missing after ${keyText(key)}.`);
      if (!this.#isValue() || this.#followedByColon()) return void addProperty(object, key, missingNode(key.end));
    }
    if (this.#token === EOF) return void addProperty(object, key, missingNode(this.#lastEnd));
    if (this.#isValue() && !this.#followedByColon()) return this.#readValue((node) => addProperty(object, key, node));
    if (this.#token === UNKNOWN || this.#token === COLON) {
      this.#complain("json-syntax", this.#start, this.#end, `A value is expected, not ${this.#word()}.`);
      addProperty(object, key, missingNode(this.#start));
      return this.#next();
    }
    this.#complain("json-syntax", key.start, this.#lastEnd, `The value of ${keyText(key)} is missing.`);
    addProperty(object, key, missingNode(this.#lastEnd));
  }

  #readValue(put: (node: Node) => void): void {
    if (this.#token === OPEN_BRACE || this.#token === OPEN_BRACKET) return this.#open(put);
    put(this.#scalar());
    this.#next();
  }

  #scalar(): Node {
    const [start, end] = [this.#start, this.#end];
    switch (this.#token) {
      case STRING:
        return this.#string();
      case NUMBER:
        return this.#number();
      case TRUE:
        return booleanNode(start, end, true);
      case FALSE:
        return booleanNode(start, end, false);
      case NULL:
        return nullNode(start, end);
      default:
        return placeholderNode(start, end, this.#text.slice(start + 2, end - 1));
    }
  }

  #string(): StringNode {
    const value = this.#scanner.getTokenValue();
    const error = this.#scanner.getTokenError();
    const mistake = STRING_MISTAKES[error];
    if (mistake !== undefined) {
      this.#complain("json-syntax", this.#start, this.#end, mistake);
      // The lost quote usually took the comma, too.
      if (error === 2) this.#quietUntil = this.#nextLineEnd(this.#end);
    }
    return stringNode(this.#start, this.#end, value, value.length !== this.#end - this.#start - 2);
  }

  #number(): Node {
    const text = this.#text.slice(this.#start, this.#end);
    if (this.#scanner.getTokenError() !== 0) {
      this.#complain("json-syntax", this.#start, this.#end, `\`${text}\` is not a complete number.`);
    }
    const value = Number.parseFloat(text);
    return numberNode(this.#start, this.#end, value);
  }

  #open(put: (node: Node) => void): void {
    const node = this.#token === OPEN_BRACE ? objectNode(this.#start, -1) : arrayNode(this.#start, -1);
    if (this.#stack.length >= MAX_NESTING_DEPTH) {
      this.#skipNested();
      node.end = this.#lastEnd;
      const message = `Brackets nest deeper than ${MAX_NESTING_DEPTH} levels; what is inside is not read.`;
      this.problems.push({
        ...syntaxProblem("too-deeply-nested", node.start, node.start + 1, message),
        aws: { code: "TOO_DEEPLY_NESTED", message },
      });
      return put(node);
    }
    put(node);
    const above = this.#stack.at(-1);
    if (above !== undefined) above.wantsComma = true;
    this.#stack.push({ node, key: undefined, wantsComma: false, comma: -1 });
    this.#next();
  }

  /** Moves behind the bracket that closes the one at the current token. */
  #skipNested(): void {
    let depth = 0;
    do {
      if (this.#token === OPEN_BRACE || this.#token === OPEN_BRACKET) depth++;
      if (this.#token === CLOSE_BRACE || this.#token === CLOSE_BRACKET) depth--;
      this.#next();
    } while (depth > 0 && this.#token !== EOF);
  }

  #close(frame: Frame): void {
    if (frame.comma >= 0) {
      const message = "A comma may not stand before a closing bracket in JSON.";
      this.#complain("json-trailing-comma", frame.comma, frame.comma + 1, message);
    }
    this.#finish(frame, this.#end);
    this.#next();
  }

  /** `[1, 2}`: closes what lies inside an open bracket of that kind, or skips a closer that nothing opened. */
  #closeWrong(frame: Frame): void {
    const kind = this.#token === CLOSE_BRACE ? "object" : "array";
    if (this.#stack.some((open) => open.node.kind === kind)) {
      const wanted = frame.node.kind === "object" ? "}" : "]";
      const opened = { start: frame.node.start, end: frame.node.start + 1, message: "opened here" };
      const message = `\`${wanted}\` is expected before this \`${this.#text[this.#start]}\`.`;
      this.#complain("json-syntax", this.#start, this.#end, message, [opened]);
      return this.#finish(frame, this.#lastEnd);
    }
    this.#complain("json-syntax", this.#start, this.#end, `Nothing is open that ${this.#word()} could close.`);
    this.#next();
  }

  #finish(frame: Frame, end: number): void {
    this.#stack.pop();
    frame.node.end = end;
    const parent = frame.node.parent;
    if (parent?.kind === "property") parent.end = end;
  }

  /** The text ends while brackets are open: one problem, however many there are. */
  #closeAll(): void {
    const innermost = this.#stack.at(-1);
    const end = this.#lastEnd;
    if (innermost !== undefined) {
      const count = this.#stack.length;
      const opened = { start: innermost.node.start, end: innermost.node.start + 1, message: "opened here" };
      const what = count === 1 ? "1 bracket is" : `${count} brackets are`;
      const explained = (problem: Problem) => problem.end >= end || problem.rule === "too-deeply-nested";
      if (!this.problems.some((problem) => explained(problem) && problem.rule !== "json-comment")) {
        const message = `The text ends here, but ${what} not closed.`;
        this.problems.push(syntaxProblem("json-syntax", Math.max(0, end - 1), end, message, [opened]));
      }
    }
    for (let frame = this.#stack.at(-1); frame !== undefined; frame = this.#stack.at(-1)) {
      if (frame.key !== undefined && frame.node.kind === "object") {
        addProperty(frame.node, frame.key, missingNode(end));
      }
      this.#finish(frame, end);
    }
    if (this.#root === undefined && this.problems.length === 0) {
      this.problems.push(syntaxProblem("json-syntax", 0, Math.min(1, this.#text.length), "The document is empty."));
    }
  }

  #comma(frame: Frame, what: string): void {
    if (!frame.wantsComma) {
      this.#complain("json-syntax", this.#start, this.#end, `${what} is expected before this comma.`);
    }
    frame.wantsComma = false;
    frame.comma = this.#start;
    this.#next();
  }

  #wantComma(frame: Frame): void {
    if (frame.wantsComma) {
      this.#complain("json-syntax", this.#lastEnd - 1, this.#lastEnd, "A comma is missing after this.");
    }
    frame.wantsComma = true;
    frame.comma = -1;
  }

  #isValue(): boolean {
    const token = this.#token;
    return (
      token === OPEN_BRACE ||
      token === OPEN_BRACKET ||
      (token >= NULL && token <= NUMBER) ||
      token === PLACEHOLDER_TOKEN
    );
  }

  /** `"Next":` then a line `"End": true`: the string is the next key, not the value. */
  #followedByColon(): boolean {
    if (this.#token !== STRING) return false;
    return this.#text.charCodeAt(skipSpace(this.#text, this.#end)) === 58;
  }

  #next(): void {
    this.#lastEnd = Math.max(this.#lastEnd, this.#end);
    let position = this.#end;
    for (;;) {
      position = skipSpace(this.#text, position);
      if (this.#text.charCodeAt(position) === 36 && this.#placeholder(position)) return;
      this.#scanner.setPosition(position);
      this.#token = this.#scanner.scan();
      this.#start = this.#scanner.getTokenOffset();
      // An open comment ends behind the text, by the scanner's count.
      this.#end = Math.min(this.#scanner.getPosition(), this.#text.length);
      if (this.#token !== LINE_COMMENT && this.#token !== BLOCK_COMMENT) return;
      const message = "JSON has no comments: AWS refuses this text. A `Comment` field can say it.";
      if (this.problems.length < MAX_TEXT_PROBLEMS) {
        this.problems.push(syntaxProblem("json-comment", this.#start, this.#end, message));
      }
      position = this.#end;
    }
  }

  #placeholder(position: number): boolean {
    PLACEHOLDER.lastIndex = position;
    if (!PLACEHOLDER.test(this.#text)) return false;
    this.#token = PLACEHOLDER_TOKEN;
    this.#start = position;
    this.#end = PLACEHOLDER.lastIndex;
    return true;
  }

  #complain(rule: string, start: number, end: number, message: string, related?: Problem["related"]): void {
    if (start < this.#quietUntil || this.problems.length >= MAX_TEXT_PROBLEMS) return;
    this.problems.push(syntaxProblem(rule, start, end, message, related));
    this.#quietUntil = lineEnd(this.#text, end);
  }

  #nextLineEnd(offset: number): number {
    return lineEnd(this.#text, skipSpace(this.#text, lineEnd(this.#text, offset)));
  }

  #word(): string {
    return `\`${this.#text.slice(this.#start, Math.min(this.#end, this.#start + 30))}\``;
  }
}

function keyText(key: StringNode): string {
  return `"${key.value.slice(0, 80)}"`;
}

function unquoted(text: string): string {
  return /^'.*'$/.test(text) ? text.slice(1, -1) : text;
}

function skipSpace(text: string, offset: number): number {
  for (let at = offset; ; at++) {
    const code = text.charCodeAt(at);
    // A byte order mark is no mistake: editors write it, and AWS's tools drop it.
    if (code !== 32 && code !== 10 && code !== 13 && code !== 9 && !(code === 0xfeff && at === 0)) return at;
  }
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length : end;
}
