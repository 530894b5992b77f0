/** A place in a YAML text, with what is known so far: mistakes and anchored values. */
import { MAX_NESTING_DEPTH, MAX_TEXT_PROBLEMS } from "../../limits.ts";
import type { Problem } from "../../problem.ts";
import { syntaxProblem } from "../parsed.ts";
import type { Node } from "../tree.ts";

export class YamlCursor {
  readonly text: string;
  readonly problems: Problem[] = [];
  /** The value nearest before the cursor of each anchor; undefined while it is being read. */
  readonly anchors = new Map<string, Node | undefined>();
  /** There are anchors or aliases. */
  anchored = false;
  /** Nodes that aliases have been expanded to. */
  copies = 0;
  at = 0;
  /** Where the line of the cursor begins. */
  lineStart = 0;
  /** The last place where a key was looked for, and the colon behind it: each line is asked several times. */
  key: { readonly at: number; readonly colon: number | undefined } | undefined;
  #quietUntil = -1;

  constructor(text: string) {
    this.text = text;
    if (text.startsWith("\uFEFF")) this.at = this.lineStart = 1;
  }

  get char(): string {
    return this.text[this.at] ?? "";
  }

  get column(): number {
    return this.at - this.lineStart;
  }

  get isAtEnd(): boolean {
    return this.at >= this.text.length;
  }

  /** Where the line of the cursor ends. */
  get lineEnd(): number {
    const end = this.text.indexOf("\n", this.at);
    return end < 0 ? this.text.length : end;
  }

  /** Moves over blanks, comments and line ends; true where a line has ended. */
  skip(): boolean {
    const { text } = this;
    let hasEnded = false;
    for (;;) {
      const char = text.charCodeAt(this.at);
      if (char === 32 || char === 9 || char === 13) this.at++;
      else if (char === 10) {
        this.at++;
        this.lineStart = this.at;
        hasEnded = true;
      } else if (char === 35 && isBlank(text, this.at - 1)) this.at = this.lineEnd;
      else return hasEnded;
    }
  }

  /** Moves over blanks of the line. */
  skipBlanks(): void {
    while (this.char === " " || this.char === "\t" || this.char === "\r") this.at++;
  }

  /** Moves to an offset, perhaps some lines on. */
  moveTo(offset: number): void {
    const lineEnd = this.text.lastIndexOf("\n", offset - 1);
    if (lineEnd >= this.at) this.lineStart = lineEnd + 1;
    this.at = offset;
  }

  /** True at `indicator` where it stands for itself, not as the first letter of a word. */
  isIndicator(indicator: string): boolean {
    return this.char === indicator && isBlank(this.text, this.at + 1);
  }

  /** True at `---` or `...`, which end a document. */
  isAtMark(): boolean {
    if (this.at !== this.lineStart) return false;
    const isMark = this.text.startsWith("---", this.at) || this.text.startsWith("...", this.at);
    return isMark && isBlank(this.text, this.at + 3);
  }

  /** One mistake of each line: what follows on it follows from it. */
  complain(start: number, end: number, message: string): void {
    if (start < this.#quietUntil || this.problems.length >= MAX_TEXT_PROBLEMS) return;
    const to = Math.min(Math.max(end, start + 1), this.text.length);
    this.problems.push(syntaxProblem("yaml-syntax", Math.min(start, Math.max(0, to - 1)), to, message));
    const line = this.text.indexOf("\n", to);
    this.#quietUntil = line < 0 ? this.text.length : line;
  }

  /** Stops reading: values nest without end. */
  giveUp(start: number): void {
    const message = `Values nest deeper than ${MAX_NESTING_DEPTH} levels; what is inside and behind is not read.`;
    const problem = syntaxProblem("too-deeply-nested", start, Math.min(start + 1, this.text.length), message);
    this.problems.push({ ...problem, aws: { code: "TOO_DEEPLY_NESTED", message } });
    this.#quietUntil = Number.POSITIVE_INFINITY;
    this.at = this.text.length;
  }
}

/** True for a blank, a line end and the ends of the text. */
export function isBlank(text: string, offset: number): boolean {
  const char = text.charCodeAt(offset);
  return char === 32 || char === 10 || char === 9 || char === 13 || Number.isNaN(char);
}
