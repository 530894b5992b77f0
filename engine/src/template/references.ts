/**
 * Every place in a template that names something of it: `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn`, `Condition`,
 * `Fn::FindInMap`, `Fn::If`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import { property, valueNode } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";
import { offsetInString } from "../text/string-offset.ts";
import type { Node, StringNode } from "../text/tree.ts";
import { getAttOf, type Intrinsic, intrinsicOf, isLoopKey, subOf, subVariables } from "./intrinsics.ts";
import type { Template } from "./model.ts";

/** What a name is looked up among: resources and parameters, only resources, conditions, mappings. */
export type NameSpace = "value" | "resource" | "condition" | "mapping";

export interface Reference {
  readonly space: NameSpace;
  readonly name: string;
  /** Of the name, in the document. */
  readonly start: number;
  readonly end: number;
  readonly node: StringNode;
  /** Of `Fn::GetAtt`. */
  readonly attribute?: { readonly name: string; readonly start: number; readonly end: number };
}

/** Names that are no resource's or parameter's, for all of what a node holds: own variables of `Fn::Sub`, loops. */
type Own = ReadonlySet<string>;
const NO_NAMES: Own = new Set();

/** Kept for as long as the section, or the resource, lives: its places move with it. */
interface Kept {
  readonly start: number;
  readonly references: readonly Reference[];
}

const kept = new WeakMap<Node, Kept>();

/** In document order. */
export function referencesIn(template: Template, parsed: ParsedText): readonly Reference[] {
  return template.node.properties.flatMap(({ key, value }): readonly Reference[] => {
    if (value.kind !== "object" || key.value === "Metadata" || key.value === "Parameters") return [];
    return value.properties.flatMap((entry) => referencesOf(entry.value, key.value, entry.key.value, parsed));
  });
}

function referencesOf(node: Node, section: string, id: string, parsed: ParsedText): readonly Reference[] {
  const known = kept.get(node);
  const by = known === undefined ? 0 : node.start - known.start;
  if (known !== undefined)
    return by === 0 ? known.references : known.references.map((reference) => moved(reference, by));
  const references: Reference[] = [];
  const search = new Search(parsed, references);
  if (section === "Resources" && !isLoopKey(id)) search.resource(node);
  else search.value(node, isLoopKey(id) ? loopNames(node) : NO_NAMES);
  kept.set(node, { start: node.start, references });
  return references;
}

function moved(reference: Reference, by: number): Reference {
  const { attribute } = reference;
  return {
    ...reference,
    start: reference.start + by,
    end: reference.end + by,
    ...(attribute && { attribute: { ...attribute, start: attribute.start + by, end: attribute.end + by } }),
  };
}

class Search {
  readonly #parsed: ParsedText;
  readonly #found: Reference[];

  constructor(parsed: ParsedText, found: Reference[]) {
    this.#parsed = parsed;
    this.#found = found;
  }

  resource(node: Node): void {
    const dependsOn = valueNode(node, "DependsOn");
    for (const one of dependsOn?.kind === "array" ? dependsOn.items : [dependsOn]) this.#name("resource", one);
    this.#name("condition", valueNode(node, "Condition"));
    if (node.kind !== "object") return;
    for (const { key, value } of node.properties) {
      if (!["DependsOn", "Condition", "Type"].includes(key.value)) this.value(value, NO_NAMES);
    }
  }

  value(node: Node, own: Own): void {
    const intrinsic = intrinsicOf(node);
    if (intrinsic !== undefined) return this.#call(intrinsic, own);
    if (node.kind === "array") for (const item of node.items) this.value(item, own);
    if (node.kind !== "object") return;
    for (const { key, value } of node.properties) {
      this.value(value, isLoopKey(key.value) ? new Set([...own, ...loopNames(value)]) : own);
    }
  }

  #call(intrinsic: Intrinsic, own: Own): void {
    const { name, argument } = intrinsic;
    const first = argument.kind === "array" ? argument.items[0] : undefined;
    switch (name) {
      case "Ref":
        if (argument.kind === "string" && !own.has(argument.value)) this.#name("value", argument);
        return;
      case "Condition":
        return this.#name("condition", argument);
      case "Fn::GetAtt":
        return this.#getAtt(intrinsic, own);
      case "Fn::Sub":
        return this.#sub(intrinsic, own);
      case "Fn::FindInMap":
        this.#name("mapping", first);
        break;
      case "Fn::If":
        this.#name("condition", first);
    }
    if (argument.kind === "array" && (name === "Fn::If" || name === "Fn::FindInMap")) {
      for (const item of argument.items.slice(1)) this.value(item, own);
    } else this.value(argument, own);
  }

  #getAtt(intrinsic: Intrinsic, own: Own): void {
    const target = getAttOf(intrinsic);
    if (target === undefined || own.has(target.id)) return;
    const { id, idNode, attribute, attributeNode, attributeIndex } = target;
    const range = this.#range(idNode, 0, id.length);
    const name = attributeNode && {
      name: attribute,
      ...this.#range(attributeNode, attributeIndex, attributeIndex + attribute.length),
    };
    this.#found.push({ space: "resource", name: id, node: idNode, ...range, ...(name && { attribute: name }) });
  }

  #sub(intrinsic: Intrinsic, own: Own): void {
    const sub = subOf(intrinsic);
    if (sub === undefined) return this.value(intrinsic.argument, own);
    const names = new Set([...own, ...(sub.own?.properties.map(({ key }) => key.value) ?? [])]);
    for (const { name, start, end } of subVariables(sub.text.value)) {
      const dot = name.indexOf(".");
      const id = dot < 0 ? name : name.slice(0, dot);
      if (names.has(name) || names.has(id)) continue;
      const space = dot < 0 ? "value" : "resource";
      const range = this.#range(sub.text, start, start + id.length);
      const attribute =
        dot < 0 ? undefined : { name: name.slice(dot + 1), ...this.#range(sub.text, start + dot + 1, end) };
      this.#found.push({ space, name: id, node: sub.text, ...range, ...(attribute && { attribute }) });
    }
    if (sub.own !== undefined) this.value(sub.own, own);
  }

  #name(space: NameSpace, node: Node | undefined): void {
    if (node?.kind !== "string" || node.sub === true || node.value === "") return;
    this.#found.push({ space, name: node.value, node, ...this.#range(node, 0, node.value.length) });
  }

  #range(node: StringNode, from: number, to: number): { readonly start: number; readonly end: number } {
    return { start: offsetInString(this.#parsed, node, from), end: offsetInString(this.#parsed, node, to) };
  }
}

/** The name that a loop gives each item of its list. */
function loopNames(node: Node): Own {
  const first = node.kind === "array" ? node.items[0] : undefined;
  return new Set(first?.kind === "string" ? [first.value, `&{${first.value}}`] : []);
}

/** Where a name is declared: the key in its section. */
export function declarationOf(
  template: Template,
  { space, name }: Pick<Reference, "space" | "name">,
): StringNode | undefined {
  if (space === "condition") return template.conditions.get(name)?.key;
  if (space === "mapping") return template.mappings.get(name)?.key;
  const resource = template.byId.get(name)?.idNode;
  return resource ?? (space === "value" ? template.parameters.get(name)?.key : undefined);
}

/** The declaration that a key is, if any. */
export function declaredAt(template: Template, key: Node): Pick<Reference, "space" | "name"> | undefined {
  const sections: readonly (readonly [string, NameSpace])[] = [
    ["Resources", "resource"],
    ["Parameters", "value"],
    ["Conditions", "condition"],
    ["Mappings", "mapping"],
  ];
  for (const [section, space] of sections) {
    const entries = valueNode(template.node, section);
    const entry = key.kind === "string" ? property(entries, key.value) : undefined;
    if (entry?.key === key) return { space, name: entry.key.value };
  }
  return undefined;
}
