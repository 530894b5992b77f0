/**
 * Retry and Catch of one visit as a ladder: each try with how it ended, and for a failed one which retrier or catcher
 * took the error, and why the others did not.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html
 */
import { type JsonObject, objectsIn } from "../../json.ts";
import { ERROR, isCatchable, matchesError } from "../errors.ts";
import { namesOf, type Retrier, retriersOf, retryDelaySeconds } from "../retriers.ts";
import type { StateError } from "../types.ts";
import type { Attempt, Visit } from "./types.ts";

/** One retrier or catcher, asked about one error. */
export interface HandlerVerdict {
  readonly kind: "Retry" | "Catch";
  /** Among the state's Retry or Catch. */
  readonly index: number;
  readonly errorEquals: readonly string[];
  readonly takes: boolean;
  /** A sentence without a full stop. */
  readonly why: string;
  /** Of a catcher: the state that it leads to. */
  readonly next?: string;
}

/** What lies between a failed try and the next one. */
export interface RetryWait {
  /** As the retrier says; with jitter, the most that it may be. */
  readonly seconds: number;
  /** How that comes about: "2 s × 2 ^ 1". */
  readonly formula: string;
  readonly jitter: boolean;
}

export interface Rung {
  /** From 1. */
  readonly number: number;
  /** Left out where the state failed before it called anything. */
  readonly attempt?: Attempt;
  readonly outcome: "running" | "succeeded" | "retried" | "caught" | "failed" | "aborted";
  readonly error?: string;
  readonly cause?: string;
  /** Retriers, then catchers; empty unless it failed. */
  readonly handlers: readonly HandlerVerdict[];
  readonly wait?: RetryWait;
}

/** `definition`: the state's. Empty for visits that neither called nor failed. */
export function ladderOf(definition: JsonObject, visit: Visit): readonly Rung[] {
  const { attempts, status } = visit;
  const failed = status === "failed" || status === "caught";
  if (attempts.length === 0) return failed ? [failedRung(definition, visit, 0, [])] : [];
  const rungs: Rung[] = [];
  let used: number[] = [];
  for (const [index, attempt] of attempts.entries()) {
    const isLast = index === attempts.length - 1;
    if (isLast && !failed) {
      const outcome = attempt.endedId === undefined ? status : "succeeded";
      rungs.push({ number: index + 1, attempt, outcome, handlers: [] });
      continue;
    }
    const rung = failedRung(definition, visit, index, used);
    const retrier = rung.handlers.findIndex(({ kind, takes }) => kind === "Retry" && takes);
    // It went on although no retrier says so: the execution was redriven, and counts begin anew.
    if (!isLast && retrier < 0) used = [];
    else used[retrier] = (used[retrier] ?? 0) + 1;
    rungs.push(rung);
  }
  return rungs;
}

function failedRung(definition: JsonObject, visit: Visit, index: number, used: readonly number[]): Rung {
  const attempt = visit.attempts[index];
  const isLast = index >= visit.attempts.length - 1;
  const { error, cause } = isLast ? visit : (attempt ?? visit);
  const failure: StateError = { error, cause };
  const retriers = retriersOf(definition);
  const handlers = [
    ...retryVerdicts(retriers, failure, used),
    ...catchVerdicts(objectsIn(definition.Catch), failure, isRetried(retriers, failure, used)),
  ];
  const taking = handlers.find(({ takes }) => takes);
  const retrier = taking?.kind === "Retry" ? retriers[taking.index] : undefined;
  return {
    number: index + 1,
    ...(attempt && { attempt }),
    outcome: isLast ? (visit.status === "caught" ? "caught" : "failed") : "retried",
    ...(error !== undefined && { error }),
    ...(cause !== undefined && { cause }),
    handlers,
    ...(retrier && !isLast && { wait: waitOf(retrier, used[retriers.indexOf(retrier)] ?? 0) }),
  };
}

function isRetried(retriers: readonly Retrier[], failure: StateError, used: readonly number[]): boolean {
  const index = retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  return index >= 0 && (used[index] ?? 0) < (retriers[index]?.maxAttempts ?? 0);
}

/** The first retrier that names the error decides: once it is used up, the others are not asked. */
function retryVerdicts(
  retriers: readonly Retrier[],
  failure: StateError,
  used: readonly number[],
): readonly HandlerVerdict[] {
  const deciding = retriers.findIndex(({ errorEquals }) => matchesError(errorEquals, failure));
  return retriers.map(({ errorEquals, maxAttempts }, index) => {
    const verdict = { kind: "Retry", index, errorEquals } as const;
    if (deciding >= 0 && index > deciding) {
      return { ...verdict, takes: false, why: `not asked: Retry ${deciding + 1} names the error` };
    }
    if (index !== deciding) return { ...verdict, takes: false, why: whyNot(errorEquals, failure) };
    const done = used[index] ?? 0;
    if (done < maxAttempts) {
      return { ...verdict, takes: true, why: `${why(errorEquals, failure)}; retry ${done + 1} of ${maxAttempts}` };
    }
    return { ...verdict, takes: false, why: `${why(errorEquals, failure)}, ${spent(maxAttempts)}` };
  });
}

function spent(maxAttempts: number): string {
  if (maxAttempts === 0) return "but MaxAttempts is 0";
  return maxAttempts === 1 ? "but its one retry is used" : `but all ${maxAttempts} retries are used`;
}

function catchVerdicts(
  catchers: readonly JsonObject[],
  failure: StateError,
  retried: boolean,
): readonly HandlerVerdict[] {
  const names = catchers.map((catcher) => namesOf(catcher.ErrorEquals));
  const taking = retried ? -1 : names.findIndex((errorEquals) => matchesError(errorEquals, failure));
  return catchers.map(({ Next: next }, index) => {
    const errorEquals = names[index] ?? [];
    const verdict = { kind: "Catch", index, errorEquals, ...(typeof next === "string" && { next }) } as const;
    if (retried) return { ...verdict, takes: false, why: "not asked: the state is tried again" };
    if (index === taking) return { ...verdict, takes: true, why: why(errorEquals, failure) };
    const asked = taking < 0 || index < taking;
    return {
      ...verdict,
      takes: false,
      why: asked ? whyNot(errorEquals, failure) : `not asked: Catch ${taking + 1} takes the error`,
    };
  });
}

function why(errorEquals: readonly string[], { error }: StateError): string {
  if (error !== undefined && errorEquals.includes(error)) return `names ${error}`;
  if (errorEquals.includes(ERROR.all)) return `${ERROR.all} stands for every error`;
  if (errorEquals.includes(ERROR.taskFailed)) return `${ERROR.taskFailed} stands for every error but timeouts`;
  return `${errorEquals.join(", ")} stands for ${error ?? "an error without a name"}`;
}

function whyNot(errorEquals: readonly string[], { error }: StateError): string {
  if (error === undefined) return `the error has no name: only ${ERROR.all} stands for it`;
  if (!isCatchable(error)) return `nothing retries or catches ${error} unless it names it`;
  if (errorEquals.includes(ERROR.taskFailed)) return `${ERROR.taskFailed} does not stand for ${error}`;
  return `names ${errorEquals.join(", ")}, not ${error}`;
}

function waitOf(retrier: Retrier, done: number): RetryWait {
  const { intervalSeconds, backoffRate, maxDelaySeconds, jitter } = retrier;
  const seconds = retryDelaySeconds(retrier, done);
  const grown =
    done === 0 || backoffRate === 1 ? `${intervalSeconds} s` : `${intervalSeconds} s × ${backoffRate}^${done}`;
  const capped = intervalSeconds * backoffRate ** done > maxDelaySeconds;
  return { seconds, formula: capped ? `${grown}, at most ${maxDelaySeconds} s` : grown, jitter };
}
