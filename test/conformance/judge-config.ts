/** Judges what AWS answers to calls that are wrong, or nearly: one function for each operation. */
import { isDeepStrictEqual } from "node:util";
import {
  isRefusal,
  type JsonObject,
  type Refusal,
  refuseEntry,
  refusePutEvents,
  refuseRule,
  refuseTargets,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { LAMBDA_OPERATIONS } from "./config/lambda.ts";
import type { ConfigAnswer, Operation } from "./config/operation.ts";
import { SNS_OPERATIONS } from "./config/sns.ts";
import { FIREHOSE_OPERATIONS, kinesisOperation } from "./config/streams.ts";

interface Expected {
  readonly error: {
    readonly code: string | null;
    readonly message?: string | null;
    readonly messagePattern?: string;
  } | null;
  readonly entries?: readonly { readonly ErrorCode?: string; readonly ErrorMessage?: string }[];
  readonly result?: JsonObject;
}

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "events:PutEvents": ({ Entries }) => {
    const entries = (Entries as readonly JsonObject[]).map(withLongDetail);
    return refusePutEvents(entries) ?? entries.map(refuseEntry);
  },
  "events:PutRule": refuseRule,
  "events:PutTargets": ({ Targets }) => refuseTargets(Targets as readonly JsonObject[]),
  ...FIREHOSE_OPERATIONS,
  ...SNS_OPERATIONS,
  ...LAMBDA_OPERATIONS,
};

export function judgeConfig(row: Case): Verdict {
  const { operation, params, expect } = row as unknown as { operation: string; params: JsonObject; expect: Expected };
  const call = OPERATIONS[operation] ?? kinesisOperation(operation);
  if (call === undefined) return { levels: {}, leftOut: `${operation} is not judged` };
  const answer = call(params, row);
  const levels = Array.isArray(answer) ? ofEntries(answer, expect) : ofCall(answer as CallAnswer, expect);
  return verdict(levels, `got ${JSON.stringify(answer)}`);
}

type CallAnswer = Exclude<ConfigAnswer, readonly unknown[]>;

function ofCall(answer: CallAnswer, { error, entries, result }: Expected) {
  const refused = isRefusal(answer) ? answer : undefined;
  if (error === null) {
    const given = answer !== undefined && "result" in answer ? answer.result : {};
    const isSame = Object.entries(result ?? {}).every(([name, value]) => isDeepStrictEqual(given[name] ?? null, value));
    return { pass: refused === undefined && entries === undefined && isSame };
  }
  // Where no code is on record, any refusal will do.
  if (error.code === null) return { pass: refused !== undefined };
  const pass = refused?.code === error.code;
  const pattern = error.messagePattern === undefined ? undefined : new RegExp(error.messagePattern, "s");
  const text = refused?.message ?? "";
  return { pass, message: pass && (pattern?.test(text) ?? (error.message == null || says(text, error.message))) };
}

/** A name in angle brackets stands for any. */
function says(text: string, wanted: string): boolean {
  const escaped = wanted.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  return new RegExp(`^${escaped.replace(/<[^>]+>/g, ".+?")}$`).test(text);
}

function ofEntries(answers: readonly (Refusal | undefined)[], { error, entries }: Expected) {
  const hasFailed = answers.some((answer) => answer !== undefined);
  if (error !== null) return { pass: false };
  if (entries === undefined) return { pass: !hasFailed };
  const pass = entries.every(({ ErrorCode }, index) => answers[index]?.code === ErrorCode);
  return {
    pass,
    message: pass && entries.every(({ ErrorMessage }, index) => answers[index]?.message === ErrorMessage),
  };
}

/** Recorded when all entries together could have 256 KiB; today it is 1 MiB. */
const GROWTH = 4;

function withLongDetail({ DetailRepeat: repeat, ...entry }: JsonObject): JsonObject {
  if (repeat === undefined) return entry;
  const { before, text, count, after } = repeat as { before: string; text: string; count: number; after: string };
  return { ...entry, Detail: before + text.repeat(count * GROWTH) + after };
}
