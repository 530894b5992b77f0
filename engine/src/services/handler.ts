/**
 * How code behaves that takes messages: a worker's, a function's. No template says it, so a scenario does: how long it
 * takes, and when it fails.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import { compilePattern } from "../patterns/compile.ts";
import { matchesPattern } from "../patterns/match.ts";
import type { Random } from "../random.ts";
import { type Distribution, distributionMistake, samplerOf } from "../sim/distribution.ts";
import type { Message, Reason } from "../sim/types.ts";
import type { TaskCallback } from "./task-callback.ts";

/** When a message fails: all that is said must hold. "The body": its own, or that of a message that it was made of. */
export interface FailWhen {
  /** The body is JSON and matches this event pattern. */
  readonly pattern?: JsonObject;
  /** The body contains one of these texts. */
  readonly bodyContains?: string | readonly string[];
  /** It is received for the n-th time or before: `2` fails twice, then succeeds. */
  readonly receiveCountAtMost?: number;
}

/** As a scenario has it. */
export interface HandlerBehavior {
  /** For each message, milliseconds. Default 0. */
  readonly durationMs?: Distribution;
  /** Share of messages that fail by chance, 0 to 1. */
  readonly failureRate?: number;
  readonly failWhen?: FailWhen;
  /** It finishes tasks of state machines, whose tokens its messages bring. */
  readonly taskCallback?: TaskCallback;
}

export interface Handler {
  /** How long the next message takes, milliseconds. */
  durationMs(random: Random): number;
  /** Why this message fails now; undefined where it does not. */
  failure(message: Message, receiveCount: number, random: Random): Reason | undefined;
}

/** `behavior`: one in which `handlerMistakes` finds nothing. */
export function handlerOf({ durationMs = 0, failureRate = 0, failWhen }: HandlerBehavior): Handler {
  const fails = failWhen === undefined ? undefined : predicateOf(failWhen);
  return {
    durationMs: samplerOf(durationMs),
    failure(message, receiveCount, random) {
      const byChance = random.next() < failureRate; // always drawn: another rate changes nothing else that is drawn
      if (byChance) return { code: "handler.failed-by-chance", rate: failureRate };
      return fails?.(message, receiveCount);
    },
  };
}

type Predicate = (message: Message, receiveCount: number) => Reason | undefined;

function predicateOf({ pattern, bodyContains, receiveCountAtMost }: FailWhen): Predicate {
  const texts = typeof bodyContains === "string" ? [bodyContains] : bodyContains;
  const matches = pattern === undefined ? undefined : bodyMatcher(pattern);
  return (message, receiveCount) => {
    if (receiveCountAtMost !== undefined && receiveCount > receiveCountAtMost) return undefined;
    if (matches !== undefined && !isOfLine(message, ({ body }) => matches(body))) return undefined;
    const text = texts?.find((each) => isOfLine(message, ({ body }) => body.includes(each)));
    if (texts !== undefined && text === undefined) return undefined;
    if (text !== undefined) return { code: "handler.failed-by-body", text };
    if (pattern !== undefined) return { code: "handler.failed-by-pattern", pattern: JSON.stringify(pattern) };
    return { code: "handler.failed-at-first", receiveCount, receiveCountAtMost };
  };
}

/**
 * Whether something holds of a message, or of one that it was made of: what a topic passes on to a queue is wrapped in an
 * envelope, and what people say is about the message inside.
 */
function isOfLine(message: Message, holds: (message: Message) => boolean): boolean {
  for (let at: Message | undefined = message; at !== undefined; at = at.cause) if (holds(at)) return true;
  return false;
}

/** Whether bodies match an event pattern. The same text comes often: what was found of the last one is kept. */
function bodyMatcher(pattern: JsonObject): (body: string) => boolean {
  const compiled = compilePattern(pattern, "eventbridge");
  let last: string | undefined;
  let matches = false;
  return (body) => {
    if (body !== last) {
      last = body;
      matches = matchesPattern(compiled, body);
    }
    return matches;
  };
}

/** What is wrong with the behavior of a handler: a sentence for each field, by its name. */
export function handlerMistakes(behavior: JsonObject): readonly { readonly field: string; readonly text: string }[] {
  const { durationMs, failureRate } = behavior;
  const ofDuration = durationMs === undefined ? undefined : distributionMistake(durationMs);
  return [
    ...(ofDuration === undefined ? [] : [{ field: "durationMs", text: ofDuration }]),
    ...(failureRate === undefined || isShare(failureRate)
      ? []
      : [{ field: "failureRate", text: "it must be a number from 0 to 1" }]),
  ];
}

function isShare(value: JsonValue): boolean {
  return typeof value === "number" && value >= 0 && value <= 1;
}
