/**
 * Values of a template as they are after deployment, as far as the template tells: parameters have their defaults,
 * resources the names and ARNs that `identity.ts` gives them, conditions are decided. What cannot be known stays a marker
 * text, `${Name}`.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html
 */
import { isObject, type JsonObject, type JsonValue, sameValue, setOwn } from "../json.ts";
import { valueNode } from "../text/navigate.ts";
import type { Node, ObjectNode } from "../text/tree.ts";
import { ACCOUNT, type Identity, identityOf, REGION } from "./identity.ts";
import { getAttOf, type Intrinsic, intrinsicOf, subOf, subVariables } from "./intrinsics.ts";
import type { Resource, Template } from "./model.ts";
import { publishedArn } from "./sam/published.ts";

/** Names that refer to each other without end are given up at this depth. */
const MAX_DEPTH = 40;

const PSEUDO: Readonly<Record<string, JsonValue>> = {
  "AWS::AccountId": ACCOUNT,
  "AWS::NotificationARNs": [],
  "AWS::Partition": "aws",
  "AWS::Region": REGION,
  "AWS::StackId": `arn:aws:cloudformation:${REGION}:${ACCOUNT}:stack/stack/1`,
  "AWS::StackName": "stack",
  "AWS::URLSuffix": "amazonaws.com",
};

export interface Unresolved {
  readonly start: number;
  readonly end: number;
  readonly name: string;
}

/** `undefined` stands for `AWS::NoValue` and for what is not there. */
export interface Resolver {
  resolve(node: Node | undefined): JsonValue | undefined;
  identity(resource: Resource): Identity;
  /** SAM's settings for all resources of a section, `Function`. */
  globals(section: string): JsonValue | undefined;
  /** What `make` makes of one resource with this resolver, and what it took from elsewhere in the template for that. */
  record<T>(make: () => T): Recorded<T>;
  /**
   * True where what was recorded, of this version of the template or one before, would be made the same again, provided
   * that the resource is the same, which stands `by` further on.
   */
  isStill(recorded: Recorded<unknown>, by: number): boolean;
  /** What has stayed a marker so far. */
  readonly unresolved: readonly Unresolved[];
}

export function resolverFor(template: Template): Resolver {
  return new TemplateResolver(template);
}

/** What a resource may ask about the rest of the template. Plain data: what is kept holds no version of the template. */
interface Question {
  readonly about: "identity" | "globals" | "name" | "attribute" | "condition" | "mapping";
  readonly names: readonly string[];
}

interface Answered extends Question {
  readonly answer: JsonValue | undefined;
}

export interface Recorded<T> {
  readonly made: T;
  readonly answers: readonly Answered[];
  /** Of the resource's own. */
  readonly unresolved: readonly Unresolved[];
}

type Scope = ReadonlyMap<string, JsonValue | undefined>;
const NO_SCOPE: Scope = new Map();

class TemplateResolver implements Resolver {
  readonly unresolved: Unresolved[] = [];
  readonly #template: Template;
  readonly #identities = new Map<Resource, Identity>();
  readonly #conditions = new Map<string, boolean>();
  readonly #globals = new Map<string, JsonValue | undefined>();
  #recording: { readonly answers: Answered[]; readonly unresolved: Unresolved[] } | undefined;
  #depth = 0;

  constructor(template: Template) {
    this.#template = template;
  }

  resolve(node: Node | undefined): JsonValue | undefined {
    return this.#value(node, NO_SCOPE);
  }

  identity(resource: Resource): Identity {
    this.#ask("identity", resource.id);
    return this.#identity(resource);
  }

  globals(section: string): JsonValue | undefined {
    return this.#ask("globals", section);
  }

  record<T>(make: () => T): Recorded<T> {
    const recording = { answers: [], unresolved: [] };
    this.#recording = recording;
    const made = make();
    this.#recording = undefined;
    return { made, ...recording };
  }

  isStill({ answers, unresolved }: Recorded<unknown>, by: number): boolean {
    if (!answers.every((question) => sameValue(this.#answer(question), question.answer))) return false;
    for (const { start, end, name } of unresolved) this.unresolved.push({ start: start + by, end: end + by, name });
    return true;
  }

  /** Asks about what is not the resource's own. What the answer takes from elsewhere in turn is not recorded. */
  #ask(about: Question["about"], ...names: readonly string[]): JsonValue | undefined {
    const recording = this.#recording;
    this.#recording = undefined;
    const answer = this.#answer({ about, names });
    this.#recording = recording;
    recording?.answers.push({ about, names, answer });
    return answer;
  }

  #answer({ about, names: [first = "", second = "", third = ""] }: Question): JsonValue | undefined {
    switch (about) {
      case "identity": {
        const resource = this.#template.byId.get(first);
        const identity = resource && this.#identity(resource);
        return identity && [identity.name, identity.arn, identity.ref];
      }
      case "globals":
        return this.#globalsOf(first);
      case "name":
        return this.#named(first);
      case "attribute":
        return this.#attribute(first, second);
      case "condition":
        return this.#decided(first);
      case "mapping":
        return this.resolve(valueNode(valueNode(this.#template.mappings.get(first)?.value, second), third));
    }
  }

  #globalsOf(section: string): JsonValue | undefined {
    if (!this.#globals.has(section)) this.#globals.set(section, this.resolve(this.#template.globals.get(section)));
    return this.#globals.get(section);
  }

  #identity(resource: Resource): Identity {
    let identity = this.#identities.get(resource);
    if (identity === undefined) {
      const { id, type, properties } = resource;
      // Set first, so that names that refer to each other come to an end.
      this.#identities.set(resource, identityOf({ id, type, property: () => undefined }));
      identity = identityOf({ id, type, property: (name) => this.resolve(valueNode(properties, name)) });
      this.#identities.set(resource, identity);
    }
    return identity;
  }

  #value(node: Node | undefined, scope: Scope): JsonValue | undefined {
    if (node === undefined) return undefined;
    if (this.#depth >= MAX_DEPTH) return this.#marker(node, "...");
    this.#depth++;
    const intrinsic = intrinsicOf(node);
    const value = intrinsic === undefined ? this.#plain(node, scope) : this.#call(intrinsic, scope);
    this.#depth--;
    return value;
  }

  #plain(node: Node, scope: Scope): JsonValue | undefined {
    switch (node.kind) {
      case "object":
        return this.#object(node, scope);
      case "array":
        return node.items.map((item) => this.#value(item, scope)).filter((item) => item !== undefined);
      case "placeholder":
        return `\${${node.name}}`;
      case "string":
      case "number":
      case "boolean":
        return node.value;
      case "null":
        return null;
      default:
        return undefined;
    }
  }

  #object({ properties }: ObjectNode, scope: Scope): JsonObject {
    const object: Record<string, JsonValue> = {};
    for (const { key, value } of properties) {
      const resolved = this.#value(value, scope);
      if (resolved !== undefined) setOwn(object, key.value, resolved);
    }
    return object;
  }

  #call(intrinsic: Intrinsic, scope: Scope): JsonValue | undefined {
    const { name, argument, node } = intrinsic;
    const list = () => (argument.kind === "array" ? argument.items : []);
    switch (name) {
      case "Ref":
        return argument.kind === "string" ? this.#ref(argument.value, node, scope) : this.#marker(node, name);
      case "Fn::GetAtt": {
        const target = getAttOf(intrinsic);
        return target === undefined ? this.#marker(node, name) : this.#getAtt(target.id, target.attribute, node);
      }
      case "Fn::Sub":
        return this.#sub(intrinsic, scope);
      case "Fn::Join": {
        const [separator, items] = list();
        const values = this.#value(items, scope);
        if (!Array.isArray(values)) return this.#marker(node, name);
        return values.map(text).join(text(this.#value(separator, scope) ?? ""));
      }
      case "Fn::Select": {
        const [index, items] = list();
        const values = this.#value(items, scope);
        const chosen = Array.isArray(values) ? values[Number(this.#value(index, scope))] : undefined;
        return chosen ?? this.#marker(node, name);
      }
      case "Fn::Split": {
        const [separator, source] = list();
        return text(this.#value(source, scope) ?? "").split(text(this.#value(separator, scope) ?? ","));
      }
      case "Fn::If": {
        const [condition, then, otherwise] = list();
        const holds = condition?.kind === "string" ? this.#holds(condition.value) : true;
        return this.#value(holds ? then : otherwise, scope);
      }
      case "Fn::FindInMap":
        return this.#findInMap(list(), node, scope);
      case "Fn::Base64":
      case "Fn::ToJsonString": {
        const value = this.#value(argument, scope) ?? null;
        return name === "Fn::Base64" || typeof value === "string" ? value : JSON.stringify(value);
      }
      case "Fn::Length": {
        const value = this.#value(argument, scope);
        return Array.isArray(value) ? value.length : this.#marker(node, name);
      }
      case "Fn::GetAZs":
        return ["a", "b", "c"].map((zone) => REGION + zone);
      default:
        return this.#marker(node, name === "Fn::ImportValue" ? text(this.#value(argument, scope) ?? name) : name);
    }
  }

  #ref(name: string, node: Node, scope: Scope): JsonValue | undefined {
    if (scope.has(name)) return scope.get(name);
    if (name === "AWS::NoValue") return undefined;
    const pseudo = Object.hasOwn(PSEUDO, name) ? PSEUDO[name] : undefined;
    if (pseudo !== undefined) return pseudo;
    return this.#ask("name", name) ?? this.#marker(node, name);
  }

  /** A parameter's value, a resource, what SAM publishes of a function; undefined for what the template has not. */
  #named(name: string): JsonValue | undefined {
    const parameter = this.#template.parameters.get(name);
    if (parameter !== undefined) return this.#parameter(parameter.value);
    const resource = this.#template.byId.get(name);
    if (resource !== undefined) return this.#identity(resource).ref;
    const dot = name.indexOf(".");
    return dot < 0 ? undefined : this.#published(name.slice(0, dot), name.slice(dot + 1));
  }

  /** Undefined where the default is missing, or is only the name of what the value is read from. */
  #parameter(parameter: Node): JsonValue | undefined {
    const type = text(this.#value(valueNode(parameter, "Type"), NO_SCOPE) ?? "");
    const value = valueNode(parameter, "Default");
    if (value === undefined || type.startsWith("AWS::SSM::Parameter::Value")) return undefined;
    const plain = this.#plain(value, NO_SCOPE);
    if (plain === undefined) return undefined;
    return /^(?:CommaDelimitedList|List<)/.test(type) ? text(plain).split(/\s*,\s*/) : plain;
  }

  #getAtt(id: string, attribute: string, node: Node): JsonValue {
    const value = this.#ask("attribute", id, attribute);
    return value ?? this.#marker(node, `${id}.${attribute}`);
  }

  #attribute(id: string, attribute: string): string | undefined {
    const resource = this.#template.byId.get(id);
    const own = resource && this.#identity(resource).attribute(attribute);
    return own ?? this.#published(id, attribute);
  }

  /** The alias or version that SAM publishes of a function. */
  #published(id: string, attribute: string): string | undefined {
    const resource = this.#template.byId.get(id);
    if (resource?.type !== "AWS::Serverless::Function") return undefined;
    const own = valueNode(resource.properties, "AutoPublishAlias");
    const alias = own ?? valueNode(this.#template.globals.get("Function"), "AutoPublishAlias");
    return publishedArn(this.#identity(resource).arn, this.resolve(alias), attribute);
  }

  #sub(intrinsic: Intrinsic, scope: Scope): JsonValue {
    const sub = subOf(intrinsic);
    if (sub === undefined) return this.#marker(intrinsic.node, intrinsic.name);
    const own = new Map(scope);
    for (const { key, value } of sub.own?.properties ?? []) own.set(key.value, this.#value(value, scope));
    let result = "";
    let done = 0;
    for (const { name, start, end } of subVariables(sub.text.value)) {
      const open = sub.text.value.lastIndexOf("${", start);
      const close = sub.text.value.indexOf("}", end) + 1;
      result += sub.text.value.slice(done, open) + text(this.#variable(name, sub.text, own) ?? "");
      done = close;
    }
    return (result + sub.text.value.slice(done)).replaceAll("${!", "${");
  }

  #variable(name: string, node: Node, scope: Scope): JsonValue | undefined {
    const dot = name.indexOf(".");
    if (scope.has(name) || dot < 0) return this.#ref(name, node, scope);
    return this.#getAtt(name.slice(0, dot), name.slice(dot + 1), node);
  }

  #findInMap(list: readonly Node[], node: Node, scope: Scope): JsonValue {
    const [map = "", first = "", second = ""] = list.map((item) => text(this.#value(item, scope) ?? ""));
    return this.#ask("mapping", map, first, second) ?? this.#marker(node, `${map}.${first}.${second}`);
  }

  /** Whether a condition holds with the parameters' defaults; one that cannot be decided does. */
  #holds(name: string): boolean {
    return this.#ask("condition", name) === true;
  }

  #decided(name: string): boolean {
    const known = this.#conditions.get(name);
    if (known !== undefined) return known;
    this.#conditions.set(name, true);
    const condition = this.#template.conditions.get(name)?.value;
    const holds = condition === undefined || this.#test(condition);
    this.#conditions.set(name, holds);
    return holds;
  }

  #test(node: Node): boolean {
    const intrinsic = intrinsicOf(node);
    if (intrinsic === undefined || this.#depth >= MAX_DEPTH) return true;
    const { name, argument } = intrinsic;
    const list = argument.kind === "array" ? argument.items : [];
    switch (name) {
      case "Condition":
        return argument.kind === "string" ? this.#holds(argument.value) : true;
      case "Fn::Not":
        return list[0] === undefined || !this.#test(list[0]);
      case "Fn::And":
        return list.every((item) => this.#test(item));
      case "Fn::Or":
        return list.some((item) => this.#test(item));
      case "Fn::Equals": {
        const [a, b] = list.map((item) => text(this.#value(item, NO_SCOPE) ?? ""));
        return a === b;
      }
      default:
        return true;
    }
  }

  #marker(node: Node, name: string): string {
    const unresolved = { start: node.start, end: node.end, name };
    this.unresolved.push(unresolved);
    this.#recording?.unresolved.push(unresolved);
    return `\${${name}}`;
  }
}

function text(value: JsonValue): string {
  return typeof value === "string"
    ? value
    : isObject(value) || Array.isArray(value)
      ? JSON.stringify(value)
      : String(value);
}
