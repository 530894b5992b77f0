/**
 * RedrivePolicy of an SQS queue: where a message goes that has been received too often.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html
 */
import { MAX_RECEIVE_COUNT } from "../limits.ts";
import { isFilledIn } from "../patterns/filled-in.ts";
import type { Finding } from "../rules/finding.ts";
import { addFix, renameFix, replaceFix } from "../schema/fixes.ts";
import { closest } from "../schema/suggest.ts";
import { valueNode, valueOf } from "../text/navigate.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { finalText, type QueueFacts, readQueueArn, typeOf } from "./queues.ts";

/** What is known around a RedrivePolicy. */
export interface RedriveContext {
  /** The queue that has the policy. */
  readonly queue?: { readonly arn?: string; readonly fifo: boolean };
  /** All queues there are. Left out: whether a queue exists is not judged. */
  readonly queues?: readonly QueueFacts[];
}

const FIELDS = ["deadLetterTargetArn", "maxReceiveCount"] as const;

/** In AWS's order; `aws` is the reason that AWS gives, empty where its words are not known. */
export function redriveFindings(root: Node, context: RedriveContext): readonly Finding[] {
  if (isFilledIn(root)) return [];
  if (root.kind !== "object") {
    return [
      {
        rule: "redrive-object",
        node: root,
        message: 'A redrive policy is an object: {"deadLetterTargetArn": "arn:aws:sqs:...", "maxReceiveCount": 5}.',
        aws: "Redrive policy is not a valid JSON map.",
      },
    ];
  }
  return [
    ...missingFields(root),
    ...countFindings(valueNode(root, "maxReceiveCount")),
    ...targetFindings(valueNode(root, "deadLetterTargetArn"), context),
    ...unknownFields(root, FIELDS),
  ];
}

/** AWS asks for the count first, although its reference gives a default for it. */
function missingFields(root: ObjectNode): readonly Finding[] {
  const missing = FIELDS.filter((name) => valueNode(root, name) === undefined).reverse();
  return missing.map((name) => {
    const finding = {
      rule: "redrive-missing-field",
      aws: `Redrive policy does not contain mandatory attribute: ${name}.`,
    };
    const misspelt = root.properties.find(({ key }) => closest(key.value, FIELDS) === name)?.key;
    if (misspelt !== undefined) {
      const message = `${name} is missing; there is ${misspelt.value} instead.`;
      return { ...finding, node: misspelt, message, fixes: [renameFix(misspelt, name)] };
    }
    const fix = name === "maxReceiveCount" ? addFix("Add maxReceiveCount 5", root, '"maxReceiveCount": 5') : undefined;
    return {
      ...finding,
      node: root,
      range: headOf(root),
      message: MISSING[name],
      fixes: fix === undefined ? [] : [fix],
    };
  });
}

const MISSING = {
  maxReceiveCount:
    "maxReceiveCount is missing: after so many receives a message goes to the dead-letter queue. AWS wants it, although its reference gives 10 as the default.",
  deadLetterTargetArn: "deadLetterTargetArn is missing: the queue that messages go to.",
} as const;

/** The first key, or the bracket of an object without any: all of the object underlined helps nobody. */
export function headOf(root: ObjectNode): { start: number; end: number } {
  const { start, end } = root.properties[0]?.key ?? root;
  return { start, end };
}

/** A whole number as texts hold it: neither blanks nor exponents nor other bases, which `Number` would read. */
const DIGITS = /^\d+$/;

/** AWS takes a number, or a text of one. */
function countFindings(node: Node | undefined): readonly Finding[] {
  if (node === undefined || node.kind === "missing" || isFilledIn(node)) return [];
  const value = valueOf(node);
  if (typeof value === "string" && value.includes("${")) return [];
  const count = typeof value === "string" ? Number(value) : value;
  const isCount = typeof count === "number" && Number.isInteger(count) && count >= 1 && count <= MAX_RECEIVE_COUNT;
  if (isCount && (typeof value !== "string" || DIGITS.test(value))) return [];
  const nearest =
    typeof count === "number" && Number.isFinite(count) && value !== ""
      ? Math.min(Math.max(Math.round(count), 1), MAX_RECEIVE_COUNT)
      : 5;
  return [
    {
      rule: "redrive-count",
      node,
      message: `maxReceiveCount is a whole number from 1 to ${MAX_RECEIVE_COUNT}, not ${JSON.stringify(value)}.`,
      aws: `Invalid value for maxReceiveCount: ${value}, valid values are from 1 to 1000 both inclusive.`,
      fixes: [replaceFix(`Change to ${nearest}`, node, String(nearest))],
    },
  ];
}

function targetFindings(node: Node | undefined, { queue, queues }: RedriveContext): readonly Finding[] {
  if (node === undefined || node.kind === "missing" || isFilledIn(node)) return [];
  if (node.kind !== "string") return [wrongTarget(node)];
  const text = finalText(node);
  if (text === undefined) return [];
  const target = readQueueArn(text);
  if (target === undefined) return [wrongTarget(node)];
  const source = queue?.arn === undefined ? undefined : readQueueArn(queue.arn);
  if (source !== undefined && (source.region !== target.region || source.account !== target.account)) {
    return [elsewhere(node, source.account === target.account ? "Region" : "account")];
  }
  const known = queues?.find(({ arn }) => arn === text);
  if (queues !== undefined && known === undefined) return [noSuchQueue(node, text, queues)];
  const fifo = known?.fifo ?? target.fifo;
  if (queue !== undefined && queue.fifo !== fifo) return [otherType(node, queue.fifo, fifo)];
  return known === undefined || queue?.arn === undefined ? [] : permissionFindings(node, known, queue.arn);
}

function wrongTarget(node: Node): Finding {
  const value = valueOf(node);
  const topic = typeof value === "string" && /^arn:[^:]+:sns:/.test(value);
  return {
    rule: "redrive-target",
    node,
    message: topic
      ? "A dead-letter queue is an SQS queue, not a topic."
      : "deadLetterTargetArn is the ARN of an SQS queue, such as arn:aws:sqs:us-east-1:123456789012:orders-dlq.",
    aws: "Invalid value for deadLetterTargetArn.",
  };
}

function elsewhere(node: Node, what: "Region" | "account"): Finding {
  return {
    rule: "redrive-elsewhere",
    node,
    message: `The dead-letter queue is in another ${what} than its source. AWS advises against it, and has refused it until lately.`,
  };
}

function noSuchQueue(node: Node, arn: string, queues: readonly QueueFacts[]): Finding {
  const near = closest(
    arn,
    queues.map((queue) => queue.arn),
  );
  return {
    rule: "redrive-no-such-queue",
    node,
    message: `There is no queue ${arn}.`,
    // https://github.com/serverless/serverless/issues/5215
    aws: "Dead letter target does not exist.",
    fixes: near === undefined ? [] : [replaceFix(`Change to ${near}`, node, JSON.stringify(near))],
  };
}

function otherType(node: Node, sourceIsFifo: boolean, targetIsFifo: boolean): Finding {
  return {
    rule: "redrive-queue-type",
    node,
    message: `The dead-letter queue of a ${typeOf(sourceIsFifo)} queue is a ${typeOf(sourceIsFifo)} queue too; this is a ${typeOf(targetIsFifo)} one.`,
    aws: "Dead-letter queue must be same type of queue as the source.",
  };
}

function permissionFindings(node: Node, { redriveAllowPolicy }: QueueFacts, source: string): readonly Finding[] {
  const { redrivePermission = "allowAll", sourceQueueArns = [] } = redriveAllowPolicy ?? {};
  if (redrivePermission === "allowAll" || sourceQueueArns.includes(source)) return [];
  return [
    {
      rule: "redrive-not-allowed",
      node,
      message:
        redrivePermission === "denyAll"
          ? "The RedriveAllowPolicy of that queue lets no queue use it as dead-letter queue."
          : `The RedriveAllowPolicy of that queue does not name ${source}.`,
      aws: "",
    },
  ];
}

/** Fields that AWS does not know. */
export function unknownFields(root: ObjectNode, known: readonly string[]): readonly Finding[] {
  return root.properties.flatMap(({ key }) => {
    if (known.includes(key.value)) return [];
    const near = closest(key.value, known);
    return [
      {
        rule: "redrive-unknown-field",
        node: key,
        message: `There is no field ${key.value} here. ${near === undefined ? `The fields are ${known.join(" and ")}.` : `Did you mean ${near}?`}`,
        fixes: near === undefined ? [] : [renameFix(key, near)],
      },
    ];
  });
}
