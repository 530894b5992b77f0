/**
 * Texts that are filled in for each message: `{"order": ${sequence}, "customer": "${pick(anna, ben, cleo)}"}`. Read once;
 * a text without anything to fill in stays one and the same string for a million messages.
 */
import type { Random } from "../../random.ts";

/** What a message is filled in from. */
export interface Filling {
  /** From 0. */
  readonly index: number;
  /** Epoch milliseconds. */
  readonly epochMs: number;
  readonly random: Random;
}

export type Filled = (filling: Filling) => string;

interface Placeholder {
  /** How it is written, and what it becomes; for people. */
  readonly form: string;
  readonly text: string;
  /** Undefined where the arguments are not what it takes. */
  make(words: readonly string[]): Filled | undefined;
}

/** What may stand between `${` and `}`. */
export const PLACEHOLDERS: Readonly<Record<string, Placeholder>> = {
  sequence: {
    form: "sequence",
    text: "the message's number, from 1",
    make: none(({ index }) => String(index + 1)),
  },
  uuid: { form: "uuid", text: "a UUID", make: none(({ random }) => random.uuid()) },
  time: {
    form: "time",
    text: "the time of sending, ISO 8601",
    make: none(({ epochMs }) => new Date(epochMs).toISOString()),
  },
  epochMs: {
    form: "epochMs",
    text: "the time of sending, milliseconds since 1970",
    make: none(({ epochMs }) => String(Math.floor(epochMs))),
  },
  random: {
    form: "random(1, 100)",
    text: "a whole number, both ends included",
    make(words) {
      const [least, greatest] = words.map(Number);
      if (words.length !== 2 || least === undefined || greatest === undefined || !(least <= greatest)) return undefined;
      return ({ random }) => String(least + Math.floor(random.next() * (greatest - least + 1)));
    },
  },
  pick: {
    form: "pick(a, b, c)",
    text: "one of them, each as likely",
    make(words) {
      if (words.length === 0) return undefined;
      return ({ random }) => words[Math.floor(random.next() * words.length)] as string;
    },
  },
  zipf: {
    form: "zipf(100)",
    text: "1 to 100, the n-th with a share of 1/n: what customers and hot keys are like",
    make(words) {
      const count = Number(words[0]);
      if (words.length !== 1 || !Number.isInteger(count) || count < 1 || count > MAX_ZIPF) return undefined;
      const shares = sharesByZipf(count);
      return ({ random }) => String(placeOf(shares, random.next()) + 1);
    },
  },
};

/** Our own: the running sums are kept. */
const MAX_ZIPF = 100_000;

function none(fill: Filled): (words: readonly string[]) => Filled | undefined {
  return (words) => (words.length === 0 ? fill : undefined);
}

const PLACEHOLDER = /\$\{\s*([^${}]*?)\s*\}/g;

/** Whether it may be another text for each message. */
export function hasPlaceholders(text: string): boolean {
  return text.includes("${");
}

/** What is wrong with a text; undefined where it can be filled in. */
export function templateMistake(text: string): string | undefined {
  for (const [whole, inner = ""] of text.matchAll(PLACEHOLDER)) {
    if (placeholderOf(inner) === undefined) {
      const forms = Object.values(PLACEHOLDERS).map(({ form }) => `\${${form}}`);
      return `${whole} cannot be filled in: there is ${forms.join(", ")}`;
    }
  }
  return undefined;
}

function placeholderOf(inner: string): Filled | undefined {
  const [, name = "", list] = /^(\w+)\s*(?:\((.*)\))?$/.exec(inner) ?? [];
  const words = list === undefined || list.trim() === "" ? [] : list.split(",").map((word) => word.trim());
  return Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]?.make(words) : undefined;
}

/** Fills a text in. What is no placeholder stays as it is written. */
export function templateOf(text: string): Filled {
  const parts: (string | Filled)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const placeholder = placeholderOf(match[1] ?? "");
    if (placeholder === undefined) continue;
    parts.push(text.slice(end, match.index), placeholder);
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return () => text;
  parts.push(text.slice(end));
  return (filling) => {
    let filled = "";
    for (const part of parts) filled += typeof part === "string" ? part : part(filling);
    return filled;
  };
}

/** Running sums of 1/n, up to 1. */
function sharesByZipf(count: number): Float64Array {
  const sums = new Float64Array(count);
  let sum = 0;
  for (let index = 0; index < count; index++) {
    sum += 1 / (index + 1);
    sums[index] = sum;
  }
  return sums.map((each) => each / sum);
}

/** The first place whose running sum is above a share, by halving. */
function placeOf(sums: Float64Array, share: number): number {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sums[middle] as number) > share) high = middle;
    else low = middle + 1;
  }
  return low;
}
