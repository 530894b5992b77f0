/**
 * What can be set at a node of a flow, and where it is written: properties of its resource, which the scenario can put over
 * the template's; what the scenario says of its code, consumers and traffic.
 */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import type { ResourceField } from "../schema/resource-types.ts";
import { resourceType } from "../schema/resources.ts";
import type { TopologyNode } from "../template/topology.ts";
import { nodeAt, segmentsOf, valueNode } from "../text/navigate.ts";
import type { Flow } from "./flow.ts";
import type { Path } from "./scenario-edits.ts";

export interface Setting {
  readonly label: string;
  readonly kind: "number" | "boolean" | "text" | "choice";
  /** As it holds now; undefined: the default does. */
  readonly value: JsonValue | undefined;
  readonly default?: string;
  readonly choices?: readonly string[];
  readonly unit?: string;
  readonly minimum?: number;
  readonly maximum?: number;
  /** What it means. */
  readonly text?: string;
  /** Where the scenario says so, or can. */
  readonly scenarioPath: Path;
  /** Where the template says so, or can. */
  readonly templatePath?: Path;
}

/** Those of a node, or of what connects two nodes: by logical id. */
export function settingsOf(flow: Flow, id: string): readonly Setting[] {
  const node = flow.system.topology.nodes.find((each) => each.id === id);
  return [...(node === undefined ? [] : resourceSettings(flow, node)), ...scenarioSettings(flow, id)];
}

// --- properties of resources

function resourceSettings(flow: Flow, node: TopologyNode): readonly Setting[] {
  const type = resourceType(node.type);
  const base = propertiesPath(flow, node);
  if (type === undefined || base === undefined) return [];
  const own = Object.entries(type.fields).flatMap(([name, field]) => {
    return settingOf(flow, base, [name], field, node.properties[name]) ?? [];
  });
  return [...nestedSettings(flow, base, node), ...own];
}

/** Numbers that stand deeper in the properties that are written. */
function nestedSettings(flow: Flow, base: Path, { properties, type }: TopologyNode): readonly Setting[] {
  const { RedrivePolicy: redrive } = properties;
  if (type !== "AWS::SQS::Queue" || !isObject(redrive)) return [];
  const field: ResourceField = {
    text: "Receives after which a message is moved to the dead-letter queue.",
    types: ["integer"],
    minimum: 1,
    maximum: 1_000,
  };
  return [settingOf(flow, base, ["RedrivePolicy", "maxReceiveCount"], field, redrive.maxReceiveCount)].flatMap(
    (each) => each ?? [],
  );
}

function settingOf(
  { open }: Flow,
  base: Path,
  steps: readonly string[],
  field: ResourceField,
  value: JsonValue | undefined,
): Setting | undefined {
  const kind = kindOf(field);
  if (kind === undefined) return undefined;
  const path = [...base, ...steps];
  return {
    label: steps.join("."),
    kind,
    value,
    text: field.text,
    ...(field.default !== undefined && { default: field.default }),
    ...(field.enum !== undefined && { choices: field.enum.map((each) => each.value) }),
    ...(field.unit !== undefined && { unit: field.unit }),
    ...(field.minimum !== undefined && { minimum: field.minimum }),
    ...(field.maximum !== undefined && { maximum: field.maximum }),
    scenarioPath: ["resources", ...path],
    ...(open.subject.kind === "template" && { templatePath: ["Resources", ...path] }),
  };
}

function kindOf({ types, enum: choices }: ResourceField): Setting["kind"] | undefined {
  if (choices !== undefined) return "choice";
  if (types?.includes("integer") || types?.includes("number")) return "number";
  return types?.includes("boolean") ? "boolean" : undefined;
}

/** Below `Resources`: of what SAM makes, those of the event that it makes it of. */
function propertiesPath({ open, system }: Flow, { id, start, madeBy }: TopologyNode): Path | undefined {
  const { parsed, kind } = open.subject;
  const isWritten = valueNode(valueNode(parsed.root, "Resources"), id) !== undefined;
  if (isWritten || kind !== "template" || madeBy === undefined) return [id, "Properties"];
  if (system.topology.nodes.some((each) => each.id === madeBy && each.start === start)) return undefined;
  const at = nodeAt(parsed.root, start);
  const segments = at === undefined ? [] : segmentsOf(at);
  return segments[0] === "Resources" && segments.length > 2 ? [...segments.slice(1), "Properties"] : undefined;
}

// --- what the scenario says

/** Fields that are offered also where they are not written, with what holds then. */
const OF_FUNCTIONS: Readonly<Record<string, string>> = { duration: "", fails: "0%", coldStart: "" };
const OF_CONSUMERS: Readonly<Record<string, string>> = {
  workers: "1",
  batch: "1",
  duration: "",
  fails: "0%",
  visibilityTimeout: "",
};

function scenarioSettings({ open, system }: Flow, id: string): readonly Setting[] {
  const { data, scenario } = open;
  const { type } = system.specs.find((each) => each.id === id) ?? {};
  const consumer = objectAt(data, "consumers", id);
  if (consumer !== undefined) return fieldsOf(["consumers", id], consumer, OF_CONSUMERS);
  const traffic = scenario.traffic.findIndex(({ name }) => name === id);
  const list = data.traffic;
  const item = Array.isArray(list) ? list[traffic] : undefined;
  if (isObject(item)) return fieldsOf(["traffic", traffic], item, {});
  const offered = type === "AWS::Lambda::Function" ? OF_FUNCTIONS : {};
  return fieldsOf(["behavior", id], objectAt(data, "behavior", id) ?? {}, offered);
}

function objectAt(data: JsonObject, section: string, id: string): JsonObject | undefined {
  const at = data[section];
  const own = isObject(at) ? at[id] : undefined;
  return isObject(own) ? own : undefined;
}

function fieldsOf(base: Path, written: JsonObject, offered: Readonly<Record<string, string>>): readonly Setting[] {
  const names = [...new Set([...Object.keys(offered), ...Object.keys(written)])];
  return names.flatMap((name): readonly Setting[] => {
    const value = written[name];
    if (value !== undefined && typeof value === "object" && value !== null) return [];
    const kind = typeof value === "number" ? "number" : typeof value === "boolean" ? "boolean" : "text";
    const preset = offered[name];
    return [{ label: name, kind, value, ...(preset && { default: preset }), scenarioPath: [...base, name] }];
  });
}
