/** What checks of redrive policies know of the queues around, and what an ARN of a queue says. */
import { isFilledIn } from "../patterns/filled-in.ts";
import type { Node } from "../text/tree.ts";

export interface QueueFacts {
  readonly arn: string;
  readonly fifo: boolean;
  /** Of a dead-letter queue: who may use it, as data. Left out: all may. */
  readonly redriveAllowPolicy?: { readonly redrivePermission?: string; readonly sourceQueueArns?: readonly string[] };
}

export interface QueueArn {
  readonly region: string;
  readonly account: string;
  readonly name: string;
  readonly fifo: boolean;
}

const QUEUE_ARN = /^arn:[^:]+:sqs:([^:]+):(\d{12}):([\w-]{1,80}(?:\.fifo)?)$/;

/** The parts of a queue's ARN; undefined for what is none. */
export function readQueueArn(text: string): QueueArn | undefined {
  const [, region, account, name] = QUEUE_ARN.exec(text) ?? [];
  if (region === undefined || account === undefined || name === undefined) return undefined;
  return { region, account, name, fifo: name.endsWith(".fifo") };
}

/** The text of a node, where it is a final one: nothing is filled in later. */
export function finalText(node: Node | undefined): string | undefined {
  return node?.kind === "string" && !node.value.includes("${") ? node.value : undefined;
}

/** Whether nothing can be said of a node yet: it is missing, or is filled in later, whole or in parts. */
export function isOpen(node: Node): boolean {
  return node.kind === "missing" || isFilledIn(node) || (node.kind === "string" && finalText(node) === undefined);
}

export function typeOf(fifo: boolean): string {
  return fifo ? "FIFO" : "standard";
}
