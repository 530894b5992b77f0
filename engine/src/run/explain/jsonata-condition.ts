/**
 * A JSONata condition, explained: taken apart at its `and`, `or` and `$not(...)`, each part evaluated by itself.
 * https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html
 */
import type { JsonValue } from "../../json.ts";
import type { AstNode } from "../../jsonata/ast.ts";
import { evaluateJsonata } from "../../jsonata/evaluate.ts";
import { isJsonataMistake, parseJsonata } from "../../jsonata/parse.ts";
import { combined } from "./combine.ts";
import { compared, JSONATA_RELATIONS, shown, typeWord } from "./sentences.ts";
import type { ExplainedTest, ReadValue } from "./types.ts";
import type { World } from "./world.ts";

/** Beyond this nothing is taken apart any more. */
const MAX_DEPTH = 12;

/** `text` without `{% %}`. */
export function explainCondition(text: string, world: World): Promise<ExplainedTest> {
  return explain(text.trim(), world, 0);
}

async function explain(text: string, world: World, depth: number): Promise<ExplainedTest> {
  const parts = depth < MAX_DEPTH ? partsOf(text) : undefined;
  if (parts !== undefined) {
    const explained: ExplainedTest[] = [];
    for (const part of parts.texts) explained.push(await explain(part, world, depth + 1));
    return parts.kind === "same" ? (explained[0] as ExplainedTest) : combined(parts.kind, oneLine(text), explained);
  }
  return explainTest(text, world);
}

interface Parts {
  /** "same": the text stood in parentheses. */
  readonly kind: "and" | "or" | "not" | "same";
  readonly texts: readonly string[];
}

/** What an expression is made of; undefined: it is a test of its own. */
function partsOf(text: string): Parts | undefined {
  const compiled = parseJsonata(text);
  if (isJsonataMistake(compiled)) return undefined;
  const node = compiled.expression.ast() as unknown as AstNode;
  if (node.type === "binary" && (node.value === "and" || node.value === "or")) {
    return { kind: node.value, texts: sidesOf(text, node) };
  }
  if (node.type === "block" && Array.isArray(node.expressions) && node.expressions.length === 1) {
    return /^\(.*\)$/s.test(text) ? { kind: "same", texts: [text.slice(1, -1).trim()] } : undefined;
  }
  const negated = /^\$not\s*\((.*)\)$/s.exec(text)?.[1];
  const calls = node.type === "function" && Array.isArray(node.arguments) && node.arguments.length === 1;
  return negated !== undefined && calls ? { kind: "not", texts: [negated.trim()] } : undefined;
}

/** `position` is the index just behind the operator. */
function sidesOf(text: string, { value, position = 0 }: AstNode): readonly [string, string] {
  return [text.slice(0, position - String(value).length).trim(), text.slice(position).trim()];
}

async function explainTest(text: string, world: World): Promise<ExplainedTest> {
  const test = { kind: "test", text: oneLine(text), parts: [] } as const;
  const evaluated = await evaluate(text, world);
  const values = await valuesIn(text, world);
  if (!("value" in evaluated)) return { ...test, values, outcome: "error", why: evaluated.reason };
  const { value } = evaluated;
  if (typeof value !== "boolean") {
    return { ...test, values, outcome: "error", why: `it is ${shown(value)}, ${typeWord(value)}, and no boolean` };
  }
  const sentences = await sentencesOf(text, value, world);
  return {
    ...test,
    values,
    outcome: value ? "true" : "false",
    why: value ? "it is true" : "it is false",
    ...sentences,
  };
}

async function evaluate(text: string, world: World): ReturnType<typeof evaluateJsonata> {
  const compiled = parseJsonata(text);
  return isJsonataMistake(compiled) ? { reason: compiled.message } : evaluateJsonata(compiled, world);
}

/** Of a comparison; nothing else can be said better than that it is true or false. */
async function sentencesOf(text: string, holds: boolean, world: World): Promise<ReturnType<typeof compared> | object> {
  const compiled = parseJsonata(text);
  if (isJsonataMistake(compiled)) return {};
  const node = compiled.expression.ast() as unknown as AstNode;
  const relation = node.type === "binary" ? JSONATA_RELATIONS[String(node.value)] : undefined;
  if (relation === undefined) return {};
  const [name, other] = sidesOf(text, node);
  const [left, right] = [await valueOf(name, world), await valueOf(other, world)];
  if (left === undefined) return { why: `there is no ${oneLine(name)}`, wish: `${oneLine(name)} were there` };
  if (right === undefined) return { why: `there is no ${oneLine(other)}`, wish: `${oneLine(other)} were there` };
  return compared(oneLine(name), left, relation, right, holds);
}

async function valueOf(text: string, world: World): Promise<JsonValue | undefined> {
  const evaluated = await evaluate(text, world);
  return "value" in evaluated ? evaluated.value : undefined;
}

/** What it reads: variables, and fields of `$states`. */
async function valuesIn(text: string, world: World): Promise<ReadValue[]> {
  const compiled = parseJsonata(text);
  if (isJsonataMistake(compiled)) return [];
  const { variables, statesPaths, calls } = compiled.references;
  const called = new Set(calls.map(({ name }) => name));
  const names = new Set([
    ...statesPaths.filter(({ path }) => path.length > 0).map(({ path }) => `$states.${path.map(step).join(".")}`),
    ...variables.filter(({ name }) => name !== "states" && !called.has(name)).map(({ name }) => `$${name}`),
  ]);
  const values: ReadValue[] = [];
  for (const name of names) {
    const value = await valueOf(name, world);
    values.push({ name, ...(value !== undefined && { value }) });
  }
  return values;
}

function step(name: string): string {
  return /^[\p{L}_][\p{L}\p{N}_]*$/u.test(name) ? name : `\`${name}\``;
}

function oneLine(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
