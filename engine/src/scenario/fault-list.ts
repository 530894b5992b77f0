/** Faults: which node has which, from when until when. A poison message is traffic of one. */
import { valueNode } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { Reading } from "./reading.ts";
import { readMessage } from "./traffic.ts";
import type { Fault, Traffic } from "./types.ts";

const KINDS = ["outage", "throttle", "slow", "duplicates", "poison"] as const;

/** What a fault of the list comes to. */
export type ReadFault = { readonly fault: Fault } | { readonly poison: Traffic };

export function readFault(node: Node, index: number, reading: Reading): ReadFault | undefined {
  const [kind, ...others] = KINDS.filter((each) => valueNode(node, each) !== undefined);
  const on = kind === undefined ? undefined : reading.text(node, kind);
  if (kind === undefined || on === undefined || others.length > 0) return undefined;
  if (kind === "poison") return { poison: readPoison(on, node, index, reading) };
  const fromMs = reading.durationMs(node, "from") ?? 0;
  const untilMs = reading.durationMs(node, "until");
  if (untilMs !== undefined && untilMs <= fromMs) {
    return reading.wrong(
      valueNode(node, "until") ?? node,
      "scenario-value",
      "The fault ends before it begins: `until` must be later than `from`.",
    );
  }
  const faults = {
    outage: () => ({ outage: true }),
    throttle: () => ({ throttleRate: reading.share(node, "rate") ?? 1 }),
    slow: () => ({ slowness: reading.count(node, "times") ?? 10 }),
    duplicates: () => ({ duplicateRate: reading.share(node, "rate") ?? 0.01 }),
  }[kind]();
  return { fault: { node, on, faults, fromMs, ...(untilMs !== undefined && { untilMs }) } };
}

function readPoison(to: string, node: Node, index: number, reading: Reading): Traffic {
  const [message] = reading.items(node, "message");
  const atMs = reading.durationMs(node, "at") ?? reading.durationMs(node, "from") ?? 0;
  return {
    node,
    name: `Poison${index === 0 ? "" : index + 1}`,
    to,
    arrivals: { replay: { timesMs: [0] } },
    fromMs: atMs,
    count: 1,
    batchSize: 1,
    messages: [message === undefined ? { body: "poison" } : readMessage(message, reading)],
  };
}
