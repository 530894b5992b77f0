/** Reads `engine/src/limits.ts` as text: each number with what it says of itself, and the page that states it. */
import { readFileSync } from "node:fs";

export interface Limit {
  readonly name: string;
  readonly value: number;
  readonly text: string;
  /** Undefined for numbers of our own. */
  readonly page: string | undefined;
}

const STATEMENT = /(?:\/\*\*(?<doc>[\s\S]*?)\*\/\s*)?export const (?<name>\w+) = (?<value>[\d_.e]+);/g;

/** By name. A limit without a page of its own has that of the one above it in its paragraph. */
export function readLimits(file: URL): ReadonlyMap<string, Limit> {
  const limits = new Map<string, Limit>();
  for (const paragraph of readFileSync(file, "utf8").split(/\n\s*\n/)) {
    let text = "";
    let page: string | undefined;
    for (const { groups } of paragraph.matchAll(STATEMENT)) {
      const { doc, name = "", value = "" } = groups ?? {};
      if (doc !== undefined) {
        const said = doc.replace(/\s*\n\s*\*\s*/g, " ").trim();
        page = said.startsWith("Our own") ? undefined : (/https:\/\/\S+/.exec(said)?.[0] ?? page);
        text = said.replace(/\s*https:\/\/\S+/g, "");
      }
      limits.set(name, { name, value: Number(value.replaceAll("_", "")), text, page });
    }
  }
  return limits;
}

/** With the unit that its name ends in: "5 min", "1 MiB", "10 %", "120,000". */
export function limitText({ name, value }: Pick<Limit, "name" | "value">): string {
  if (name.endsWith("_MS")) return inUnits(value, DURATIONS);
  if (name.endsWith("_SECONDS")) return inUnits(value * 1_000, DURATIONS);
  if (name.endsWith("_DAYS")) return `${value} d`;
  if (/_BYTES(_PER_SECOND)?$/.test(name)) return inUnits(value, SIZES);
  if (/_(SHARE|RATE)$/.test(name)) return `${value * 100} %`;
  return value.toLocaleString("en");
}

/** A number and the unit that a schema says: seconds, bytes, ... */
export function valueText(value: number, unit: string | undefined): string {
  if (unit === "seconds") return inUnits(value * 1_000, DURATIONS);
  if (unit === "milliseconds") return inUnits(value, DURATIONS);
  if (unit === "bytes") return inUnits(value, SIZES);
  return `${value.toLocaleString("en")}${unit === undefined ? "" : ` ${unit}`}`;
}

type Units = readonly (readonly [size: number, name: string])[];

const DURATIONS: Units = [
  [86_400_000, "d"],
  [3_600_000, "h"],
  [60_000, "min"],
  [1_000, "s"],
  [1, "ms"],
];
const SIZES: Units = [
  [1_073_741_824, "GiB"],
  [1_048_576, "MiB"],
  [1_024, "KiB"],
  [1, "bytes"],
];

/** In the greatest unit that it is a whole number of. */
function inUnits(value: number, units: Units): string {
  if (value === 0) return "0";
  const [size, name] = units.find(([size]) => value >= size && value % size === 0) ?? [1, units.at(-1)?.[1] ?? ""];
  return `${(value / size).toLocaleString("en")} ${name}`;
}
