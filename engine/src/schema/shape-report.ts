/** From the errors of a validator to Problems: where each lies, and which of them only follow from another one. */
import type { Problem } from "../problem.ts";
import { property } from "../text/navigate.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import type { QueryLanguage } from "../vocabulary.ts";
import { OBJECTS } from "./generated/tables.ts";
import type { ValidationError } from "./generated/validators.js";
import { fieldOf, kindIn, type Slot, slotInside } from "./locate.ts";
import { isUnknown } from "./plain.ts";
import { distributedOnly, meantField, misplacedField } from "./shape-fields.ts";
import type { ObjectPlace, ValuePlace } from "./shape-finding.ts";
import { exclusiveProblem, type Missing, missingProblem } from "./shape-missing.ts";
import { valueProblem } from "./shape-values.ts";

/** Turns a validator's errors into Problems, and keeps back those that only follow from another one. */
export class ShapeReport {
  readonly #problems: Problem[] = [];
  readonly #missing = new Map<ObjectNode, Missing>();
  /** Objects with a field that they must not have: what they seem to lack is likely that one. */
  readonly #misplaced = new Map<ObjectNode, { readonly name: string; readonly ownLanguage: boolean }[]>();
  readonly #seen = new Set<Node>();
  readonly #root: ObjectNode;
  readonly #kind: string;
  readonly #queryLanguage: QueryLanguage;

  constructor(root: ObjectNode, kind: string, queryLanguage: QueryLanguage) {
    this.#root = root;
    this.#kind = kind;
    this.#queryLanguage = queryLanguage;
  }

  problems(): readonly Problem[] {
    for (const missing of this.#missing.values()) {
      if (this.#isLackingStill(missing)) this.#problems.push(missingProblem(missing));
    }
    return this.#problems;
  }

  add(error: ValidationError): void {
    const { keyword, params } = error;
    if (keyword === "if") return;
    const { place, value } = this.#resolve(error.instancePath);
    if (keyword === "required" || keyword === "requiredUnless") this.#lacks(place, String(params.missingProperty));
    else if (keyword === "additionalProperties") this.#mustNotHave(place, String(params.additionalProperty));
    else if (keyword === "groups") this.#group(place, Number(params.group), Number(params.count));
    else if (keyword === "discriminator") this.#badType(place, error);
    else if (value !== undefined) this.#value(value, error);
  }

  #lacks(place: ObjectPlace | undefined, name: string): void {
    if (place === undefined) return;
    // Without a Type no field is looked at; but one may be a misspelt Type.
    const misspelt = name === "Type" ? place.node.properties.find(({ key }) => /^type$/i.test(key.value)) : undefined;
    const { fields } = this.#missingIn(place);
    if (misspelt !== undefined) this.#mustNotHave(place, misspelt.key.value);
    else if (!fields.includes(name)) fields.push(name);
  }

  #mustNotHave(place: ObjectPlace | undefined, name: string): void {
    const found = property(place?.node, name);
    // A deployment tool may fill in names, too.
    if (place === undefined || found === undefined) return;
    const list = this.#misplaced.get(place.node) ?? [];
    list.push({ name, ownLanguage: fieldOf(place.kind, name) === undefined });
    this.#misplaced.set(place.node, list);
    if (!name.includes("${")) this.#problems.push(misplacedField(place, found));
  }

  #group(place: ObjectPlace | undefined, index: number, count: number): void {
    const group = place?.entry.groups[index];
    if (place === undefined || group === undefined) return;
    if (count < group.min) return void this.#missingIn(place).groups.push(group);
    const problem = exclusiveProblem(place, group);
    if (problem !== undefined) this.#problems.push(problem);
  }

  #badType(place: ObjectPlace | undefined, error: ValidationError): void {
    const type = property(place?.node, "Type")?.value;
    const field = fieldOf("state", "Type");
    if (place === undefined || type === undefined || field === undefined) return;
    this.#value({ node: type, owner: place, field, fieldName: "Type", inside: false }, error);
  }

  #value(value: ValuePlace, error: ValidationError): void {
    if (this.#seen.has(value.node) || isUnknown(value.node)) return;
    this.#seen.add(value.node);
    if (error.keyword !== "false schema") return void this.#problems.push(valueProblem(value, error));
    const found = property(value.owner.node, value.fieldName);
    if (found !== undefined) this.#problems.push(distributedOnly(value.owner, found));
  }

  #missingIn(place: ObjectPlace): Missing {
    const known = this.#missing.get(place.node) ?? { place, fields: [], groups: [] };
    this.#missing.set(place.node, known);
    return known;
  }

  /** Drops what a misspelt field, or one of the other query language, stands for; tells whether anything is left. */
  #isLackingStill(missing: Missing): boolean {
    const { place, fields, groups } = missing;
    for (const { name, ownLanguage } of this.#misplaced.get(place.node) ?? []) {
      if (name.includes("${")) return false;
      const meant = ownLanguage ? meantField(place, name) : undefined;
      remove(
        fields,
        (field) => field === meant || (!ownLanguage && fieldOf(place.kind, field)?.queryLanguage !== undefined),
      );
      remove(groups, (group) => group.name !== undefined || !ownLanguage || group.fields.includes(meant ?? ""));
    }
    return fields.length > 0 || groups.length > 0;
  }

  /** Where an error of the validator lies: in which object, and at which value. */
  #resolve(instancePath: string): { readonly place?: ObjectPlace; readonly value?: ValuePlace } {
    let node: Node = this.#root;
    let slot: Slot = { object: this.#kind, depth: 0 };
    let place = this.#placeAt(this.#kind, this.#root);
    let owner = place;
    for (const segment of instancePath.split("/").slice(1)) {
      const name = segment.replaceAll("~1", "/").replaceAll("~0", "~");
      const child: Node | undefined = node.kind === "array" ? node.items[Number(name)] : property(node, name)?.value;
      if (child === undefined) return {};
      if (place !== undefined) owner = place;
      slot = slotInside(slot, place?.kind, child);
      node = child;
      const kind = kindIn(slot, child);
      place = kind !== undefined && child.kind === "object" ? this.#placeAt(kind, child) : undefined;
    }
    const value = owner === undefined ? undefined : valueIn(slot, node, owner);
    return { ...(place === undefined ? {} : { place }), ...(value === undefined ? {} : { value }) };
  }

  #placeAt(kind: string, node: ObjectNode): ObjectPlace | undefined {
    const entry = OBJECTS[kind];
    return entry === undefined ? undefined : { node, kind, entry, queryLanguage: this.#queryLanguage };
  }
}

function valueIn(slot: Slot, node: Node, owner: ObjectPlace): ValuePlace | undefined {
  const name = ownerField(node, owner.node);
  const field = name === undefined ? undefined : fieldOf(owner.kind, name);
  if (name === undefined || field === undefined) return undefined;
  return { node, owner, field, fieldName: name, inside: slot.depth > 0 };
}

/** The field of `owner` in whose value `node` lies. */
function ownerField(node: Node, owner: ObjectNode): string | undefined {
  let at: Node = node;
  while (at.parent !== undefined) {
    const { parent }: Node = at;
    if (parent?.kind === "property" && parent.parent === owner) return parent.key.value;
    at = parent?.kind === "property" ? parent.parent : (parent as Node);
  }
  return undefined;
}

function remove<T>(list: T[], unwanted: (item: T) => boolean): void {
  for (let index = list.length - 1; index >= 0; index--) if (unwanted(list[index] as T)) list.splice(index, 1);
}
