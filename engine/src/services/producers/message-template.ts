/**
 * Texts that are filled in for each message: `{"order": {{index}}, "customer": "{{pick anna ben cleo}}"}`. Read once;
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

/** What may stand between the braces: name, arguments after blanks. */
const PLACEHOLDERS: Readonly<Record<string, (words: readonly string[]) => Filled | undefined>> = {
  /** The message's number, from 0. */
  index: none(({ index }) => String(index)),
  uuid: none(({ random }) => random.uuid()),
  /** ISO 8601. */
  time: none(({ epochMs }) => new Date(epochMs).toISOString()),
  epochMs: none(({ epochMs }) => String(Math.floor(epochMs))),
  /** `{{int 1 100}}`: a whole number, both ends included. */
  int(words) {
    const [least, greatest] = words.map(Number);
    if (words.length !== 2 || least === undefined || greatest === undefined || !(least <= greatest)) return undefined;
    return ({ random }) => String(least + Math.floor(random.next() * (greatest - least + 1)));
  },
  /** `{{pick a b c}}`: one of them, each as likely. */
  pick(words) {
    if (words.length === 0) return undefined;
    return ({ random }) => words[Math.floor(random.next() * words.length)] as string;
  },
  /** `{{hot 100}}`: 0 to 99, the n-th with a share of 1/n (Zipf's law): what keys and customers are like. */
  hot(words) {
    const count = Number(words[0]);
    if (words.length !== 1 || !(count >= 1) || count > 100_000) return undefined;
    const shares = sharesByZipf(count);
    return ({ random }) => String(placeOf(shares, random.next()));
  },
};

function none(fill: Filled): (words: readonly string[]) => Filled | undefined {
  return (words) => (words.length === 0 ? fill : undefined);
}

const PLACEHOLDER = /\{\{\s*([^{}]*?)\s*\}\}/g;

/** What is wrong with a text; undefined where it can be filled in. */
export function templateMistake(text: string): string | undefined {
  for (const [whole, inner = ""] of text.matchAll(PLACEHOLDER)) {
    if (placeholderOf(inner) === undefined) {
      return `${whole} cannot be filled in: write ${Object.keys(PLACEHOLDERS).join(", ")} with their arguments`;
    }
  }
  return undefined;
}

function placeholderOf(inner: string): Filled | undefined {
  const [name = "", ...words] = inner.split(/\s+/);
  return Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name]?.(words) : undefined;
}

/** `text`: one in which `templateMistake` finds nothing. */
export function templateOf(text: string): Filled {
  const parts: (string | Filled)[] = [];
  let end = 0;
  for (const match of text.matchAll(PLACEHOLDER)) {
    const placeholder = placeholderOf(match[1] ?? "");
    if (placeholder === undefined) continue; // stays as it is written
    parts.push(text.slice(end, match.index), placeholder);
    end = match.index + match[0].length;
  }
  if (parts.length === 0) return () => text;
  parts.push(text.slice(end));
  return (filling) => parts.map((part) => (typeof part === "string" ? part : part(filling))).join("");
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
