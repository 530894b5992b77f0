/**
 * What later states read of a value that nobody has given yet: a tree of fields and items, with the types that their
 * uses ask for and the literals that Choice rules compare them with.
 */
import type { JsonValue } from "../../json.ts";

export type Use = "array" | "boolean" | "null" | "number" | "object" | "string" | "timestamp";

/** A value that makes a Choice rule true (or none of them), and where the machine goes then. */
export interface Wish {
  /** Undefined: the value is not to be there at all. */
  readonly value: JsonValue | undefined;
  /** Any value but this will do as well. */
  readonly not?: JsonValue | undefined;
  /** It is to be there, whatever it is. */
  readonly present?: true | undefined;
  /** How good it is to go there: lower is better. */
  readonly cost: number;
}

export interface Reads {
  readonly id: number;
  readonly fields: Map<string, Reads>;
  /** What is read of each of its items. */
  item?: Reads;
  /** It is JSON text: what is read of what that holds. */
  text?: Reads;
  readonly uses: Set<Use>;
  readonly wishes: Wish[];
}

/** Makes trees whose nodes are numbered, so that walks can be told apart. */
export function newReads(counter: { next: number }): Reads {
  return { id: counter.next++, fields: new Map(), uses: new Set(), wishes: [] };
}

/** What a state's data is made of: parts of unknown values, and what templates build from them. */
export type Symbolic =
  | { readonly kind: "part"; readonly reads: Reads }
  | { readonly kind: "object"; readonly fields: Readonly<Record<string, Symbolic>>; readonly rest?: Symbolic }
  | { readonly kind: "list"; readonly items: readonly Symbolic[] }
  | { readonly kind: "constant"; readonly value: JsonValue }
  /** One of several: the outcomes of branches that meet again. */
  | { readonly kind: "any"; readonly of: readonly Symbolic[] }
  | { readonly kind: "unknown" };

export const UNKNOWN: Symbolic = { kind: "unknown" };

export class SymbolicData {
  readonly #counter = { next: 1 };

  part(): Symbolic & { readonly kind: "part" } {
    return { kind: "part", reads: newReads(this.#counter) };
  }

  /** Reading a field is what makes it part of the tree. */
  field(value: Symbolic, name: string): Symbolic {
    switch (value.kind) {
      case "part":
        return { kind: "part", reads: this.#fieldOf(value.reads, name) };
      case "object": {
        const own = Object.hasOwn(value.fields, name) ? value.fields[name] : undefined;
        return own ?? (value.rest === undefined ? UNKNOWN : this.field(value.rest, name));
      }
      case "constant":
        return constantField(value.value, name);
      case "any":
        return any(value.of.map((one) => this.field(one, name)));
      default:
        return UNKNOWN;
    }
  }

  item(value: Symbolic): Symbolic {
    switch (value.kind) {
      case "part": {
        value.reads.uses.add("array");
        value.reads.item ??= newReads(this.#counter);
        return { kind: "part", reads: value.reads.item };
      }
      case "list":
        return any(value.items);
      case "constant":
        return Array.isArray(value.value)
          ? any(value.value.map((item) => ({ kind: "constant", value: item })))
          : UNKNOWN;
      case "any":
        return any(value.of.map((one) => this.item(one)));
      default:
        return UNKNOWN;
    }
  }

  /** What JSON text holds. */
  parsed(value: Symbolic): Symbolic {
    if (value.kind === "any") return any(value.of.map((one) => this.parsed(one)));
    if (value.kind !== "part") return UNKNOWN;
    value.reads.text ??= newReads(this.#counter);
    return { kind: "part", reads: value.reads.text };
  }

  /** JSONata maps a step over the items of an array; a field of a list is read of its items. */
  step(value: Symbolic, name: string): Symbolic {
    if (value.kind === "part" && value.reads.item !== undefined) return this.field(this.item(value), name);
    if (value.kind === "list") return any(value.items.map((one) => this.step(one, name)));
    return this.field(value, name);
  }

  use(value: Symbolic, use: Use): void {
    if (value.kind === "part") value.reads.uses.add(use);
    if (value.kind === "any") for (const one of value.of) this.use(one, use);
  }

  wish(value: Symbolic, wish: Wish): void {
    if (value.kind === "part" && !value.reads.wishes.some((known) => sameWish(known, wish))) {
      value.reads.wishes.push(wish);
    }
    if (value.kind === "any") for (const one of value.of) this.wish(one, wish);
  }

  /** `target` with `value` at `names`, as ResultPath does. */
  withAt(target: Symbolic, names: readonly string[], value: Symbolic): Symbolic {
    const [name, ...rest] = names;
    if (name === undefined) return value;
    if (target.kind === "any") return any(target.of.map((one) => this.withAt(one, names, value)));
    this.use(target, "object");
    const inner = rest.length === 0 ? value : this.withAt(this.field(target, name), rest, value);
    if (target.kind === "object") return { ...target, fields: { ...target.fields, [name]: inner } };
    return { kind: "object", fields: { [name]: inner }, rest: target };
  }

  #fieldOf(reads: Reads, name: string): Reads {
    const known = reads.fields.get(name);
    if (known !== undefined) return known;
    const fresh = newReads(this.#counter);
    reads.fields.set(name, fresh);
    return fresh;
  }
}

function constantField(value: JsonValue, name: string): Symbolic {
  const isRecord = typeof value === "object" && value !== null && !Array.isArray(value);
  const field = isRecord && Object.hasOwn(value, name) ? (value as Record<string, JsonValue>)[name] : undefined;
  return field === undefined ? UNKNOWN : { kind: "constant", value: field };
}

function sameWish(a: Wish, b: Wish): boolean {
  return a.cost === b.cost && keyOfWish(a) === keyOfWish(b);
}

function keyOfWish({ value, not, present }: Wish): string {
  return JSON.stringify([value === undefined, value, not, present]);
}

/** One of several, flat and each once. */
export function any(values: readonly Symbolic[]): Symbolic {
  const flat = new Map<string, Symbolic>();
  for (const value of values) {
    for (const one of value.kind === "any" ? value.of : [value]) if (one.kind !== "unknown") flat.set(keyOf(one), one);
  }
  const [first, ...more] = flat.values();
  if (first === undefined) return UNKNOWN;
  return more.length === 0 ? first : { kind: "any", of: [first, ...more] };
}

/** The same text for the same data: a state need not be walked again with what it has seen. */
export function keyOf(value: Symbolic): string {
  switch (value.kind) {
    case "part":
      return `#${value.reads.id}`;
    case "object": {
      const fields = Object.entries(value.fields).map(([name, field]) => `${JSON.stringify(name)}:${keyOf(field)}`);
      return `{${fields.join()}${value.rest === undefined ? "" : `,...${keyOf(value.rest)}`}}`;
    }
    case "list":
      return `[${value.items.map(keyOf).join()}]`;
    case "constant":
      return JSON.stringify(value.value);
    case "any":
      return `(${value.of.map(keyOf).join("|")})`;
    default:
      return "?";
  }
}
