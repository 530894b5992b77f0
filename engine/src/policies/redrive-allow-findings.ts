/**
 * RedriveAllowPolicy of an SQS queue: which queues may use it as their dead-letter queue.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_SetQueueAttributes.html
 */
import { MAX_SOURCE_QUEUES } from "../limits.ts";
import { isFilledIn } from "../patterns/filled-in.ts";
import type { Finding } from "../rules/finding.ts";
import { addFix, removeFix, replaceFix } from "../schema/fixes.ts";
import { closest } from "../schema/suggest.ts";
import { property, valueOf } from "../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../text/tree.ts";
import { finalText, isOpen, readQueueArn } from "./queues.ts";
import { headOf, unknownFields } from "./redrive-findings.ts";

const PERMISSIONS = ["allowAll", "denyAll", "byQueue"] as const;
const FIELDS = ["redrivePermission", "sourceQueueArns"] as const;
const UNSUPPORTED = "Amazon SQS can't create the redrive allow policy, as it's in an unsupported format.";

/** In AWS's order; `aws` is the reason that AWS gives, empty where its words are not known. */
export function redriveAllowFindings(root: Node): readonly Finding[] {
  if (isFilledIn(root)) return [];
  if (root.kind !== "object") {
    return [
      {
        rule: "redrive-object",
        node: root,
        message: 'A redrive allow policy is an object: {"redrivePermission": "allowAll"}.',
        aws: UNSUPPORTED,
      },
    ];
  }
  const permission = property(root, "redrivePermission");
  const sources = property(root, "sourceQueueArns");
  const findings = [...permissionFindings(root, permission), ...unknownFields(root, FIELDS)];
  return [...findings, ...sourceFindings(root, finalText(permission?.value), sources)];
}

function permissionFindings(root: ObjectNode, permission: Property | undefined): readonly Finding[] {
  if (permission === undefined) {
    const fix = addFix("Allow the queues that are named", root, '"redrivePermission": "byQueue"');
    return [
      {
        rule: "redrive-permission",
        node: root,
        range: headOf(root),
        message: "redrivePermission is missing: allowAll, denyAll or byQueue.",
        aws: UNSUPPORTED,
        fixes: fix === undefined || property(root, "sourceQueueArns") === undefined ? [] : [fix],
      },
    ];
  }
  const { value } = permission;
  const text = finalText(value);
  if (isOpen(value) || PERMISSIONS.some((known) => known === text)) return [];
  const near = text === undefined ? undefined : closest(text, PERMISSIONS);
  return [
    {
      rule: "redrive-permission",
      node: value,
      message: `redrivePermission is allowAll, denyAll or byQueue, not ${JSON.stringify(valueOf(value))}.`,
      aws: UNSUPPORTED,
      fixes: near === undefined ? [] : [replaceFix(`Change to ${near}`, value, JSON.stringify(near))],
    },
  ];
}

function sourceFindings(
  root: ObjectNode,
  permission: string | undefined,
  sources: Property | undefined,
): readonly Finding[] {
  if (permission === undefined) return [];
  if (permission !== "byQueue") {
    const isKnown = PERMISSIONS.some((known) => known === permission);
    return sources === undefined || !isKnown ? [] : [needless(permission, sources)];
  }
  if (sources === undefined) {
    return [
      {
        rule: "redrive-source-queues",
        node: root,
        range: headOf(root),
        message: NEEDS_QUEUES,
        aws: BY_QUEUE_NEEDS_ARNS,
      },
    ];
  }
  const { value } = sources;
  if (value.kind !== "array") {
    if (isFilledIn(value) || value.kind === "missing") return [];
    const fixes =
      value.kind === "string" ? [replaceFix("Put it into a list", value, `[${JSON.stringify(value.value)}]`)] : [];
    return [
      {
        rule: "redrive-source-queues",
        node: value,
        message: "sourceQueueArns is a list of ARNs of queues.",
        aws: UNSUPPORTED,
        fixes,
      },
    ];
  }
  const { items } = value;
  if (items.length === 0)
    return [{ rule: "redrive-source-queues", node: value, message: NEEDS_QUEUES, aws: BY_QUEUE_NEEDS_ARNS }];
  if (items.length > MAX_SOURCE_QUEUES) {
    const message = `sourceQueueArns names ${items.length} queues; AWS takes ${MAX_SOURCE_QUEUES}. To let more in, allow all: "redrivePermission": "allowAll".`;
    return [{ rule: "redrive-source-queues", node: value, message, aws: "" }];
  }
  return items.flatMap(arnFindings);
}

const NEEDS_QUEUES = `byQueue names the queues that it lets in: sourceQueueArns with 1 to ${MAX_SOURCE_QUEUES} ARNs.`;
const BY_QUEUE_NEEDS_ARNS =
  "Amazon SQS can't create the redrive allow policy. When you specify the byQueue permission type, you must also specify one or more sourceQueueArns values.";

function needless(permission: string, sources: Property): Finding {
  return {
    rule: "redrive-source-queues",
    node: sources.key,
    message: `sourceQueueArns goes with byQueue only; ${permission} needs no list.`,
    aws: "",
    fixes: [removeFix(sources)],
  };
}

function arnFindings(node: Node): readonly Finding[] {
  const text = finalText(node);
  if (isOpen(node) || (text !== undefined && readQueueArn(text) !== undefined)) return [];
  return [{ rule: "redrive-source-queues", node, message: "This is no ARN of an SQS queue.", aws: "" }];
}
