/**
 * Records that a function transforms: invoked with a buffer of them, tried again when it fails, and answered record by
 * record with Ok, Dropped or ProcessingFailed.
 * https://docs.aws.amazon.com/firehose/latest/dev/data-transformation.html
 */
import { isObject, type JsonObject, type JsonValue, objectOf, objectsIn } from "../../json.ts";
import type { Finder, Keeper, NodeContext } from "../../sim/types.ts";
import { base64Decode } from "../../text/base64.ts";
import { utf8Decode } from "../../text/utf8.ts";
import { dataOf } from "../kinesis/data.ts";
import type { InvocationResult } from "../lambda/invocation.ts";
import { portOf } from "../ports.ts";
import type { Keys } from "./metadata-query.ts";
import { type FirehoseRecord, restoreFirehoseRecord, type SavedFirehoseRecord, saveFirehoseRecord } from "./record.ts";
import type { FirehoseSettings } from "./settings.ts";

/** What a function has made of a record. */
export type Transformed =
  | { readonly result: "Ok"; readonly record: FirehoseRecord }
  | { readonly result: "Dropped"; readonly record: FirehoseRecord }
  | { readonly result: "ProcessingFailed"; readonly record: FirehoseRecord; readonly why: string };

export interface TransformHost {
  readonly context: NodeContext;
  readonly settings: FirehoseSettings;
  readonly arn: string;
  /** Kinds of its events: an answer of the function, and the end of a pause. */
  readonly answerKind: number;
  readonly againKind: number;
  transformed(outcomes: readonly Transformed[]): void;
  /** An invocation is to be tried again. */
  retried(records: readonly FirehoseRecord[], attempts: number, why: string): void;
}

interface Invocation {
  readonly records: readonly FirehoseRecord[];
  attempts: number;
  /** The function has real code: it has asked for the event. */
  hasCode: boolean;
}

const PAUSE_MS = 1_000;

export interface SavedTransforms {
  readonly last: number;
  readonly running: readonly SavedInvocation[];
}

type SavedInvocation = Omit<Invocation, "records"> & {
  readonly number: number;
  readonly records: readonly SavedFirehoseRecord[];
};

export class Transforms {
  readonly #host: TransformHost;
  readonly #running = new Map<number, Invocation>();
  #last = 0;

  constructor(host: TransformHost) {
    this.#host = host;
  }

  /** Records that the function has, by invocation. */
  get running(): readonly (readonly FirehoseRecord[])[] {
    return Array.from(this.#running.values(), ({ records }) => records);
  }

  begin(records: readonly FirehoseRecord[]): void {
    this.#last += 1;
    this.#running.set(this.#last, { records, attempts: 0, hasCode: false });
    this.invoke(this.#last);
  }

  invoke(number: number): void {
    const { context, settings, answerKind } = this.#host;
    const running = this.#running.get(number);
    const { functionArn = "" } = settings.transform ?? {};
    if (running === undefined) return;
    running.attempts += 1;
    const port = portOf(context, functionArn, "function");
    if (port === undefined) {
      this.#failed(number, running, "ResourceNotFoundException");
      return;
    }
    const messages = running.records.map(({ message }) => message);
    const event = (): JsonObject => {
      running.hasCode = true;
      return this.#eventOf(number, running.records);
    };
    const refused = port.invoke({ messages, event }, { node: context.id, kind: answerKind, ref: number });
    if (refused !== undefined) this.#failed(number, running, refused.code);
  }

  #eventOf(number: number, records: readonly FirehoseRecord[]): JsonObject {
    const { context, arn, settings } = this.#host;
    const startMs = context.epochMs - context.timeMs;
    return {
      invocationId: `${context.id}-${number}`,
      deliveryStreamArn: arn,
      region: arn.split(":")[3] ?? "",
      ...(settings.sourceArn !== undefined && { sourceKinesisStreamArn: settings.sourceArn }),
      records: records.map((record) => ({
        recordId: recordIdOf(record),
        approximateArrivalTimestamp: startMs + record.arrivedMs,
        data: dataOf(record.message),
      })),
    };
  }

  answered(number: number, result: InvocationResult): void {
    const running = this.#running.get(number);
    if (running === undefined) return;
    const { error, response, failedItems } = result;
    if (error !== null) {
      this.#failed(number, running, error.errorType);
      return;
    }
    this.#running.delete(number);
    this.#host.transformed(
      running.hasCode || response !== null
        ? readResponse(running.records, response)
        : byBehavior(running.records, failedItems ?? []),
    );
  }

  #failed(number: number, { records, attempts }: Invocation, why: string): void {
    const { context, settings, againKind } = this.#host;
    const { retries = 0 } = settings.transform ?? {};
    if (attempts <= retries) {
      this.#host.retried(records, attempts, why);
      context.at(context.timeMs + PAUSE_MS, againKind, number);
      return;
    }
    this.#running.delete(number);
    this.#host.transformed(records.map((record) => ({ result: "ProcessingFailed", record, why })));
  }

  save(keeper: Keeper): SavedTransforms {
    const running = Array.from(this.#running, ([number, { records, ...plain }]) => {
      return { ...plain, number, records: records.map((record) => saveFirehoseRecord(record, keeper)) };
    });
    return { last: this.#last, running };
  }

  restore({ last, running }: SavedTransforms, finder: Finder): void {
    this.#last = last;
    for (const { number, records, ...plain } of running) {
      this.#running.set(number, { ...plain, records: records.map((record) => restoreFirehoseRecord(record, finder)) });
    }
  }
}

/** 56 digits, as AWS has them. */
export function recordIdOf({ message }: FirehoseRecord): string {
  return `495469866831355442865074579363${String(message.number).padStart(26, "0")}`;
}

/** A function without code leaves records as they are, but for those that its behavior fails. */
function byBehavior(records: readonly FirehoseRecord[], failed: readonly number[]): readonly Transformed[] {
  const places = new Set(failed);
  return records.map((record, place) =>
    places.has(place) ? { result: "ProcessingFailed", record, why: "its behavior fails it" } : { result: "Ok", record },
  );
}

/** What is not in the response, or not as it must be, has failed. */
function readResponse(records: readonly FirehoseRecord[], response: JsonValue): readonly Transformed[] {
  const answers = objectsIn(objectOf(response).records);
  const byId = new Map(answers.map((answer) => [String(answer.recordId), answer]));
  return records.map((record) => readAnswer(record, byId.get(recordIdOf(record))));
}

function readAnswer(record: FirehoseRecord, answer: JsonObject | undefined): Transformed {
  const failed = (why: string): Transformed => ({ result: "ProcessingFailed", record, why });
  if (answer === undefined) return failed("it is not in the response");
  const { result, data, metadata } = answer;
  if (result === "Dropped") return { result, record };
  if (result === "ProcessingFailed") return failed("the function says so");
  if (result !== "Ok") return failed(`its result is ${JSON.stringify(result ?? null)}`);
  const bytes = typeof data === "string" ? base64Decode(data) : undefined;
  if (bytes === undefined) return failed("its data is not base64");
  const keys = isObject(metadata) && isObject(metadata.partitionKeys) ? textsOf(metadata.partitionKeys) : undefined;
  return { result, record: { ...record, body: utf8Decode(bytes), bytes: bytes.length, ...(keys && { keys }) } };
}

function textsOf(keys: JsonObject): Keys {
  return Object.fromEntries(Object.entries(keys).map(([name, value]) => [name, String(value)]));
}
