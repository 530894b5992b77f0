/** Judges what AWS answers to calls that are wrong, or nearly: one function for each operation. */
import { isRefusal, type JsonObject, type Refusal, refuseEntry, refusePutEvents, refuseTargets } from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";

interface Expected {
  readonly error: {
    readonly code: string | null;
    readonly message?: string | null;
    readonly messagePattern?: string;
  } | null;
  readonly entries?: readonly { readonly ErrorCode?: string; readonly ErrorMessage?: string }[];
}

/** The refusal of the whole call, or one for each entry. Undefined: it is taken. */
type Answer = Refusal | readonly (Refusal | undefined)[] | undefined;
type Operation = (params: JsonObject, row: Case) => Answer;

const OPERATIONS: Readonly<Record<string, Operation>> = {
  "events:PutEvents": ({ Entries }) => {
    const entries = (Entries as readonly JsonObject[]).map(withLongDetail);
    return refusePutEvents(entries) ?? entries.map(refuseEntry);
  },
  "events:PutTargets": ({ Targets }) => refuseTargets(Targets as readonly JsonObject[]),
};

export function judgeConfig(row: Case): Verdict {
  const { operation, params, expect } = row as unknown as { operation: string; params: JsonObject; expect: Expected };
  const call = OPERATIONS[operation];
  if (call === undefined) return { levels: {}, leftOut: `${operation} is not judged` };
  const answer = call(params, row);
  const levels = isRefusal(answer) || answer === undefined ? ofCall(answer, expect) : ofEntries(answer, expect);
  return verdict(levels, `got ${JSON.stringify(answer)}`);
}

function ofCall(refused: Refusal | undefined, { error, entries }: Expected) {
  if (error === null) return { pass: refused === undefined && entries === undefined };
  // Where no code is on record, any refusal will do.
  if (error.code === null) return { pass: refused !== undefined };
  const pass = refused?.code === error.code;
  const pattern = error.messagePattern === undefined ? undefined : new RegExp(error.messagePattern, "s");
  const text = refused?.message ?? "";
  return { pass, message: pass && (pattern?.test(text) ?? (error.message == null || text === error.message)) };
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
