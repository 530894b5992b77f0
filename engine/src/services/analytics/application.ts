/**
 * An application that computes over the windows of a stream: Managed Service for Apache Flink, or the SQL of Kinesis Data
 * Analytics. Late rows, the watermark and what waits for it are counted.
 * https://docs.aws.amazon.com/managed-flink/latest/java/what-is.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import type { Finder, Keeper, Message, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import { type ReaderHost, ShardReader } from "../shards/shard-reader.ts";
import type { ShardRecord } from "../shards/shard-record.ts";
import type { SavedTail } from "../shards/shard-tail.ts";
import type { Row } from "./aggregate.ts";
import { type ApplicationSettings, applicationSettingsOf } from "./application-settings.ts";
import type { WindowQuery } from "./sql.ts";
import { type SavedWatermarks, Watermarks } from "./watermarks.ts";
import { type SavedWindows, type WindowResult, Windows } from "./windows.ts";

/** Kinds of events: the stream calls; a watermark may have moved on by time alone. */
const TAIL = 0;
const TICK = 1;

/** How often Flink emits watermarks, and rows that nobody waits for any more are looked for, milliseconds. */
const TICK_MS = 200;

/** Windows of a query that somebody looks at. */
const MAX_WINDOWS_SHOWN = 12;

export class AnalyticsApplication implements SimNode, ReaderHost {
  readonly ports = {};
  readonly tailKind = TAIL;
  readonly isHeldUp = false;
  readonly context: NodeContext;
  readonly #settings: ApplicationSettings;
  readonly #reader: ShardReader | undefined;
  readonly #watermarks: readonly Watermarks[];
  readonly #windows: readonly Windows[];
  readonly #meters;
  /** Results name the last record of their key as their cause. */
  readonly #last = new Map<string, Message>();
  #tickMs = Number.POSITIVE_INFINITY;

  constructor(context: NodeContext, { properties, behavior }: NodeSpec) {
    this.context = context;
    this.#settings = applicationSettingsOf(properties, behavior);
    const { sourceArn, queries, latenessMs, idleMs } = this.#settings;
    this.#reader = sourceArn === undefined || queries.length === 0 ? undefined : new ShardReader(this, sourceArn);
    this.#watermarks = queries.map(({ delayMs }) => new Watermarks(delayMs, idleMs));
    this.#windows = queries.map(({ window, aggregates }) => new Windows(window, aggregates, latenessMs));
    this.#meters = {
      records: context.counter("records"),
      late: context.counter("late"),
      unreadable: context.counter("unreadable"),
      filtered: context.counter("filtered"),
      results: context.counter("results"),
      updates: context.counter("updates"),
      refused: context.counter("refused"),
      missed: context.counter("missed"),
      openWindows: context.gauge("openWindows"),
      waitingRows: context.gauge("waitingRows"),
      watermarkMs: context.age("watermarkMs"),
      resultDelayMs: context.histogram("resultDelayMs"),
    };
  }

  start(): void {
    const { unread } = this.#settings;
    if (unread !== undefined) this.context.tell("failed", undefined, { code: "analytics.not-read", text: unread });
    this.#reader?.start();
  }

  // --- in

  took({ message, timeMs }: ShardRecord, shard: number): void {
    const { context } = this;
    this.#meters.records.add(1);
    context.tell("received", message);
    const arrivedMs = timeMs + context.epochMs - context.timeMs;
    const json = parsedJson(message.body) as JsonValue | undefined;
    for (const [index, query] of this.#settings.queries.entries()) {
      const row = isObject(json) ? rowOf(json, query, arrivedMs) : undefined;
      if (row === undefined) {
        this.#meters.unreadable.add(1);
        context.tell("failed", message, { code: "analytics.not-json" });
      } else this.#take(index, query, row, message, shard);
    }
    this.#goOn();
  }

  #take(index: number, query: WindowQuery, row: Row, message: Message, shard: number): void {
    const { context } = this;
    const windows = this.#windows[index] as Windows;
    if (query.timeColumn !== undefined) this.#watermarks[index]?.see(shard, row.timeMs, context.timeMs);
    if (query.where !== undefined && query.where(row) !== true) {
      this.#meters.filtered.add(1);
      context.tell("filtered", message, { code: "analytics.passed-over" });
      return;
    }
    const key = JSON.stringify(query.keys.map((name) => row.values[name] ?? null));
    const results = windows.add(key, row);
    if (results === undefined) {
      this.#meters.late.add(1);
      context.tell("dropped", message, { code: "analytics.late", behindMs: windows.watermarkMs - row.timeMs });
      return;
    }
    this.#last.set(`${index} ${key}`, message);
    this.#give(index, query, results);
  }

  /** Event time goes on; of arrival, it is the clock. */
  #goOn(): void {
    const { context } = this;
    for (const [index, query] of this.#settings.queries.entries()) {
      const atMs = query.timeColumn === undefined ? context.epochMs : this.#watermarks[index]?.at(context.timeMs);
      const results = atMs === undefined ? [] : (this.#windows[index]?.advance(atMs) ?? []);
      this.#give(index, query, results);
    }
    this.#measure();
    this.#setTick();
  }

  /** When time alone lets something happen: the end of a window of arrival, or a shard that has become idle. */
  #setTick(): void {
    const { context } = this;
    const { queries, idleMs } = this.#settings;
    const startMs = context.epochMs - context.timeMs;
    let nextMs = Number.POSITIVE_INFINITY;
    for (const [index, { timeColumn }] of queries.entries()) {
      const dueMs = this.#windows[index]?.nextMs;
      if (dueMs === undefined) continue;
      if (timeColumn === undefined) nextMs = Math.min(nextMs, Math.max(dueMs - startMs, context.timeMs + 1));
      else if (Number.isFinite(idleMs)) nextMs = Math.min(nextMs, context.timeMs + Math.max(TICK_MS, idleMs));
    }
    if (nextMs === this.#tickMs || nextMs === Number.POSITIVE_INFINITY) return;
    if (this.#tickMs > context.timeMs && this.#tickMs <= nextMs) return;
    this.#tickMs = nextMs;
    context.at(nextMs, TICK);
  }

  ended(shard: number): void {
    for (const watermarks of this.#watermarks) watermarks.forget(shard);
  }

  missed(shard: number, count: number): void {
    this.#meters.missed.add(count);
    this.context.tell("lost", undefined, { code: "shards.missed", shard, count });
  }

  refused(shard: number, refusal: string): void {
    this.context.tell("pollRefused", undefined, { code: "shards.read-refused", shard, refusal });
  }

  // --- out

  #give(index: number, query: WindowQuery, results: readonly WindowResult[]): void {
    for (const result of results) {
      const row = resultRow(query, result);
      const hidden = Object.fromEntries(query.aggregates.map(({ as }, at) => [as, result.values[at]]));
      if (query.having !== undefined && query.having({ timeMs: result.endMs, values: { ...row, ...hidden } }) !== true)
        continue;
      this.#send(index, query, result, JSON.stringify(row));
    }
  }

  #send(index: number, { into }: WindowQuery, result: WindowResult, body: string): void {
    const { context } = this;
    const { key, startMs, endMs, rows, isUpdate } = result;
    const cause = this.#last.get(`${index} ${key}`);
    const written = (timeMs: number): string => new Date(timeMs).toISOString();
    this.#meters[isUpdate ? "updates" : "results"].add(1);
    this.#meters.resultDelayMs.add(Math.max(0, context.epochMs - endMs));
    context.tell("answered", cause, {
      code: "analytics.result",
      key,
      start: written(startMs),
      end: written(endMs),
      rows,
      ...(isUpdate && { update: 1 }),
    });
    for (const { of, arn } of this.#settings.outputs) {
      if (of !== undefined && into !== undefined && of !== into) continue;
      const refused = portOf(context, arn, "target")?.deliver(cause, { body, partitionKey: key, from: context.id });
      if (refused === undefined) continue;
      this.#meters.refused.add(1);
      context.tell("notSent", cause, { code: "analytics.refused", refusal: refused.code }, arn);
    }
  }

  #measure(): void {
    const { context } = this;
    const sum = (of: (windows: Windows) => number): number => this.#windows.reduce((all, each) => all + of(each), 0);
    const watermarkMs = Math.min(...this.#windows.map((each) => each.watermarkMs));
    this.#meters.openWindows.set(sum(({ openCount }) => openCount));
    this.#meters.waitingRows.set(sum(({ waitingRows }) => waitingRows));
    if (Number.isFinite(watermarkMs)) {
      this.#meters.watermarkMs.since(Math.min(context.timeMs, watermarkMs - context.epochMs + context.timeMs));
    }
  }

  // --- for the kernel

  handle({ kind, ref }: SimEvent): void {
    if (kind === TAIL) this.#reader?.handle(ref);
    else this.#goOn();
  }

  isBusy(): boolean {
    return this.#reader?.isBusy === true;
  }

  view(): JsonObject {
    const queries = this.#windows.map(({ openCount, waitingRows, watermarkMs }) => {
      const watermark = Number.isFinite(watermarkMs) ? new Date(watermarkMs).toISOString() : null;
      return { open: openCount, waitingRows, watermark };
    });
    const windows = this.#windows.flatMap(({ closingNext, watermarkMs }) => {
      const reachedMs = Number.isFinite(watermarkMs) ? watermarkMs : null;
      return closingNext.slice(0, MAX_WINDOWS_SHOWN).map((window) => ({ ...window, watermarkMs: reachedMs }));
    });
    return { queries, windows, ...(this.#settings.unread !== undefined && { notRead: this.#settings.unread }) };
  }

  save(keeper: Keeper): SavedApplication {
    return {
      tails: this.#reader?.save() ?? [],
      watermarks: this.#watermarks.map((each) => each.save()),
      windows: this.#windows.map((each) => each.save()),
      last: Array.from(this.#last, ([name, message]) => [name, keeper.keep(message)]),
      tickMs: Number.isFinite(this.#tickMs) ? this.#tickMs : null,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { tails, watermarks, windows, last, tickMs } = saved as SavedApplication;
    this.#reader?.restore(tails);
    for (const [index, each] of watermarks.entries()) this.#watermarks[index]?.restore(each);
    for (const [index, each] of windows.entries()) this.#windows[index]?.restore(each);
    for (const [name, message] of last) this.#last.set(name, finder.find(message));
    this.#tickMs = tickMs ?? Number.POSITIVE_INFINITY;
  }
}

interface SavedApplication {
  readonly tails: readonly SavedTail[];
  readonly watermarks: readonly SavedWatermarks[];
  readonly windows: readonly SavedWindows[];
  readonly last: readonly (readonly [name: string, message: number])[];
  readonly tickMs: number | null;
}

/** Undefined: it has no event time. Times are ISO 8601, SQL's timestamps in UTC, or epoch milliseconds or seconds. */
function rowOf(values: JsonObject, { timeColumn }: WindowQuery, arrivedMs: number): Row | undefined {
  if (timeColumn === undefined) return { timeMs: arrivedMs, values };
  const value = values[timeColumn];
  const timeMs =
    typeof value === "number" ? epochMsOf(value) : typeof value === "string" ? Date.parse(asIso(value)) : Number.NaN;
  return Number.isFinite(timeMs) ? { timeMs, values } : undefined;
}

/** Seconds until the year 2286 have ten digits, milliseconds since 2001 more. */
function epochMsOf(value: number): number {
  return value < 1e10 ? value * 1_000 : value;
}

function asIso(text: string): string {
  const plain = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d:\d\d(?:\.\d+)?)$/.exec(text);
  return plain === null ? text : `${plain[1]}T${plain[2]}Z`;
}

function resultRow({ selected, keys }: WindowQuery, { key, startMs, endMs, values }: WindowResult): JsonObject {
  const keyValues = JSON.parse(key) as readonly JsonValue[];
  return Object.fromEntries(
    selected.map((column) => {
      if (column.is === "aggregate") return [column.as, values[column.index] ?? null];
      if (column.is === "key") return [column.as, keyValues[keys.indexOf(column.column)] ?? null];
      return [column.as, new Date(column.is === "start" ? startMs : endMs).toISOString()];
    }),
  );
}
