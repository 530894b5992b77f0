/**
 * CloudFormation's intrinsic functions in a template's tree, whichever way they are written: `!GetAtt A.Arn`,
 * `{"Fn::GetAtt": ["A", "Arn"]}`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import type { Node, StringNode } from "../text/tree.ts";

export interface Intrinsic {
  /** "Ref", "Condition", or with `Fn::`. */
  readonly name: string;
  readonly argument: Node;
  /** All of it. */
  readonly node: Node;
}

const LOOP = /^Fn::ForEach::[A-Za-z0-9]+$/;

/** The function that a node calls; undefined for plain values. */
export function intrinsicOf(node: Node | undefined): Intrinsic | undefined {
  if (node === undefined) return undefined;
  if (node.kind === "string") return node.sub ? { name: "Fn::Sub", argument: node, node } : undefined;
  if (node.kind === "placeholder") return shortForm(node, node.name, node.argument);
  if (node.kind !== "object" || node.properties.length !== 1) return undefined;
  const [only] = node.properties;
  const name = only?.key.value ?? "";
  if (only === undefined || !isFunctionName(name, only.value)) return undefined;
  return { name, argument: only.value, node };
}

function shortForm(node: Node, tag: string, argument: Node | undefined): Intrinsic | undefined {
  if (argument === undefined) return undefined;
  // `!Sub ${Name}` is a placeholder of that name.
  const isSub = argument.kind === "string" && argument.sub === true;
  if (isSub) return { name: "Fn::Sub", argument, node };
  return { name: tag === "Ref" || tag === "Condition" ? tag : `Fn::${tag}`, argument, node };
}

function isFunctionName(name: string, argument: Node): boolean {
  // IAM's policies have a Condition of their own, which is an object.
  return name === "Ref" || (name === "Condition" && argument.kind === "string") || /^Fn::[A-Za-z]+$/.test(name);
}

/** True for the key of a loop over resources, properties, ... */
export function isLoopKey(key: string): boolean {
  return LOOP.test(key);
}

/** `!GetAtt A.B.C`, `[A, "B.C"]`: the resource's name and the attribute's, each with the string that holds it. */
export interface GetAtt {
  readonly id: string;
  readonly idNode: StringNode;
  readonly attribute: string;
  readonly attributeNode: StringNode | undefined;
  /** Where `attribute` begins in the value of its string. */
  readonly attributeIndex: number;
}

export function getAttOf({ name, argument }: Intrinsic): GetAtt | undefined {
  if (name !== "Fn::GetAtt") return undefined;
  if (argument.kind === "string") {
    const dot = argument.value.indexOf(".");
    const id = dot < 0 ? argument.value : argument.value.slice(0, dot);
    const attribute = dot < 0 ? "" : argument.value.slice(dot + 1);
    return { id, idNode: argument, attribute, attributeNode: argument, attributeIndex: dot + 1 || id.length };
  }
  if (argument.kind !== "array") return undefined;
  const [idNode, attributeNode] = argument.items;
  if (idNode?.kind !== "string") return undefined;
  const isText = attributeNode?.kind === "string";
  return {
    id: idNode.value,
    idNode,
    attribute: isText ? attributeNode.value : "",
    attributeNode: isText ? attributeNode : undefined,
    attributeIndex: 0,
  };
}

/** One `${...}` of a text that `Fn::Sub` fills in. */
export interface SubVariable {
  /** Without a dot: what `Ref` takes; with one: what `Fn::GetAtt` takes. */
  readonly name: string;
  /** Of the name, in the string's value. */
  readonly start: number;
  readonly end: number;
}

const SUB_VARIABLE = /\$\{(?!!)\s*([^${}!\s][^${}]*?)\s*\}/g;

/** The variables of a text; `${!Literal}` stays as it is, without the exclamation mark. */
export function subVariables(text: string): readonly SubVariable[] {
  if (!text.includes("${")) return [];
  const variables: SubVariable[] = [];
  for (const match of text.matchAll(SUB_VARIABLE)) {
    const name = match[1] as string;
    const start = match.index + match[0].indexOf(name, 2);
    variables.push({ name, start, end: start + name.length });
  }
  return variables;
}

/** The text of `Fn::Sub`, and the variables that it defines itself. */
export interface Sub {
  readonly text: StringNode;
  readonly own: Extract<Node, { kind: "object" }> | undefined;
}

export function subOf({ name, argument }: Intrinsic): Sub | undefined {
  if (name !== "Fn::Sub") return undefined;
  if (argument.kind === "string") return { text: argument, own: undefined };
  if (argument.kind !== "array") return undefined;
  const [text, own] = argument.items;
  if (text?.kind !== "string") return undefined;
  return { text, own: own?.kind === "object" ? own : undefined };
}
