/**
 * The queues of a document whose redrive can be tried: those of a template, or what a redrive policy in a file of its own
 * says of one. Each with the attributes that decide, where they stand, and what may stand there.
 */
import { isObject, type JsonValue } from "../../json.ts";
import type { Document } from "../../languages/types.ts";
import type { TextEdit } from "../../problem.ts";
import { resourceType } from "../../schema/resources.ts";
import { type TopologyNode, topologyOf } from "../../template/topology.ts";
import { valueNode, valueOf } from "../../text/navigate.ts";
import type { Node } from "../../text/tree.ts";
import { editOf, type Path } from "../scenario-edits.ts";
import type { RedriveCase } from "./types.ts";

const QUEUE = "AWS::SQS::Queue";

export type SettingName = "DelaySeconds" | "VisibilityTimeout" | "MessageRetentionPeriod" | "maxReceiveCount";

/** One attribute of a queue, or of its redrive policy. */
export interface RedriveSetting {
  readonly of: "queue" | "dead-letter-queue";
  readonly name: SettingName;
  readonly value: number;
  readonly minimum: number;
  readonly maximum: number;
  /** Seconds, or a count. */
  readonly unit: "s" | "";
  /** What it means. */
  readonly text: string;
  /** Where the document says so, or can; left out: it is not the document's to say, and only tried. */
  readonly path?: Path;
}

export interface RedriveSubject {
  /** JSON pointer of the queue in the document; empty where the document is a redrive policy. */
  readonly pointer: string;
  /** What a person calls it: logical id, or file. */
  readonly name: string;
  /** Undefined: there is none. */
  readonly deadLetterQueue: string | undefined;
  readonly settings: readonly RedriveSetting[];
  readonly start: number;
  readonly end: number;
}

/** In document order, those with a redrive policy first. None of documents of other kinds. */
export function redrivesIn(document: Document, uri: string): readonly RedriveSubject[] {
  if (document.kind === "redrive-policy") return [ofPolicy(document, uri)];
  if (document.kind !== "template" || document.template === undefined) return [];
  const { nodes } = topologyOf(document.template);
  const queues = nodes.filter(({ type, external }) => type === QUEUE && !external);
  const byArn = new Map(queues.map((queue) => [queue.arn, queue]));
  const { root } = document.parsed;
  const targets = new Set<string>();
  const subjects = queues.map((queue) => {
    const { RedrivePolicy: policy } = queue.properties;
    const target = isObject(policy) ? String(policy.deadLetterTargetArn ?? "") : undefined;
    const dead = target === undefined ? undefined : byArn.get(target);
    if (target !== undefined) targets.add(target);
    return ofQueue(root, queue, target, dead);
  });
  const isTried = ({ name }: RedriveSubject) => !queues.some(({ id, arn }) => id === name && targets.has(arn));
  const order = (subject: RedriveSubject) => (subject.deadLetterQueue === undefined ? 1 : 0);
  return subjects.filter(isTried).toSorted((a, b) => order(a) - order(b));
}

/** The edit of a document that gives a setting another value; undefined where that is not its own to say. */
export function changeRedriveSetting(
  { text, language }: Document,
  { path }: Pick<RedriveSetting, "path">,
  value: number,
): TextEdit | undefined {
  return path && editOf(text, language, path, value);
}

export interface Tried {
  readonly failures: number;
  readonly handlingSeconds: number;
}

/** What is simulated: the settings as they are now. */
export function redriveCaseOf({ deadLetterQueue, settings }: RedriveSubject, tried: Tried): RedriveCase {
  const valueIn = (of: RedriveSetting["of"], name: SettingName): number =>
    settings.find((setting) => setting.of === of && setting.name === name)?.value ?? 0;
  const queueOf = (of: RedriveSetting["of"]) => ({
    DelaySeconds: valueIn(of, "DelaySeconds"),
    VisibilityTimeout: valueIn(of, "VisibilityTimeout"),
    MessageRetentionPeriod: valueIn(of, "MessageRetentionPeriod"),
  });
  return {
    queue: queueOf("queue"),
    ...(deadLetterQueue !== undefined && {
      deadLetterQueue: queueOf("dead-letter-queue"),
      maxReceiveCount: valueIn("queue", "maxReceiveCount"),
    }),
    ...tried,
  };
}

const QUEUE_SETTINGS = ["DelaySeconds", "VisibilityTimeout", "MessageRetentionPeriod"] as const;
/** Nobody polls it by itself: how long messages are kept is what counts. */
const DEAD_SETTINGS = ["MessageRetentionPeriod"] as const;

function ofQueue(
  root: Node,
  queue: TopologyNode,
  target: string | undefined,
  dead: TopologyNode | undefined,
): RedriveSubject {
  const base: Path = ["Resources", queue.id, "Properties"];
  const { RedrivePolicy: policy } = queue.properties;
  const count = isObject(policy) ? policy.maxReceiveCount : undefined;
  const settings = QUEUE_SETTINGS.map((name) => settingOf(root, base, "queue", name, queue.properties[name]));
  const { id: deadId = target?.split(":").at(-1) } = dead ?? {};
  return {
    pointer: `/Resources/${queue.id}`,
    name: queue.id,
    deadLetterQueue: target === undefined ? undefined : deadId,
    start: queue.start,
    end: queue.end,
    settings: [
      ...settings,
      ...(target === undefined
        ? []
        : [countSetting(writable(root, [...base, "RedrivePolicy", "maxReceiveCount"]), count)]),
      ...(target === undefined
        ? []
        : DEAD_SETTINGS.map((name) =>
            settingOf(
              root,
              dead && ["Resources", dead.id, "Properties"],
              "dead-letter-queue",
              name,
              dead?.properties[name],
            ),
          )),
    ],
  };
}

/** Only the count stands in the file; the rest is AWS's defaults, to be tried. */
function ofPolicy({ parsed: { root }, text }: Document, uri: string): RedriveSubject {
  const count = valueNode(root, "maxReceiveCount");
  const arn = valueNode(root, "deadLetterTargetArn");
  return {
    pointer: "",
    name: decodeURIComponent(uri.slice(uri.lastIndexOf("/") + 1)),
    deadLetterQueue: arn?.kind === "string" ? (arn.value.split(":").at(-1) ?? "") : "dead-letter queue",
    start: 0,
    end: text.length,
    settings: [
      ...QUEUE_SETTINGS.map((name) => settingOf(root, undefined, "queue", name, undefined)),
      countSetting(writable(root, ["maxReceiveCount"]), count && valueOf(count)),
      ...DEAD_SETTINGS.map((name) => settingOf(root, undefined, "dead-letter-queue", name, undefined)),
    ],
  };
}

function settingOf(
  root: Node,
  base: Path | undefined,
  of: RedriveSetting["of"],
  name: (typeof QUEUE_SETTINGS)[number],
  value: JsonValue | undefined,
): RedriveSetting {
  const { minimum = 0, maximum = 0, default: preset = "0", text = "" } = resourceType(QUEUE)?.fields[name] ?? {};
  const path = base && writable(root, [...base, name]);
  return { of, name, value: numberOf(value, Number(preset)), minimum, maximum, unit: "s", text, ...(path && { path }) };
}

const COUNT_TEXT = "Receives after which a message that was not deleted is moved to the dead-letter queue.";

function countSetting(path: Path | undefined, value: JsonValue | undefined): RedriveSetting {
  const bounds = { minimum: 1, maximum: 1_000, unit: "", text: COUNT_TEXT } as const;
  return { of: "queue", name: "maxReceiveCount", value: numberOf(value, 3), ...bounds, ...(path && { path }) };
}

function numberOf(value: JsonValue | undefined, preset: number): number {
  const number = typeof value === "number" ? value : Number(value);
  return value === undefined || !Number.isFinite(number) ? preset : number;
}

/** The path, unless something stands there that is more than a number: a parameter, a condition. */
function writable(root: Node, path: Path): Path | undefined {
  let node: Node | undefined = root;
  for (const step of path) {
    node = valueNode(node, String(step));
    if (node === undefined) return path;
    if (node.kind === "object" && node.properties.some(({ key }) => /^(Ref$|Fn::)/.test(key.value))) return undefined;
  }
  return node?.kind === "number" || node?.kind === "string" || node?.kind === "missing" ? path : undefined;
}
