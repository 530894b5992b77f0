/**
 * JSON text to the tree, by jsonc-parser's scanner and a tolerant builder of our own: iterative (brackets may nest
 * without end), and a lone mistake gives one problem. What AWS refuses (comments, trailing commas) is read all the same.
 * https://www.rfc-editor.org/rfc/rfc8259
 */
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
import {
  CLOSE_BRACE,
  CLOSE_BRACKET,
  COLON,
  COMMA,
  EOF,
  FALSE,
  JsonTokens,
  lineEnd,
  NULL,
  NUMBER,
  OPEN_BRACE,
  OPEN_BRACKET,
  PLACEHOLDER_TOKEN,
  STRING,
  skipSpace,
  TRUE,
  UNKNOWN,
} from "./json-tokens.ts";
import { type ParsedText, syntaxProblem } from "./parsed.ts";
import type { ArrayNode, Node, ObjectNode, StringNode } from "./tree.ts";

const STRING_MISTAKES: Readonly<Record<number, string>> = {
  2: "This string is not closed: a quote is missing at its end.",
  4: "`\\u` wants four hexadecimal digits.",
  5: 'JSON has no such escape: only \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\uXXXX.',
  6: "Control characters must be escaped in JSON strings, a tab as `\\t`.",
};

export function parseJson(text: string): ParsedText {
  const { root, problems, bracketed } = readJson(text);
  const parsed = { text, language: "json", root, problems } as const;
  return bracketed ? parsed : { ...parsed, misbracketed: true };
}

export interface JsonReading {
  readonly root: Node;
  readonly problems: readonly Problem[];
  /** Every bracket has its own counterpart: a mistake inside one does not change where it ends. */
  readonly bracketed: boolean;
  /** From here on a mistake would be reported again after the last one that was. */
  readonly quietUntil: number;
}

/** Reads a text that stands inside `depth` brackets. */
export function readJson(text: string, depth = 0): JsonReading {
  const reader = new JsonReader(text, depth);
  const root = reader.read();
  const { problems, bracketed, quietUntil } = reader;
  return { root, problems: problems.sort((a, b) => a.start - b.start), bracketed, quietUntil };
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
  readonly #at: JsonTokens;
  readonly #stack: Frame[] = [];
  #root: Node | undefined;
  bracketed = true;
  /** Until here mistakes are taken to follow from the one before. */
  quietUntil = -1;
  readonly #depth: number;

  constructor(text: string, depth: number) {
    this.#text = text;
    this.#depth = depth;
    this.#at = new JsonTokens(text, this.problems);
  }

  read(): Node {
    this.#at.next();
    while (this.#at.token !== EOF) {
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
      if (this.#at.isValue()) return this.#readValue((node) => (this.#root = node));
      this.#complain("json-syntax", this.#at.start, this.#at.end, `A JSON value is expected, not ${this.#at.word()}.`);
      return this.#at.next();
    }
    this.bracketed = false;
    this.#complain("json-syntax", this.#at.start, this.#text.trimEnd().length, "Nothing may follow the JSON value.");
    this.#at.stop();
  }

  #readInArray(frame: Frame, array: ArrayNode): void {
    if (this.#at.token === CLOSE_BRACKET) return this.#close(frame);
    if (this.#at.token === CLOSE_BRACE) return this.#closeWrong(frame);
    if (this.#at.token === COMMA) return this.#comma(frame, "A value");
    if (this.#at.isValue()) {
      this.#wantComma(frame);
      return this.#readValue((node) => addItem(array, node));
    }
    this.#complain("json-syntax", this.#at.start, this.#at.end, `A value is expected, not ${this.#at.word()}.`);
    this.#at.next();
  }

  #readInObject(frame: Frame, object: ObjectNode): void {
    if (frame.key !== undefined) return this.#readProperty(frame, object, frame.key);
    if (this.#at.token === CLOSE_BRACE) return this.#close(frame);
    if (this.#at.token === CLOSE_BRACKET) return this.#closeWrong(frame);
    if (this.#at.token === COMMA) return this.#comma(frame, "A property");
    if (this.#at.token === STRING) {
      this.#wantComma(frame);
      frame.key = this.#string();
      return this.#at.next();
    }
    if (this.#at.token === PLACEHOLDER_TOKEN) {
      // A deployment tool may put whole properties here; there is nothing to say about them.
      frame.wantsComma = true;
      frame.comma = -1;
      return this.#at.next();
    }
    this.#complain(
      "json-syntax",
      this.#at.start,
      this.#at.end,
      `A name in double quotes is expected, not ${this.#at.word()}.`,
    );
    if (this.#at.token === UNKNOWN && this.#text[this.#at.end] === ":") {
      frame.key = stringNode(
        this.#at.start,
        this.#at.end,
        unquoted(this.#text.slice(this.#at.start, this.#at.end)),
        true,
      );
    } else if (this.#at.token === OPEN_BRACE || this.#at.token === OPEN_BRACKET) {
      return this.#readValue(() => undefined);
    }
    this.#at.next();
  }

  /** After `"key"`: a colon and a value. */
  #readProperty(frame: Frame, object: ObjectNode, key: StringNode): void {
    frame.key = undefined;
    frame.wantsComma = true;
    frame.comma = -1;
    if (this.#at.token === COLON) this.#at.next();
    else if (this.#at.token !== EOF) {
      this.#complain("json-syntax", key.start, key.end, `A colon and a value are missing after ${keyText(key)}.`);
      if (!this.#at.isValue() || this.#at.followedByColon()) return void addProperty(object, key, missingNode(key.end));
    }
    if (this.#at.token === EOF) return void addProperty(object, key, missingNode(this.#at.lastEnd));
    if (this.#at.isValue() && !this.#at.followedByColon())
      return this.#readValue((node) => addProperty(object, key, node));
    if (this.#at.token === UNKNOWN || this.#at.token === COLON) {
      this.#complain("json-syntax", this.#at.start, this.#at.end, `A value is expected, not ${this.#at.word()}.`);
      addProperty(object, key, missingNode(this.#at.start));
      return this.#at.next();
    }
    this.#complain("json-syntax", key.start, this.#at.lastEnd, `The value of ${keyText(key)} is missing.`);
    addProperty(object, key, missingNode(this.#at.lastEnd));
  }

  #readValue(put: (node: Node) => void): void {
    if (this.#at.token === OPEN_BRACE || this.#at.token === OPEN_BRACKET) return this.#open(put);
    put(this.#scalar());
    this.#at.next();
  }

  #scalar(): Node {
    const [start, end] = [this.#at.start, this.#at.end];
    switch (this.#at.token) {
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
    const value = this.#at.value();
    const error = this.#at.error();
    const mistake = STRING_MISTAKES[error];
    if (mistake !== undefined) {
      this.#complain("json-syntax", this.#at.start, this.#at.end, mistake);
      // The lost quote usually took the comma, too.
      if (error === 2) this.quietUntil = this.#nextLineEnd(this.#at.end);
    }
    return stringNode(this.#at.start, this.#at.end, value, value.length !== this.#at.end - this.#at.start - 2);
  }

  #number(): Node {
    const text = this.#text.slice(this.#at.start, this.#at.end);
    if (this.#at.error() !== 0) {
      this.#complain("json-syntax", this.#at.start, this.#at.end, `\`${text}\` is not a complete number.`);
    }
    const value = Number.parseFloat(text);
    return numberNode(this.#at.start, this.#at.end, value);
  }

  #open(put: (node: Node) => void): void {
    const node = this.#at.token === OPEN_BRACE ? objectNode(this.#at.start, -1) : arrayNode(this.#at.start, -1);
    if (this.#depth + this.#stack.length >= MAX_NESTING_DEPTH) {
      this.#skipNested();
      node.end = this.#at.lastEnd;
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
    this.#at.next();
  }

  /** Moves behind the bracket that closes the one at the current token. */
  #skipNested(): void {
    let depth = 0;
    this.bracketed = false;
    do {
      if (this.#at.token === OPEN_BRACE || this.#at.token === OPEN_BRACKET) depth++;
      if (this.#at.token === CLOSE_BRACE || this.#at.token === CLOSE_BRACKET) depth--;
      this.#at.next();
    } while (depth > 0 && this.#at.token !== EOF);
  }

  #close(frame: Frame): void {
    if (frame.comma >= 0) {
      const message = "A comma may not stand before a closing bracket in JSON.";
      this.#complain("json-trailing-comma", frame.comma, frame.comma + 1, message);
    }
    this.#finish(frame, this.#at.end);
    this.#at.next();
  }

  /** `[1, 2}`: closes what lies inside an open bracket of that kind, or skips a closer that nothing opened. */
  #closeWrong(frame: Frame): void {
    const kind = this.#at.token === CLOSE_BRACE ? "object" : "array";
    this.bracketed = false;
    if (this.#stack.some((open) => open.node.kind === kind)) {
      const wanted = frame.node.kind === "object" ? "}" : "]";
      const opened = { start: frame.node.start, end: frame.node.start + 1, message: "opened here" };
      const message = `\`${wanted}\` is expected before this \`${this.#text[this.#at.start]}\`.`;
      this.#complain("json-syntax", this.#at.start, this.#at.end, message, [opened]);
      return this.#finish(frame, this.#at.lastEnd);
    }
    this.#complain("json-syntax", this.#at.start, this.#at.end, `Nothing is open that ${this.#at.word()} could close.`);
    this.#at.next();
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
    const end = this.#at.lastEnd;
    if (innermost !== undefined) {
      this.bracketed = false;
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
      this.#complain("json-syntax", this.#at.start, this.#at.end, `${what} is expected before this comma.`);
    }
    frame.wantsComma = false;
    frame.comma = this.#at.start;
    this.#at.next();
  }

  #wantComma(frame: Frame): void {
    if (frame.wantsComma) {
      this.#complain("json-syntax", this.#at.lastEnd - 1, this.#at.lastEnd, "A comma is missing after this.");
    }
    frame.wantsComma = true;
    frame.comma = -1;
  }

  #complain(rule: string, start: number, end: number, message: string, related?: Problem["related"]): void {
    if (start < this.quietUntil || this.problems.length >= MAX_TEXT_PROBLEMS) return;
    this.problems.push(syntaxProblem(rule, start, end, message, related));
    this.quietUntil = lineEnd(this.#text, end);
  }

  #nextLineEnd(offset: number): number {
    return lineEnd(this.#text, skipSpace(this.#text, lineEnd(this.#text, offset)));
  }
}

function keyText(key: StringNode): string {
  return `"${key.value.slice(0, 80)}"`;
}

function unquoted(text: string): string {
  return /^'.*'$/.test(text) ? text.slice(1, -1) : text;
}
