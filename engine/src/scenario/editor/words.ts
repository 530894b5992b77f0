/** What there is to say of the names and amounts of a scenario, as Markdown. */
import { code, docLink, paragraphs, plain } from "../../editor/markdown.ts";
import { ownEntry } from "../../json.ts";
import { NODES } from "../../schema/generated/nodes.ts";
import { resourceField, resourceKind, resourceType } from "../../schema/resources.ts";
import type { Holds } from "../../schema/types.ts";
import { PLACEHOLDERS } from "../../services/producers/message-template.ts";
import { duration, round } from "../../services/sentences.ts";
import { fieldMarkdown } from "../../template/features/hover.ts";
import { type KnownSystem, metricKindsOf } from "../known-system.ts";
import type { Mention } from "../mentions.ts";
import { PARTS } from "../names.ts";
import { durationMs, perSecond } from "../units.ts";

/** A node, its metric or its setting; undefined for a name that the system does not have. */
export function mentionMarkdown(mention: Mention, known: KnownSystem): string | undefined {
  const { id, path, holds } = mention;
  const type = known.types.get(id);
  if (type === undefined) return undefined;
  const [name] = path;
  if (name === undefined) return nodeMarkdown(id, type);
  return holds === "setting-path" ? settingMarkdown(mention, known) : metricMarkdown(id, name, known);
}

/** Types of nodes that no template knows, in words. */
const OWN_TYPES: Readonly<Record<string, string>> = {
  "Sluice::Producer": "traffic",
  "Sluice::WorkerGroup": "consumers",
  "AWS::AutoScaling::AutoScalingGroup": "what scales the consumers",
};

export function typeText(type: string): string {
  return ownEntry(OWN_TYPES, type) ?? type;
}

function nodeMarkdown(id: string, type: string): string {
  const resource = ownEntry(OWN_TYPES, type) === undefined ? resourceType(type) : undefined;
  const names = Object.keys(ownEntry(NODES, type)?.metrics ?? {});
  const metrics = names.length === 0 ? "" : `Metrics: ${names.map(code).join(", ")}.`;
  return paragraphs(
    `**${plain(id)}**: ${plain(typeText(type))}`,
    resource?.text,
    metrics,
    resource && docLink(resource.link),
  );
}

function metricMarkdown(id: string, name: string, known: KnownSystem): string | undefined {
  const kind = metricKindsOf(known, id)[name];
  const type = known.types.get(id) ?? "";
  if (kind === undefined) return undefined;
  const unit = name.endsWith("Ms") ? " · milliseconds" : "";
  const text = metricText(type, name);
  return paragraphs(
    `**${plain(name)}** (${plain(id)}, ${plain(typeText(type))}): ${kind}${unit}`,
    sentence(text),
    `Has ${PARTS[kind].map(code).join(", ")}.`,
  );
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

export function metricText(type: string, name: string): string {
  return ownEntry(NODES, type)?.metrics[name] ?? "";
}

/** A property of a resource, through its property types. */
function settingMarkdown({ id, path }: Mention, { types }: KnownSystem): string | undefined {
  const type = resourceType(types.get(id) ?? "");
  const name = path.at(-1);
  if (type === undefined || name === undefined) return undefined;
  let kind = type;
  for (const step of path.slice(0, -1)) {
    const inner = resourceKind(type, resourceField(kind, step)?.object);
    if (inner === undefined) return undefined;
    kind = { ...type, ...inner };
  }
  const field = resourceField(kind, name);
  return field && fieldMarkdown(name, field, kind, id);
}

/** The same amount in other words: `20/s` is 1,200 a minute. Undefined for what cannot be read, or needs no words. */
export function amountMarkdown(holds: Holds, written: string): string | undefined {
  if (holds === "time") {
    const ms = durationMs(written);
    return ms === undefined ? undefined : `${duration(ms)}${ms < 1_000 ? "" : ` · ${thousands(ms / 1_000)} seconds`}`;
  }
  const rate = holds === "rate" ? perSecond(written) : undefined;
  if (rate === undefined) return undefined;
  return `${thousands(rate)} a second · ${thousands(rate * 60)} a minute · ${thousands(rate * 3_600)} an hour`;
}

/** "1,200" */
export function thousands(amount: number): string {
  const [whole = "", rest] = String(round(amount)).split(".");
  const grouped = whole.replace(/\B(?=(?:\d{3})+$)/g, ",");
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

/** What stands in the place of a placeholder of a message; undefined for an unknown one. */
export function placeholderMarkdown(name: string): string | undefined {
  const placeholder = Object.hasOwn(PLACEHOLDERS, name) ? PLACEHOLDERS[name] : undefined;
  const { form, text } = placeholder ?? {};
  return text && paragraphs(`**\${${form}}**`, `${sentence(text)} Filled in anew for each message.`);
}
