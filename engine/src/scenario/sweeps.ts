/** Sweeps: which settings take which values, over how many seeds, and what is shown of each. */
import { MAX_SWEEP_RUNS } from "../limits.ts";
import { valueNode, valueOf } from "../text/navigate.ts";
import type { Node } from "../text/tree.ts";
import type { Reading } from "./reading.ts";
import type { Sweep } from "./types.ts";

/** Seeds of each combination unless it is said. */
const DEFAULT_SEEDS = 5;

export function readSweep(node: Node, reading: Reading): Sweep | undefined {
  const vary = reading.members(node, "vary").map(({ key, node: values }) => ({
    path: key,
    values: (values.kind === "array" ? values.items : [values]).map(valueOf),
    node: values,
  }));
  const given = valueNode(node, "vary");
  if (vary.length === 0) {
    const message = "Say what varies: `vary: { Queue.RedrivePolicy.maxReceiveCount: [1, 3, 10] }`.";
    return given && reading.wrong(given, "scenario-value", message);
  }
  const seeds = reading.count(node, "seeds") ?? DEFAULT_SEEDS;
  const runs = vary.reduce((product, { values }) => product * values.length, seeds);
  if (runs > MAX_SWEEP_RUNS) {
    return reading.wrong(
      given ?? node,
      "scenario-value",
      `These are ${runs} simulations; a sweep has at most ${MAX_SWEEP_RUNS}.`,
    );
  }
  const show = reading
    .items(node, "show")
    .flatMap((item) => (item.kind === "string" ? [{ path: item.value, node: item }] : []));
  return { node, seeds, vary, show };
}
