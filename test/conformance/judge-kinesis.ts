/** Judges streams and their shards by the Kinesis API: virtual time moves to where a row says that something happens. */
import {
  type Answer,
  isRefusal,
  type JsonObject,
  KinesisApi,
  kinesisWorldOf,
  nodeFactoryOf,
  runSimulation,
  Simulation,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { differsFromError, type ExpectedError } from "./errors.ts";

interface PutRow {
  readonly id?: string;
  readonly partitionKey?: string;
  readonly explicitHashKey?: string | null;
  readonly data?: string;
  readonly dataBase64?: string;
  readonly dataRepeat?: { readonly char: string; readonly count: number };
}

interface Puts {
  readonly at: number;
  readonly records?: readonly PutRow[];
  readonly putRecords?: { readonly count: number; readonly bytesEach: number; readonly partitionKey?: string };
}

interface Read {
  readonly shard?: string;
  readonly type?: string;
  readonly iteratorAt?: number;
  readonly readAt?: number;
  readonly sequenceOf?: string;
  /** Virtual seconds. */
  readonly timestamp?: number;
  readonly limit?: number;
  readonly expect: readonly string[];
  readonly dataUnchanged?: boolean;
  readonly then?: Read;
}

interface Row extends Case {
  readonly kind: string;
  readonly shardCount?: number | null;
  readonly mode?: string;
  readonly call?: JsonObject & { readonly readAfterSeconds?: number };
  readonly records?: readonly PutRow[];
  readonly puts?: readonly Puts[];
  readonly reads?: readonly Read[];
  readonly expect: Expected;
}

type Expected = Readonly<Record<string, unknown>> & { readonly error?: ExpectedError };

const STREAM = "stream-of-the-case";
/** Longer than any change of shards takes, seconds. */
const UNTIL_ACTIVE = 120;

type Kind = (stage: Stage, row: Row) => string | undefined | Promise<string | undefined>;

const KINDS: Readonly<Record<string, Kind>> = {
  create: (stage, { expect }) => stage.compareShards(expect),
  map: judgeMap,
  put: (stage, { call = {}, expect }) => {
    const answer = stage.call("PutRecord", { PartitionKey: "a", Data: "", StreamName: STREAM, ...call });
    return stage.differs(expect, answer) ?? compareFields(expect, answer, { shard: "ShardId" });
  },
  split: (stage, row) => judgeReshard(stage, row, "SplitShard"),
  merge: (stage, row) => judgeReshard(stage, row, "MergeShards"),
  iterator: judgeIterator,
  read: judgeReads,
  subscribe: judgeSubscription,
  sequence: judgeSequence,
  throughput: judgeThroughput,
};

export async function judgeKinesis(row: Case): Promise<Verdict> {
  const given = row as Row;
  const judge = KINDS[given.kind];
  if (judge === undefined) return { levels: {}, leftOut: `nothing judges the kind ${given.kind}` };
  const why = await judge(new Stage(given), given);
  return verdict({ pass: why === undefined }, why);
}

interface Known {
  readonly sequenceNumber: string;
  readonly data: string;
}

/** The stream of a case, and what was put into it. */
class Stage {
  readonly #simulation = new Simulation([], nodeFactoryOf, { trace: { keep: "none" } });
  readonly api = new KinesisApi(kinesisWorldOf(this.#simulation));
  readonly known = new Map<string, Known>();

  constructor({ shardCount, mode }: Row) {
    const count = typeof shardCount === "number" ? { ShardCount: shardCount } : {};
    const details = mode === undefined ? {} : { StreamModeDetails: { StreamMode: mode } };
    this.call("CreateStream", { StreamName: STREAM, ...count, ...details });
  }

  get seconds(): number {
    return this.#simulation.timeMs / 1_000;
  }

  get epochSeconds(): number {
    return this.#simulation.epochMs / 1_000;
  }

  call(action: string, request: JsonObject): Answer {
    return this.api.call(action, request);
  }

  async passTo(seconds: number): Promise<void> {
    await runSimulation(this.#simulation, { untilMs: Math.max(this.#simulation.timeMs, seconds * 1_000) });
  }

  /** What differs from an error that is expected, or not. */
  differs({ error }: Expected, answer: Answer): string | undefined {
    return differsFromError(error, answer, { "<stream>": STREAM });
  }

  put(rows: readonly PutRow[]): readonly JsonObject[] {
    const records = rows.map(({ partitionKey = "a", explicitHashKey, ...row }) => {
      const data = dataOf(row);
      return { PartitionKey: partitionKey, Data: data, ...(explicitHashKey && { ExplicitHashKey: explicitHashKey }) };
    });
    const answer = this.call("PutRecords", { StreamName: STREAM, Records: records });
    const results = isRefusal(answer) ? [] : ((answer.Records ?? []) as unknown as readonly JsonObject[]);
    for (const [index, { id }] of rows.entries()) {
      const sequenceNumber = String(results[index]?.SequenceNumber);
      if (id !== undefined) this.known.set(id, { sequenceNumber, data: String(records[index]?.Data) });
    }
    return results;
  }

  get shards(): readonly JsonObject[] {
    const answer = this.call("DescribeStream", { StreamName: STREAM });
    const description = (isRefusal(answer) ? {} : (answer.StreamDescription ?? {})) as JsonObject;
    return (description.Shards ?? []) as unknown as readonly JsonObject[];
  }

  get status(): string {
    const answer = this.call("DescribeStream", { StreamName: STREAM });
    return isRefusal(answer) ? answer.code : String((answer.StreamDescription as JsonObject).StreamStatus);
  }

  compareShards({ shards, openShards }: Expected): string | undefined {
    const found = this.shards.map(plainShard);
    if (openShards !== undefined && found.filter(({ closed }) => closed !== true).length !== openShards) {
      return `${found.length} shards`;
    }
    for (const [index, wanted] of ((shards ?? found) as readonly JsonObject[]).entries()) {
      if (JSON.stringify(sorted(wanted)) !== JSON.stringify(sorted(found[index] ?? {}))) {
        return `shard ${index} is ${JSON.stringify(found[index])}`;
      }
    }
    return shards !== undefined && (shards as readonly unknown[]).length !== found.length
      ? `${found.length} shards`
      : undefined;
  }

  /** Ids of what a read from an iterator gives, and the next iterator. */
  read(iterator: string, limit?: number): { readonly ids: readonly string[]; readonly next: string; answer: Answer } {
    const answer = this.call("GetRecords", { ShardIterator: iterator, ...(limit !== undefined && { Limit: limit }) });
    const records = isRefusal(answer) ? [] : ((answer.Records ?? []) as unknown as readonly JsonObject[]);
    return { ids: this.idsOf(records), next: isRefusal(answer) ? "" : String(answer.NextShardIterator), answer };
  }

  idsOf(records: readonly JsonObject[]): readonly string[] {
    return records.map((record) => {
      const found = [...this.known].find(([, { sequenceNumber }]) => sequenceNumber === record.SequenceNumber);
      return found?.[0] ?? String(record.SequenceNumber);
    });
  }
}

function dataOf({ data, dataBase64, dataRepeat }: PutRow): string {
  if (dataBase64 !== undefined) return dataBase64;
  const text = dataRepeat === undefined ? (data ?? "") : dataRepeat.char.repeat(dataRepeat.count);
  return Buffer.from(text, "utf8").toString("base64");
}

/** A shard as the rows write it. */
function plainShard({ ShardId, HashKeyRange, SequenceNumberRange, ParentShardId, AdjacentParentShardId }: JsonObject) {
  const isClosed = (SequenceNumberRange as JsonObject).EndingSequenceNumber !== undefined;
  return {
    ShardId: ShardId ?? "",
    ...(HashKeyRange as JsonObject),
    ...(ParentShardId !== undefined && { ParentShardId }),
    ...(AdjacentParentShardId !== undefined && { AdjacentParentShardId }),
    ...(isClosed && { closed: true }),
  } as JsonObject;
}

function sorted(value: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Fields of the expectation that the answer has under another name. */
function compareFields(expect: Expected, answer: Answer, names: Readonly<Record<string, string>>): string | undefined {
  const wrong = Object.entries(names).find(([name, field]) => {
    return expect[name] !== undefined && expect[name] !== (answer as JsonObject)[field];
  });
  return wrong && `${wrong[1]} is ${(answer as JsonObject)[wrong[1]]}`;
}

function judgeMap(stage: Stage, { records = [], expect }: Row): string | undefined {
  const results = stage.put(records);
  const mapping = (expect.mapping ?? []) as readonly { readonly hashKey: string; readonly shard: string }[];
  for (const [index, { hashKey, shard }] of mapping.entries()) {
    const got = results[index]?.ShardId;
    if (got !== shard) return `record ${index} is in ${got}`;
    const range = stage.shards.find(({ ShardId }) => ShardId === shard)?.HashKeyRange as JsonObject;
    const isInside =
      BigInt(hashKey) >= BigInt(String(range.StartingHashKey)) &&
      BigInt(hashKey) <= BigInt(String(range.EndingHashKey));
    if (!isInside) return `${hashKey} is not in ${shard}`;
  }
  const order = Object.entries((expect.perShardOrder ?? {}) as Readonly<Record<string, readonly number[]>>);
  for (const [shard, indexes] of order) {
    const inShard = results.flatMap(({ ShardId, SequenceNumber }, index) => {
      return ShardId === shard ? [{ index, number: BigInt(String(SequenceNumber)) }] : [];
    });
    const got = inShard.toSorted((a, b) => (a.number < b.number ? -1 : 1)).map(({ index }) => index);
    if (got.join() !== indexes.join()) return `${shard} has ${got.join()}`;
  }
  return undefined;
}

async function judgeReshard(stage: Stage, { call = {}, expect }: Row, action: string): Promise<string | undefined> {
  const request = { StreamName: STREAM, ...call };
  const putAt = (hashKey: unknown): string => {
    const put = { StreamName: STREAM, PartitionKey: "a", Data: "", ExplicitHashKey: String(hashKey) };
    const answer = stage.call("PutRecord", put);
    return isRefusal(answer) ? answer.message : String(answer.ShardId);
  };
  const begun = stage.call(action, request);
  const error = stage.differs(expect, begun);
  if (error !== undefined || expect.error !== undefined) return error;
  if (expect.statusDuring !== undefined && stage.status !== expect.statusDuring) return `it is ${stage.status}`;
  const second = (expect.secondSplitWhileUpdating ?? expect.secondMergeWhileUpdating) as ExpectedError | undefined;
  if (second !== undefined) {
    const why = stage.differs({ error: second }, stage.call(action, request));
    if (why !== undefined) return `the second one: ${why}`;
  }
  for (const [name, seconds] of [
    ["putDuringUpdate", 0],
    ["putAfter", UNTIL_ACTIVE],
  ] as const) {
    await stage.passTo(seconds);
    const put = expect[name] as { readonly explicitHashKey: string; readonly shard: string } | undefined;
    const shard = put && putAt(put.explicitHashKey);
    if (put !== undefined && shard !== put.shard) return `${name} came to ${shard}`;
  }
  await stage.passTo(UNTIL_ACTIVE);
  return stage.compareShards(expect) ?? compareGeneration(stage, expect);
}

/** What holds between parents and children. */
function compareGeneration(stage: Stage, expect: Expected): string | undefined {
  const [parent] = stage.shards.filter((shard) => plainShard(shard).closed === true);
  const child = stage.shards.find(({ ParentShardId }) => ParentShardId === parent?.ShardId);
  if (parent === undefined || child === undefined) return "no parent or no child";
  const secondsIn = (decimal: unknown, from: number): number => {
    return Number.parseInt(
      BigInt(String(decimal))
        .toString(16)
        .slice(from, from + 9),
      16,
    );
  };
  const gap = expect.childStartsMillisAfterParentEnd;
  const ends = secondsIn((parent.SequenceNumberRange as JsonObject).EndingSequenceNumber, 29);
  const begins = secondsIn((child.SequenceNumberRange as JsonObject).StartingSequenceNumber, 1);
  if (gap !== undefined && (begins - ends) * 1_000 !== gap) return `the child begins ${begins - ends} s later`;
  if (expect.parentReadableFromTrimHorizon !== true) return undefined;
  const iterator = iteratorFrom(stage, { shard: String(parent.ShardId), type: "TRIM_HORIZON", expect: [] });
  return stage.read(iterator).ids.length === 0 ? "the parent gives nothing" : undefined;
}

async function judgeIterator(stage: Stage, { call = {}, expect }: Row): Promise<string | undefined> {
  const { readAfterSeconds, ...fields } = call;
  const answer = stage.call("GetShardIterator", { StreamName: STREAM, ShardId: "shardId-0", ...fields });
  if (readAfterSeconds === undefined || isRefusal(answer)) return stage.differs(expect, answer);
  await stage.passTo(readAfterSeconds);
  return stage.differs(expect, stage.read(String(answer.ShardIterator)).answer);
}

function iteratorFrom(
  stage: Stage,
  { shard = "shardId-0", type = "TRIM_HORIZON", sequenceOf, timestamp }: Read,
): string {
  const answer = stage.call("GetShardIterator", {
    StreamName: STREAM,
    ShardId: shard,
    ShardIteratorType: type,
    ...(sequenceOf !== undefined && { StartingSequenceNumber: stage.known.get(sequenceOf)?.sequenceNumber ?? "" }),
    ...(timestamp !== undefined && { Timestamp: stage.epochSeconds - stage.seconds + timestamp }),
  });
  return isRefusal(answer) ? answer.message : String(answer.ShardIterator);
}

type Step = readonly [at: number, act: () => void];

/** Puts and reads in the order of their times; what comes at the same time is put before it is read. */
async function judgeReads(stage: Stage, { puts = [], reads = [] }: Row): Promise<string | undefined> {
  let why: string | undefined;
  const end = Math.max(0, ...puts.map(({ at }) => at));
  const steps: Step[] = puts.map(({ at, records = [] }) => [at, () => void stage.put(records)]);
  for (const read of reads) {
    let iterator = "";
    const readAt = read.readAt ?? end;
    steps.push([read.iteratorAt ?? readAt, () => (iterator = iteratorFrom(stage, read))]);
    for (let each: Read | undefined = read; each !== undefined; each = each.then) {
      const { expect, limit, dataUnchanged } = each;
      const step = (): void => {
        const { ids, next, answer } = stage.read(iterator, limit);
        iterator = next;
        if (ids.join() !== expect.join()) why ??= `it gave ${ids.join()}, not ${expect.join()}`;
        if (dataUnchanged === true && !isUnchanged(stage, answer, ids)) why ??= "the data is not as it was put";
      };
      steps.push([each.readAt ?? readAt, step]);
    }
  }
  for (const [at, act] of steps.toSorted(([a], [b]) => a - b)) {
    await stage.passTo(at);
    act();
  }
  return why;
}

function isUnchanged(stage: Stage, answer: Answer, ids: readonly string[]): boolean {
  const records = isRefusal(answer) ? [] : ((answer.Records ?? []) as unknown as readonly JsonObject[]);
  return records.every(({ Data }, index) => Data === stage.known.get(ids[index] ?? "")?.data);
}

/** A consumer subscribes at the beginning, or when the row says so, and has what comes within five minutes. */
async function judgeSubscription(stage: Stage, row: Row): Promise<string | undefined> {
  const { puts = [], call = {}, expect } = row;
  const streamArn = `arn:aws:kinesis:us-east-1:123456789012:stream/${STREAM}`;
  const registered = stage.call("RegisterStreamConsumer", { StreamARN: streamArn, ConsumerName: "c1" });
  if (isRefusal(registered)) return registered.message;
  const { startingPosition, StartingPosition = startingPosition, ...fields } = call;
  const begin = (): Answer => {
    const start = (StartingPosition ?? { Type: "TRIM_HORIZON" }) as JsonObject;
    return stage.call("SubscribeToShard", {
      ConsumerARN: (registered.Consumer as JsonObject).ConsumerARN ?? "",
      ShardId: "shardId-000000000000",
      StartingPosition: start,
      ...fields,
    });
  };
  const subscribeAt = Number((row as Case).subscribeAt ?? 0);
  let answer: Answer | undefined;
  for (const { at, records = [] } of puts.toSorted((a, b) => a.at - b.at)) {
    await stage.passTo(Math.min(at, subscribeAt));
    if (at >= subscribeAt) answer ??= begin();
    await stage.passTo(at);
    stage.put(records);
  }
  answer ??= begin();
  const error = stage.differs(expect, answer);
  if (error !== undefined || isRefusal(answer)) return error;
  const events = stage.api.subscriptionEvents(String(answer.SubscriptionId));
  const ids = stage.idsOf(events.flatMap(({ Records }) => Records as unknown as readonly JsonObject[]));
  const wanted = (expect.records ?? expect.received) as readonly string[] | undefined;
  return wanted === undefined || ids.join() === wanted.join() ? undefined : `it got ${ids.join()}`;
}

function judgeSequence(stage: Stage, { expect }: Row): string | undefined {
  const starts = stage.shards.map(({ SequenceNumberRange: range }) =>
    String((range as JsonObject).StartingSequenceNumber),
  );
  if (expect.digits !== undefined && starts.some(({ length }) => length !== expect.digits)) return starts.join();
  const difference = expect.startDifferenceBetweenNeighbourShards;
  const differences = starts.slice(1).map((start, index) => String(BigInt(start) - BigInt(starts[index] ?? 0)));
  return difference === undefined || differences.every((each) => each === difference) ? undefined : differences.join();
}

async function judgeThroughput(stage: Stage, { puts = [], expect }: Row): Promise<string | undefined> {
  let failed = 0;
  const codes = new Set<unknown>();
  for (const { at, putRecords } of puts) {
    await stage.passTo(at);
    const { count = 0, bytesEach = 0, partitionKey = "a" } = putRecords ?? {};
    const row: PutRow = { partitionKey, data: "x".repeat(bytesEach) };
    const results = stage.put(Array.from({ length: count }, () => row));
    for (const { ErrorCode } of results) if (ErrorCode !== undefined) codes.add(ErrorCode);
    failed += results.filter(({ ErrorCode }) => ErrorCode !== undefined).length;
  }
  const wanted = expect.FailedRecordCountTotal as { readonly min: number; readonly max: number } | number | undefined;
  const { min, max } = typeof wanted === "object" ? wanted : { min: wanted ?? failed, max: wanted ?? failed };
  if (failed < min || failed > max) return `${failed} failed`;
  return failed > 0 && expect.errorCode !== undefined && !codes.has(expect.errorCode) ? [...codes].join() : undefined;
}
