/**
 * Measures the engine beside the tools that people use today, on the same work, each in a process of its own.
 * `npm run bench -- [--json] [--quick] [--no-peers] [--only check|loop|map|parallel|jsonata|compile|layout|patterns|sqs|buses|stream|server|editing|template|verdicts|flow-panel]`
 */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { parseArgs, promisify } from "node:util";
import { EVENTS_ON_A_BUS } from "./buses.ts";
import { reportFlowPanel } from "./flow-panel.ts";
import type { SizedJob } from "./growth.ts";
import type { Measured } from "./measure.ts";
import { MESSAGES_AGAINST_MANY, type PatternJob } from "./patterns.ts";
import { installPeers } from "./peers.ts";
import { reportEditing } from "./report-editing.ts";
import { reportTemplate } from "./report-template.ts";
import { reportVerdicts } from "./report-verdicts.ts";
import { measureServerStart } from "./server-start.ts";
import { definitionText, type Shape, sizeFor } from "./shapes.ts";
import type { Job } from "./work.ts";

const MEASURE = join(import.meta.dirname, "measure.ts");
const GROWTH = join(import.meta.dirname, "growth.ts");
/** A peer that takes longer is told as such. */
const LIMIT_MS = 120_000;
const MEGABYTE = 1_048_576;

interface Row {
  readonly what: string;
  readonly size: number;
  /** Rows whose time is to grow with their size, and no faster. */
  readonly series?: string;
  readonly ours: Job;
  readonly peers: readonly Job[];
  /** Shown as a rate instead of a time: how many of what. */
  readonly per?: { readonly count: number; readonly unit: string };
}

interface Result {
  readonly row: Row;
  readonly ours: Measured | string;
  readonly peers: readonly { readonly who: string; readonly measured: Measured | string }[];
  /** Exponent over the sizes of its series, with the last of them. */
  readonly growth: number | undefined;
}

const run = promisify(execFile);

/** What a child measured, or why it did not. */
async function measureIn<T>(script: string, what: unknown): Promise<T | string> {
  try {
    const { stdout } = await run(process.execPath, [script, JSON.stringify(what)], {
      timeout: LIMIT_MS,
      maxBuffer: 16 * MEGABYTE,
    });
    return JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as T;
  } catch (error) {
    const { killed, stderr, message } = error as { killed?: boolean; stderr?: string; message: string };
    if (killed === true) return `over ${LIMIT_MS / 1000} s`;
    const lines = (stderr ?? message).split("\n");
    return `failed: ${(lines.find((line) => /Error/.test(line)) ?? lines[0] ?? "").trim().slice(0, 120)}`;
  }
}

function measureJob(job: Job): Promise<Measured | string> {
  return measureIn(MEASURE, job);
}

function checkRow(shape: Shape, size: number, what = `check, ${shape}`): Row {
  // asl-validator knows JSONPath definitions only in part of its rules; both still read the whole text.
  const peers = (["asls", "asl-validator"] as const).map((who): Job => ({ kind: "check", who, shape, size }));
  return { what, size, series: what, ours: { kind: "check", who: "sluice", shape, size }, peers };
}

const RUNS = {
  loop: { what: "Choice/Pass loop", each: 2, unit: "transitions/s" },
  map: { what: "inline Map", each: 1, unit: "items/s" },
  parallel: { what: "Parallel, 10 branches", each: 10, unit: "transitions/s" },
} as const;

/** An execution with the full history kept, and without. */
function runRows(kind: keyof typeof RUNS, sizes: readonly number[]): Row[] {
  return (["sluice", "sluice-no-history"] as const).flatMap((who) =>
    sizes.map((size): Row => {
      const { what: name, each, unit } = RUNS[kind];
      const what = `${name}, ${who === "sluice" ? "full" : "no"} history`;
      const peers: Job[] = [{ kind, who: "aws-local-stepfunctions", size }];
      return { what, size, series: what, ours: { kind, who, size }, peers, per: { count: each * size, unit } };
    }),
  );
}

function jsonataRow(size: number): Row {
  return {
    what: "JSONata loop, no history",
    size,
    series: "JSONata loop",
    ours: { kind: "jsonata", who: "sluice-no-history", size },
    // aws-local-stepfunctions does not know JSONata.
    peers: [{ kind: "jsonata", who: "jsonata", size }],
    per: { count: 2 * size, unit: "expressions/s" },
  };
}

function compileRow(shape: Shape, size: number): Row {
  const what = `compile, ${shape}`;
  return { what, size, series: what, ours: { kind: "compile", who: "sluice", shape, size }, peers: [] };
}

function layoutRow(shape: Shape, size: number): Row {
  const what = `layout, ${shape}`;
  return { what, size, series: what, ours: { kind: "layout", who: "sluice", shape, size }, peers: [] };
}

/** So many matches are one measurement, where there is one policy. */
const MATCHES = 10_000;

function patternRow(name: string, what: PatternJob["what"], peer: PatternJob["who"], policies?: number): Row {
  const job = (who: PatternJob["who"]): Job => ({ kind: "patterns", who, what, size: policies ?? MATCHES });
  const per =
    policies === undefined
      ? { count: MATCHES, unit: "matches/s" }
      : { count: MESSAGES_AGAINST_MANY, unit: "messages/s" };
  return { what: name, size: policies ?? 1, ours: job("sluice"), peers: [job(peer)], per };
}

function patternRows(quick: boolean): Row[] {
  const many = quick ? [1_000] : [10, 100, 1_000, 10_000];
  const [sns, events] = ["fauxqs", "serverless-offline-aws-eventbridge"] as const;
  return [
    patternRow("SNS policy, JSON body, 120 bytes", "body", sns),
    patternRow("SNS policy, JSON body, 1,100 bytes", "long body", sns),
    patternRow("SNS policy, attributes", "attributes", sns),
    patternRow("event pattern, JSON event", "event", events),
    ...many.map((size) => patternRow("SNS policies, JSON body", "policies", sns, size)),
    ...many.map((size) => patternRow("event patterns, JSON event", "patterns", events, size)),
  ];
}

/** Messages. */
const TOO_MANY_TO_TAKE_TURNS = 1_000_000;

/** Queues: by their API, FIFO, between producers and workers, and many of them. */
function queueRows(quick: boolean): Row[] {
  const sizes = quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000];
  const what = {
    sqs: "queue: send, receive, delete",
    "sqs-fifo": "FIFO queue, 100 groups",
    "sqs-flow": "producer, queue, workers",
    "sqs-nodes": "queues of 1,000 messages",
    "sqs-fan-out": "topic, filters, queues, functions",
  } as const;
  const row = (kind: keyof typeof what, size: number, peers: readonly Job[], each = 1): Row => {
    const per = { count: each * size, unit: "messages/s" };
    const series = size > TOO_MANY_TO_TAKE_TURNS ? {} : { series: kind };
    return { what: what[kind], size, ...series, ours: { kind, who: "sluice", size }, peers, per };
  };
  return [
    ...sizes.map((size) => {
      const heap: Job = { kind: "sqs", who: "heap", size };
      // Its users wait for HTTP; more messages would only take longer.
      return row("sqs", size, size <= 10_000 ? [heap, { kind: "sqs", who: "fauxqs", size }] : [heap]);
    }),
    ...sizes.map((size) => row("sqs-fifo", size, [])),
    ...sizes.map((size) => row("sqs-flow", size, [])),
    ...(quick ? [10, 100] : [10, 100, 1_000]).map((size) => row("sqs-nodes", size, [], 1_000)),
    ...sizes.map((size) => row("sqs-fan-out", size, [])),
    ...(quick ? [] : [row("sqs", 10_000_000, [])]),
  ];
}

/** Records through 32 shards and an event source mapping in batches of 100. */
function streamRows(quick: boolean): Row[] {
  return (quick ? [10_000, 100_000] : [10_000, 100_000, 1_000_000]).map((size): Row => {
    const ours: Job = { kind: "stream", who: "sluice", size };
    return {
      what: "stream of 32 shards, mapping, function",
      size,
      series: "stream",
      ours,
      peers: [],
      per: { count: size, unit: "records/s" },
    };
  });
}

/** An event goes through the bus and one rule to a target that only counts. */
function busRow(size: number): Row {
  const per = { count: EVENTS_ON_A_BUS, unit: "events/s" };
  return {
    what: "bus with so many rules",
    size,
    ours: { kind: "buses", who: "sluice", size },
    peers: [],
    per,
  };
}

function allRows(quick: boolean): Row[] {
  const sizes = quick ? [10, 1_000] : [10, 100, 1_000, 8_000];
  const shapes: Shape[] = quick ? ["tasks", "choices"] : ["tasks", "choices", "jsonata", "nested", "variables"];
  const rounds = quick ? [2_000] : [500, 2_000, 8_000, 32_000];
  const items = quick ? [1_000] : [100, 1_000, 10_000];
  return [
    // Definitions beyond the service's limit of 1 MB are measured as well: growth shows there.
    ...shapes.flatMap((shape) => sizes.map((size) => checkRow(shape, size))),
    checkRow("tasks", sizeFor("tasks", MEGABYTE), "check, 1 MB"),
    ...runRows("loop", rounds),
    ...runRows("map", items),
    ...runRows("parallel", [50]),
    ...(quick ? [1_000] : [1_000, 8_000]).map(jsonataRow),
    ...(["tasks", "jsonata"] as const).flatMap((shape) => sizes.map((size) => compileRow(shape, size))),
    ...(["tasks", "choices"] as const).flatMap((shape) => [50, 500, 2_000].map((size) => layoutRow(shape, size))),
    ...patternRows(quick),
    ...queueRows(quick),
    ...streamRows(quick),
    ...(quick ? [1_000] : [10, 100, 1_000]).map(busRow),
  ];
}

function timeText(ms: number): string {
  return ms >= 1_000 ? `${(ms / 1_000).toFixed(2)} s` : `${ms.toFixed(ms < 10 ? 2 : 1)} ms`;
}

function measuredText(measured: Measured | string, row: Row): string {
  if (typeof measured === "string") return measured;
  if (row.per === undefined) return timeText(measured.medianMs);
  const rate = Math.round(row.per.count / (measured.medianMs / 1_000)).toLocaleString("en");
  return `${rate} ${row.per.unit}, ${Math.round(measured.peakBytes / MEGABYTE)} MB`;
}

/** How many times faster ours is. */
function ratioText(ours: Measured | string, peer: Measured | string): string {
  if (typeof ours === "string" || typeof peer === "string") return "-";
  return `${(peer.medianMs / ours.medianMs).toFixed(1)}x`;
}

/** With the last row of a series of several. */
async function growthAt(rows: readonly Row[], row: Row): Promise<number | undefined> {
  const series = rows.filter((each) => each.series !== undefined && each.series === row.series);
  if (series.length < 2 || series.at(-1) !== row) return undefined;
  const jobs = series.map(({ size, ours: job }): SizedJob => ({ size, job }));
  const growth = await measureIn<number>(GROWTH, jobs);
  if (typeof growth === "string") console.log(`growth, ${row.what}: ${growth}`);
  return typeof growth === "string" ? undefined : growth;
}

function printResult({ row, ours, peers, growth }: Result): void {
  const cells = [
    row.what.padEnd(36),
    String(row.size).padStart(8),
    measuredText(ours, row).padStart(34),
    (growth?.toFixed(2) ?? "").padStart(7),
    ...peers.map(
      ({ who, measured }) => `  ${ratioText(ours, measured).padStart(8)} ${who} ${measuredText(measured, row)}`,
    ),
  ];
  console.log(cells.join(" ").trimEnd());
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: "boolean" },
      quick: { type: "boolean" },
      "no-peers": { type: "boolean" },
      only: { type: "string" },
    },
  });
  const noPeers = values["no-peers"] === true ? "left out on request" : installPeers();
  if (noPeers !== undefined) console.log(`No comparison with peers: ${noPeers}`);
  const rows = allRows(values.quick === true).filter(
    ({ ours: { kind } }) => values.only === undefined || kind === values.only || kind.startsWith(`${values.only}-`),
  );
  console.log(
    `1 MB is ${definitionText("tasks", sizeFor("tasks", MEGABYTE)).length} characters. Medians; growth over all sizes, which take turns: 1 is linear.`,
  );
  console.log(
    `${"what".padEnd(36)} ${"size".padStart(8)} ${"Sluice".padStart(34)} ${"growth".padStart(7)}    faster than`,
  );
  const results: Result[] = [];
  for (const row of rows) {
    const ours = await measureJob(row.ours);
    const peers: { who: string; measured: Measured | string }[] = [];
    for (const job of noPeers === undefined ? row.peers : [])
      peers.push({ who: job.who, measured: await measureJob(job) });
    const result = { row, ours, peers, growth: await growthAt(rows, row) };
    results.push(result);
    printResult(result);
  }
  if (values.only === undefined || values.only === "server") {
    const times = [await measureServerStart(), await measureServerStart(), await measureServerStart()];
    const known = times.filter((time) => time !== undefined).sort((a, b) => a - b);
    const text = known.length === 0 ? "not built: npm run build" : timeText(known[known.length >> 1] as number);
    console.log(`${"server start to initialize".padEnd(36)} ${"".padStart(8)} ${text.padStart(34)}`);
  }
  const wanted = (part: string): boolean => values.only === undefined || values.only === part;
  const shapes: Shape[] = values.quick === true ? ["tasks"] : ["tasks", "choices", "jsonata", "nested", "variables"];
  const editing = wanted("editing") ? await reportEditing(shapes) : {};
  const template = wanted("template") ? await reportTemplate() : undefined;
  const tools = noPeers === undefined ? ["sluice", "asls", "asl-validator"] : ["sluice"];
  const verdicts = wanted("verdicts") ? await reportVerdicts(tools) : {};
  const flowPanel = wanted("flow-panel") ? await reportFlowPanel() : undefined;
  if (values.json === true) {
    const measured = results.map(({ row: { what, size }, ours, peers, growth }) => ({
      what,
      size,
      ours,
      peers,
      growth,
    }));
    console.log(JSON.stringify({ rows: measured, editing, template, verdicts, flowPanel }));
  }
}

await main();
