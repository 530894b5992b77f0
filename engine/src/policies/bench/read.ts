/** Reads patterns and sample messages for the filter bench, and asks the matcher. */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { patternMeters } from "../../patterns/check.ts";
import { compileParsed } from "../../patterns/compile.ts";
import { matchPattern } from "../../patterns/explain.ts";
import { matchesPattern } from "../../patterns/match.ts";
import type { PatternMatch } from "../../patterns/types.ts";
import { nodeAtPointer, valueOf } from "../../text/navigate.ts";
import { parseText } from "../../text/parse.ts";
import { breaksOf } from "../../text/parsed.ts";
import { outerPlace } from "../../text/place-map.ts";
import { readSamples, type Sample } from "../samples/read.ts";
import { isOfSns } from "../samples/verdict.ts";
import type { BenchMessage, BenchPattern, BenchPolicy } from "./types.ts";

export interface Bench {
  readonly policies: readonly BenchPolicy[];
  readonly messages: readonly BenchMessage[];
  /** Why the file of messages could not be read. */
  readonly problem?: string;
  /** Does the policy with this index match the message with that one? */
  matches(policy: number, message: number): boolean;
  /** Why it does, or why not. */
  explain(policy: number, message: number): PatternMatch;
  /** Where the value at a JSON pointer of a policy stands in its document; undefined where nothing does. */
  placeOf(policy: number, pointer: string): { readonly start: number; readonly end: number } | undefined;
}

/** `messages`: the text of a file of sample messages; undefined where there is none yet. Never throws. */
export function readBench(patterns: readonly BenchPattern[], messages: string | undefined): Bench {
  const policies = patterns.map(readPolicy);
  const parsed = parseText(messages ?? "[]", "json");
  const [mistake] = breaksOf(parsed);
  const samples = readSamples(parsed.root);
  const policyAt = (index: number) => policies[index] as BenchPolicy;
  const eventOf = (sample: number, { pattern }: BenchPolicy) => {
    const { message, event } = samples[sample] as Sample;
    return isOfSns(pattern.dialect) ? message : event;
  };
  const verdicts = new Map<number, boolean>();
  return {
    policies,
    messages: samples.map(messageOf),
    ...(mistake !== undefined && { problem: mistake.message }),
    matches: (policy, message) => {
      const key = policy * samples.length + message;
      let verdict = verdicts.get(key);
      if (verdict === undefined) {
        const one = policyAt(policy);
        verdict = one.pattern.rejection === undefined && matchesPattern(one.pattern, eventOf(message, one));
        verdicts.set(key, verdict);
      }
      return verdict;
    },
    explain: (policy, message) => matchPattern(policyAt(policy).pattern, eventOf(message, policyAt(policy))),
    placeOf: (policy, pointer) => {
      const { text, places } = policyAt(policy).source;
      const node = nodeAtPointer(parseText(text, "json").root, pointer);
      return node && (places.length === 0 ? { start: node.start, end: node.end } : outerPlace(places, node));
    },
  };
}

function readPolicy(source: BenchPattern): BenchPolicy {
  const { text, dialect } = source;
  const parsed = parseText(text, "json");
  const [mistake] = breaksOf(parsed);
  const pattern = compileParsed(parsed, dialect);
  const meters = parsed.root.kind === "object" ? patternMeters(text, dialect) : [];
  return { source, pattern, meters, ...(mistake !== undefined && { broken: mistake.message }) };
}

function messageOf({ node, title }: Sample): BenchMessage {
  const value = valueOf(node);
  const { name: _, matches, ...rest } = isObject(value) ? value : ({} as JsonObject);
  return { title, text: JSON.stringify(rest, undefined, 2), expected: expectationOf(matches) };
}

function expectationOf(matches: JsonValue | undefined): BenchMessage["expected"] {
  if (typeof matches === "boolean") return matches;
  return Array.isArray(matches) ? matches.filter((name) => typeof name === "string") : undefined;
}

/** Whether a message is meant to match a pattern of this name; undefined where nothing is said. */
export function isExpected({ expected }: BenchMessage, name: string): boolean | undefined {
  return typeof expected === "object" ? expected.includes(name) : expected;
}
