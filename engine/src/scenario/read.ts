/** From the tree of a scenario file to the scenario. Never throws: what cannot be read is left out and told. */
import type { Finding } from "../rules/finding.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import { readBehavior } from "./behavior.ts";
import { readCase } from "./cases.ts";
import { readConsumer } from "./consumers.ts";
import { readExpectation } from "./expectations.ts";
import { readFault } from "./fault-list.ts";
import { readPrices } from "./own-prices.ts";
import { Reading } from "./reading.ts";
import { readSweep } from "./sweeps.ts";
import { readTraffic } from "./traffic.ts";
import type { Behavior, Fault, Scenario, Traffic } from "./types.ts";

export interface ReadScenario {
  readonly scenario: Scenario;
  /** In the order in which they were found. */
  readonly findings: readonly Finding[];
}

const known = new WeakMap<Node, ReadScenario>();

/** The same answer for as long as the root lives. */
export function readScenario(root: Node): ReadScenario {
  let read = known.get(root);
  if (read === undefined) {
    read = newScenario(root);
    known.set(root, read);
  }
  return read;
}

function newScenario(root: Node): ReadScenario {
  const reading = new Reading();
  const { faults, poison } = readFaults(root, reading);
  const traffic = reading.items(root, "traffic").flatMap((node, index) => readTraffic(node, index, reading) ?? []);
  const sweep = valueNode(root, "sweep");
  const simulate = valueNode(root, "simulate");
  const durationMs = reading.durationMs(root, "duration");
  const startMs = readStart(root, reading);
  const readSweepOf = sweep === undefined ? undefined : readSweep(sweep, reading);
  const scenario: Scenario = {
    ...(simulate?.kind === "string" && { simulate: { file: simulate.value, node: simulate } }),
    parameters: reading.object(root, "parameters") ?? {},
    resources: valueNode(root, "resources"),
    ...(startMs !== undefined && { startMs }),
    ...(durationMs !== undefined && { durationMs }),
    seed: reading.count(root, "seed", 0) ?? 1,
    prices: readPrices(root, reading),
    traffic: [...traffic, ...poison],
    saysTraffic: valueNode(root, "traffic") !== undefined || poison.length > 0,
    behavior: reading.members(root, "behavior").map(({ key, node }) => behaviorOf(key, node, reading)),
    consumers: reading.members(root, "consumers").flatMap(({ key, node }) => readConsumer(key, node, reading) ?? []),
    faults,
    expect: reading.items(root, "expect").flatMap((node) => readExpectation(node, reading) ?? []),
    ...(readSweepOf !== undefined && { sweep: readSweepOf }),
    cases: reading.items(root, "cases").map((node, index) => readCase(node, index, reading)),
  };
  return { scenario, findings: reading.findings };
}

/** A date, or a date and a time: UTC unless it says another offset. */
function readStart(root: Node, reading: Reading): number | undefined {
  const node = valueNode(root, "start");
  if (node === undefined) return undefined;
  const text = node.kind === "string" ? node.value : "";
  const startMs = ISO_TIME.test(text)
    ? Date.parse(/T.*(?:Z|[+-]\d\d:\d\d)$/.test(text) ? text : utcText(text))
    : Number.NaN;
  if (!Number.isNaN(startMs)) return startMs;
  return reading.wrong(
    node,
    "scenario-value",
    "`start` must be a time: 2026-11-28, 2026-11-28T08:00, 2026-11-28T08:00:00Z.",
  );
}

const ISO_TIME = /^\d{4}-\d\d-\d\d(?:T\d\d:\d\d(?::\d\d(?:\.\d+)?)?(?:Z|[+-]\d\d:\d\d)?)?$/;

function utcText(text: string): string {
  return text.includes("T") ? `${text}Z` : text;
}

function readFaults(
  root: Node,
  reading: Reading,
): { readonly faults: readonly Fault[]; readonly poison: readonly Traffic[] } {
  const read = reading.items(root, "faults").flatMap((node, index) => readFault(node, index, reading) ?? []);
  return {
    faults: read.flatMap((each) => ("fault" in each ? [each.fault] : [])),
    poison: read.flatMap((each) => ("poison" in each ? [each.poison] : [])),
  };
}

function behaviorOf(id: string, node: Node, reading: Reading): Behavior {
  const handler = reading.text(node, "handler");
  return { node, id, behavior: readBehavior(node, reading), ...(handler !== undefined && { handler }) };
}
