/**
 * The definitions that the tour visits: files of real projects, of different shapes, which no tool has a word to say
 * against. They lie in ../shared/corpus/asl and are looked at there, never copied into this repository.
 */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { buildMachine, type JsonValue, parseText, type TextLanguage, valueOf } from "@sluice/engine";
import { root } from "./install.ts";

const CORPUS = path.resolve(root, "../shared/corpus/asl");

/** File name, and what it shows. */
const STOPS: readonly (readonly [file: string, shows: string])[] = [
  ["dbe3ed10b393.json", "over 300 lines: four branches, one with a polling loop"],
  ["9bf4b658edbb.asl.json", "over 300 lines: one of five ways, and a callback"],
  ["eafe6e6a7bb5.json", "over 300 lines: three polling loops, one after the other"],
  ["897a6ec0202c.asl.json", "over 300 lines: each execution once, with a lock in DynamoDB"],
  ["684035fafd48.asl.json", "over 300 lines: branches, then one of two ways"],
  ["ae89cb9a11b6.json", "JSONata: a loop that calls tools"],
  ["a7c5b70a1538.json", "JSONata: a Map over tools found at run time"],
  ["cf395adea44a.asl.json", "JSONata: a distributed Map and nested executions"],
  ["d934f54a7c1e.asl.json", "JSONata: a polling loop"],
  ["7630b2aeb5d0.asl.json", "JSONata: a semaphore"],
  ["c2d4775e05fb.asl.json", "JSONata: Map and Parallel inside each other"],
  ["0ef1ee5aa37d.asl.yaml", "YAML and JSONata: a saga with variables"],
  ["b043341af0b8.asl.yaml", "YAML and JSONata: a polling loop under a lock"],
  ["45b418f0a467.asl.yaml", "YAML: callbacks"],
  ["6867624464d5.asl.yaml", "YAML: Parallel inside a Map"],
  ["c0f693608e7a.asl.json", "a saga: every step has its compensation"],
  ["b25cc10471ed.asl.json", "a lock in DynamoDB, taken with retries and catchers"],
  ["c6d4cdaa8bba.asl.json", "a checkout with callbacks"],
  ["3f36d074152d.asl.json", "long polling loops"],
  ["19ae7c66f56f.asl.json", "either of two: errors as signals between branches"],
];

export interface Stop {
  readonly file: string;
  readonly shows: string;
  readonly text: string;
  readonly language: TextLanguage;
  readonly lines: number;
  readonly definition: JsonValue;
  /** Names of all states, nested ones included. */
  readonly states: readonly string[];
}

/** Why there is no tour here, or undefined. */
export function whyNoTour(): string | undefined {
  return existsSync(CORPUS) ? undefined : "the tour is skipped: ../shared/corpus/asl is not beside this repository";
}

export function readStops(): Stop[] {
  return STOPS.map(([file, shows]) => {
    const text = readFileSync(path.join(CORPUS, file), "utf8");
    const language = file.endsWith("yaml") ? "yaml" : "json";
    const parsed = parseText(text, language);
    const states = (buildMachine(parsed.root)?.states ?? []).map(({ name }) => name);
    return { file, shows, text, language, lines: text.split("\n").length, definition: valueOf(parsed.root), states };
  });
}
