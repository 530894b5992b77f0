/**
 * Editing a definition of a megabyte, in a process of its own: `node --expose-gc editing.ts <shape>` prints what a
 * keystroke, a completion and a hover take, and how much memory stays after many edits.
 */
import { type AslDocument, check, complete, hover, openDocument, problemsOf } from "@sluice/engine";
import { definitionText, type Shape, sizeFor } from "./shapes.ts";

export interface EditingMeasured {
  /** From the keystroke to the problems. */
  readonly keystroke: Percentiles;
  /** At `Next`, right after a keystroke. */
  readonly completion: Percentiles;
  readonly hover: Percentiles;
  readonly edits: number;
  /** The problems after the last edit are those of a fresh check. */
  readonly sameAsFresh: boolean;
  /** In use after garbage collection, megabytes, after so many edits. */
  readonly memory: readonly { readonly edits: number; readonly megabytes: number }[];
}

export interface Percentiles {
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const MEGABYTE = 1_048_576;
const EDITS = 500;
/** Memory is watched in a smaller definition: what leaks, leaks there as well. */
const MEMORY_EDITS = [1_000, 4_000, 7_000, 10_000];
const MEMORY_SIZE = MEGABYTE / 8;

/** The same numbers every time, from 0 to below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fff_ffff;
    return state % limit;
  };
}

/** Brackets and quotes that an editor closes by itself. */
const CLOSED: Readonly<Record<string, string>> = { '"': '""', "{": "{}" };
const CLOSERS = '"}';

/** One person at work on a document, one keystroke after the other. */
class Typist {
  document: AslDocument;
  readonly #next = numbers(42);
  #left = "";
  #at = 0;
  #undo: string | undefined;

  constructor(text: string) {
    this.document = openDocument("asl", text, "json");
    this.#look();
  }

  /** Types the next character; answers how long it took to know the problems, milliseconds. */
  type(): number {
    if (this.#left === "") this.#begin();
    const { text } = this.document;
    const typed = this.#left[0] as string;
    this.#left = this.#left.slice(1);
    this.#at += 1;
    // What the editor has closed already is typed over.
    if (CLOSERS.includes(typed) && text[this.#at - 1] === typed) return this.type();
    const changed = text.slice(0, this.#at - 1) + (CLOSED[typed] ?? typed) + text.slice(this.#at - 1);
    const start = performance.now();
    this.document = openDocument("asl", changed, "json", { previous: this.document });
    this.#look();
    return performance.now() - start;
  }

  /** Offset inside of the value of some state's `Next`. */
  someNext(): number {
    const { text } = this.document;
    const found = text.indexOf('"Next": "', this.#next(text.length));
    return (found < 0 ? text.indexOf('"Next": "') : found) + 9;
  }

  #look(): number {
    return problemsOf(this.document).length;
  }

  /** Some words into a string, a name, a new field or a new state; what was typed before is taken back. */
  #begin(): void {
    if (this.#undo !== undefined) {
      this.document = openDocument("asl", this.#undo, "json", { previous: this.document });
      this.#look();
    }
    const { text } = this.document;
    this.#undo = text;
    const [before, typed] = [
      ['": "', "word"],
      ['    "', "name"],
      ["{\n", '"Comment": "why",\n'],
      ["    },\n", '    "New": { "Type": "Succeed" },\n'],
    ][this.#next(4)] as [string, string];
    const found = text.indexOf(before, this.#next(text.length));
    this.#at = (found < 0 ? text.indexOf(before) : found) + before.length;
    this.#left = typed;
  }
}

function percentiles(times: number[]): Percentiles {
  const sorted = times.toSorted((a, b) => a - b);
  const at = (part: number): number => sorted[Math.floor(sorted.length * part)] ?? 0;
  return { p50Ms: at(0.5), p95Ms: at(0.95) };
}

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function measureEditing(shape: Shape): EditingMeasured {
  const typist = new Typist(definitionText(shape, sizeFor(shape, MEGABYTE)));
  for (let edit = 0; edit < 50; edit++) typist.type();
  const keystrokes: number[] = [];
  const completions: number[] = [];
  const hovers: number[] = [];
  for (let edit = 0; edit < EDITS; edit++) {
    keystrokes.push(typist.type());
    const offset = typist.someNext();
    // Each asks a document that nobody has asked before.
    if (edit % 2 === 0) completions.push(timed(() => complete(typist.document, offset)));
    else hovers.push(timed(() => hover(typist.document, offset)));
  }
  const { text } = typist.document;
  const problems = problemsOf(typist.document);
  return {
    keystroke: percentiles(keystrokes),
    completion: percentiles(completions),
    hover: percentiles(hovers),
    edits: EDITS,
    sameAsFresh: JSON.stringify(problems) === JSON.stringify(check(text, { language: "json" })),
    memory: measureMemory(shape),
  };
}

function measureMemory(shape: Shape): EditingMeasured["memory"] {
  const typist = new Typist(definitionText(shape, sizeFor(shape, MEMORY_SIZE)));
  let done = 0;
  return MEMORY_EDITS.map((edits) => {
    for (; done < edits; done++) typist.type();
    globalThis.gc?.();
    return { edits, megabytes: process.memoryUsage().heapUsed / MEGABYTE };
  });
}

console.log(JSON.stringify(measureEditing(process.argv[2] as Shape)));
