/** Names in a scenario that the simulated system does not have: of nodes, settings, metrics, of what a metric tells. */
import type { Finding } from "../rules/finding.ts";
import { changeFix } from "../schema/fixes.ts";
import { resourceField, resourceType } from "../schema/resources.ts";
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
  if (holds === "setting-path") return unknownSetting(mention, known);
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

/** What SAM makes has no settings of its own in a template, and SAM's own types have other settings than what they become. */
const SAM_MAKES =
  /^AWS::(?:Lambda::Function|StepFunctions::StateMachine|DynamoDB::Table|ApiGateway::RestApi|ApiGatewayV2::Api)$/;

/** A sweep over a setting that nothing has would give the same row again and again. */
function unknownSetting({ id, node, path }: Mention, { types, system }: KnownSystem): Finding | undefined {
  const rule = "scenario-unknown-setting";
  const made = system.topology.nodes.find((each) => each.id === id)?.madeBy;
  if (made !== undefined) {
    const written = `${made}.Events.${id.slice(made.length)}.Properties`;
    const message = `\`${id}\` is what SAM makes of an event of \`${made}\`: a setting is named as the template has it, \`${[written, ...path].join(".")}\`.`;
    return { rule, node, message, fixes: [changeFix(node, [written, ...path].join("."))] };
  }
  const type = types.get(id) ?? "";
  const known = SAM_MAKES.test(type) ? undefined : resourceType(type);
  const [name] = path;
  if (known === undefined || (name !== undefined && resourceField(known, name) !== undefined)) return undefined;
  if (name === undefined) {
    return {
      rule,
      node,
      message: `A sweep sets a property of \`${id}\`: name it, as in \`${id}.${Object.keys(known.fields)[0]}\`.`,
    };
  }
  const near = closest(name, Object.keys(known.fields));
  const hint = near === undefined ? "" : ` Did you mean \`${near}\`?`;
  const fixes = near === undefined ? [] : [changeFix(node, [id, near, ...path.slice(1)].join("."))];
  return { rule, node, message: `${type} has no property \`${name}\`.${hint}`, fixes };
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
