/** Names in a scenario that the simulated system does not have: of nodes, of their metrics, of what a metric tells. */
import type { Finding } from "../rules/finding.ts";
import { changeFix } from "../schema/fixes.ts";
import { closest } from "../schema/suggest.ts";
import type { Metric } from "../sim/metrics.ts";
import type { Node, StringNode } from "../text/tree.ts";
import { type KnownSystem, metricKindsOf } from "./known-system.ts";
import { type Mention, mentionsIn } from "./mentions.ts";

/** What can be asked of each kind of metric. */
export const PARTS: Readonly<Record<Metric["kind"], readonly string[]>> = {
  counter: ["total"],
  gauge: ["max", "mean", "last"],
  age: ["max", "last"],
  histogram: ["p50", "p90", "p95", "p99", "p999", "mean", "min", "max", "count"],
};

/** Nothing where the file that is simulated is missing: then every name would be. */
export function nameFindings(root: Node, known: KnownSystem): readonly Finding[] {
  if (known.isIncomplete) return [];
  return mentionsIn(root).flatMap((mention) => findingOf(mention, known) ?? []);
}

function findingOf(mention: Mention, known: KnownSystem): Finding | undefined {
  const { id, holds } = mention;
  if (!known.types.has(id)) return unknownNode(mention, known);
  const isMetric = holds === "metric-path" || holds === "shown-metric";
  return isMetric ? unknownMetric(mention, known) : undefined;
}

function unknownNode({ id, node, path }: Mention, { types, system }: KnownSystem): Finding {
  const there = system.topology.nodes.find((each) => each.id === id);
  const rule = "scenario-unknown-resource";
  if (there !== undefined) {
    const message = `\`${id}\` is ${article(there.type)} ${there.type}, which is not simulated.`;
    return { rule, node, message };
  }
  const near = closest(id, types.keys());
  const hint = near === undefined ? `It has ${listed(types.keys())}.` : `Did you mean \`${near}\`?`;
  const fixes = near === undefined ? [] : [changeFix(node, [near, ...path].join("."))];
  return { rule, node, message: `There is no \`${id}\` in what is simulated. ${hint}`, fixes };
}

function unknownMetric({ id, node, path }: Mention, known: KnownSystem): Finding | undefined {
  const own = metricKindsOf(known, id);
  const [name = "", of = partAskedBeside(node)] = path;
  const kind = Object.hasOwn(own, name) ? own[name] : undefined;
  const rule = "scenario-unknown-metric";
  if (kind === undefined) {
    const near = closest(name, Object.keys(own));
    const hint = near === undefined ? `It has ${listed(Object.keys(own))}.` : `Did you mean \`${near}\`?`;
    const fixes = near === undefined ? [] : [changeFix(node, [id, near, ...path.slice(1)].join("."))];
    return { rule, node, message: `\`${id}\` has no metric \`${name}\`. ${hint}`, fixes };
  }
  if (of === undefined || PARTS[kind].includes(of)) return undefined;
  const message = `\`${name}\` is ${article(kind)} ${kind}, which has no \`${of}\`: ask for its ${PARTS[kind].join(", ")}.`;
  return { rule, node, message };
}

const ALL_PARTS: ReadonlySet<string> = new Set(Object.values(PARTS).flat());

/** An expectation has the part of its metric as a field of its own: `{ metric: Orders.ageMs, p99: < 60s }`. */
function partAskedBeside({ parent }: StringNode): string | undefined {
  if (parent?.kind !== "property") return undefined;
  return parent.parent.properties.find(({ key }) => ALL_PARTS.has(key.value))?.key.value;
}

function article(noun: string): string {
  return /^[aeiou]/i.test(noun) ? "an" : "a";
}

/** As many names as a person reads. */
const LISTED = 12;

function listed(names: Iterable<string>): string {
  const all = [...names];
  const more = all.length > LISTED ? `, and ${all.length - LISTED} more` : "";
  return all.length === 0 ? "nothing" : `${all.slice(0, LISTED).join(", ")}${more}`;
}
