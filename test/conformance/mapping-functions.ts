/** The functions of event source mapping cases, as code that answers events and writes down what it was invoked with. */
import type { Code, CodeAnswer, JsonObject, JsonValue } from "@sluice/engine";

/** `function` of a case. */
export interface FunctionKind {
  readonly kind: string;
  readonly durationSeconds?: number;
  readonly timeoutSeconds?: number;
  readonly version?: string;
  readonly ids?: readonly string[];
  readonly n?: number;
  readonly counts?: Readonly<Record<string, number>>;
  readonly outcomes?: readonly FunctionKind[];
  readonly response?: JsonValue;
}

export interface Invoked {
  readonly consumer: string;
  readonly target: string | undefined;
  /** Ids of the case's records. */
  readonly records: readonly string[];
  readonly receiveCounts: readonly number[];
  /** Seconds of virtual time. */
  readonly start: number;
  readonly end: number;
  /** Epoch milliseconds of virtual time 0. */
  readonly startMs: number;
  /** Where it came from; undefined where its events do not say so. */
  readonly shard: string | undefined;
  readonly event: JsonObject;
}

/** How a source's records are named in events and in reports, and which records of the case they are. */
export interface RecordNames {
  idOf(record: JsonObject): string;
  itemIdentifier(record: JsonObject): string;
}

const THROWN: CodeAnswer = { error: { errorType: "Error", errorMessage: "thrown" } };

/** `startMs`: epoch milliseconds of virtual time 0. `log`: where invocations are written down. */
export function codeOf(
  consumer: string,
  given: FunctionKind,
  names: RecordNames,
  startMs: number,
  log: Invoked[],
): Code {
  let calls = 0;
  return (event, { epochMs }) => {
    calls += 1;
    const records = ((event as JsonObject).Records ?? []) as readonly JsonObject[];
    const { durationSeconds = 0 } = given;
    const start = (epochMs - startMs) / 1_000;
    const receiveCounts = records.map(({ attributes }) => Number((attributes as JsonObject)?.ApproximateReceiveCount));
    log.push({
      consumer,
      target: given.version,
      records: records.map(names.idOf),
      receiveCounts,
      start,
      end: start + durationSeconds,
      startMs,
      shard: shardOf(event as JsonObject),
      event: event as JsonObject,
    });
    const answer =
      given.kind === "sumToState" ? summed(event as JsonObject) : answerOf(given, calls, records, receiveCounts, names);
    return { durationMs: durationSeconds * 1_000, ...answer };
  };
}

function shardOf({ Records: records = [] }: JsonObject): string | undefined {
  const [first] = records as readonly JsonObject[];
  return first?.kinesis === undefined ? undefined : String(first.eventID).split(":")[0];
}

/** Adds what records say to the state of a tumbling window. */
function summed({ Records: records = [], state }: JsonObject): CodeAnswer {
  const numbers = (records as readonly JsonObject[]).map(({ kinesis }) => {
    const text = Buffer.from(String((kinesis as JsonObject | undefined)?.data ?? ""), "base64").toString("utf8");
    return Number(text) || 0;
  });
  const { sum = 0 } = (state ?? {}) as { readonly sum?: number };
  return { response: { state: { sum: numbers.reduce((total, each) => total + each, sum) } } };
}

function answerOf(
  given: FunctionKind,
  call: number,
  records: readonly JsonObject[],
  receiveCounts: readonly number[],
  names: RecordNames,
): CodeAnswer {
  const has = (ids: readonly string[]) => records.filter((record) => ids.includes(names.idOf(record)));
  const report = (failed: readonly JsonObject[]): CodeAnswer => ({
    response: { batchItemFailures: failed.map((record) => ({ itemIdentifier: names.itemIdentifier(record) })) },
  });
  switch (given.kind) {
    case "succeed":
      return { response: null };
    case "throw":
      return THROWN;
    case "respond":
      return { response: given.response ?? null };
    case "throwWhenContains":
      return has(given.ids ?? []).length > 0 ? THROWN : { response: null };
    case "throwWhileReceiveCountAtMost":
      return receiveCounts.some((count) => count <= (given.n ?? 0)) ? THROWN : { response: null };
    case "reportFailures":
      return report(has(given.ids ?? []));
    case "reportFailuresWhileReceiveCountAtMost":
      return report(
        records.filter((record, place) => (receiveCounts[place] ?? 0) <= (given.counts?.[names.idOf(record)] ?? 0)),
      );
    case "sequence": {
      const outcomes = given.outcomes ?? [];
      const outcome = outcomes[Math.min(call, outcomes.length) - 1] as FunctionKind;
      return answerOf(outcome, call, records, receiveCounts, names);
    }
    default:
      throw new Error(`no such function: ${given.kind}`);
  }
}
