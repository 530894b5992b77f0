/** How the numbers and names of reasons are written in their sentences. */
import type { Reason } from "../sim/types.ts";

/** What one code says, with what stands in it. */
export type Sentence = (why: Reason) => string;

type Value = string | number | undefined;

/** "30 s", "3 min 12 s", "2 h", "4 d": the two greatest units; below a second, milliseconds. */
export function duration(ms: Value): string {
  const total = Number(ms);
  if (!(total >= 1_000)) return `${round(total)} ms`;
  const seconds = Math.round(total / 1_000);
  const parts = UNITS.map(([size, name], index) => {
    const above = UNITS[index - 1]?.[0] ?? Number.POSITIVE_INFINITY;
    return [Math.floor((seconds % above) / size), name] as const;
  });
  const first = parts.findIndex(([count]) => count > 0);
  const shown = parts.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, name]) => `${count} ${name}`).join(" ");
}

const UNITS = [
  [86_400, "d"],
  [3_600, "h"],
  [60, "min"],
  [1, "s"],
] as const;

/** Seconds of AWS's settings. */
export function seconds(value: Value): string {
  return duration(Number(value) * 1_000);
}

/** At most two places. */
export function round(value: Value): string {
  return String(Math.round(Number(value) * 100) / 100);
}

/** 0.05: "5 %". */
export function percent(share: Value): string {
  return `${round(Number(share) * 100)} %`;
}

/** A message's name in the trace. */
export function messageName(number: Value): string {
  return `m${number}`;
}

/** "once", "twice", "3 times". */
export function times(count: Value): string {
  if (count === 1) return "once";
  return count === 2 ? "twice" : `${count} times`;
}

/** "first", "second", ..., "11th". */
export function ordinal(count: Value): string {
  const number = Number(count);
  const words = ["", "first", "second", "third", "fourth", "fifth"];
  const word = words[number];
  if (word !== undefined && word !== "") return word;
  const last = number % 10;
  const isTeen = Math.floor(number / 10) % 10 === 1;
  if (isTeen || last === 0 || last > 3) return `${number}th`;
  return `${number}${last === 1 ? "st" : last === 2 ? "nd" : "rd"}`;
}
