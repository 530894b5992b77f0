/**
 * YAML text to the same tree, by the yaml package with YAML 1.2's core schema. Aliases become copies that stand where
 * the alias stands, merge keys (`<<`) are merged, and CloudFormation's tags count as values that are not known yet.
 * https://yaml.org/spec/1.2.2/
 */
import {
  type Alias,
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type ParsedNode,
  parseDocument,
  type Scalar,
} from "yaml";
import { MAX_NESTING_DEPTH, MAX_TEXT_PROBLEMS, MAX_YAML_ALIAS_NODES } from "../limits.ts";
import type { Problem } from "../problem.ts";
import {
  addItem,
  addProperty,
  arrayNode,
  booleanNode,
  missingNode,
  nullNode,
  numberNode,
  objectNode,
  placeholderNode,
  stringNode,
} from "./build.ts";
import { type ParsedText, syntaxProblem, wholePlaceholder } from "./parsed.ts";
import type { Node, ObjectNode, StringNode } from "./tree.ts";

export function parseYaml(text: string): ParsedText {
  const problems: Problem[] = [];
  const root = readYaml(text, problems);
  problems.sort((a, b) => a.start - b.start);
  return { text, language: "yaml", root, problems };
}

function readYaml(text: string, problems: Problem[]): Node {
  let document: Document.Parsed;
  try {
    document = parseDocument(text, { version: "1.2", prettyErrors: false, uniqueKeys: false, merge: false });
  } catch {
    // The package composes nodes recursively; nothing but nesting without end makes it throw.
    return giveUp(text, problems);
  }
  if (document.errors.some((error) => error.message.includes("call stack"))) return giveUp(text, problems);
  reportErrors(document, text, problems);
  const conversion = new YamlConversion(text, problems);
  return document.contents === null ? missingNode(text.length) : conversion.node(document.contents, 0, undefined);
}

/** The first error of each line: what follows on it follows from it. */
function reportErrors(document: Document.Parsed, text: string, problems: Problem[]): void {
  let quietUntil = -1;
  for (const error of document.errors.slice(0, MAX_TEXT_PROBLEMS)) {
    const start = Math.min(error.pos[0], text.length);
    if (start < quietUntil) continue;
    const end = Math.min(Math.max(error.pos[1], start + 1), text.length);
    problems.push(
      syntaxProblem("yaml-syntax", Math.min(start, Math.max(0, end - 1)), end, error.message.replace(/\.?$/, ".")),
    );
    const line = text.indexOf("\n", end);
    quietUntil = line < 0 ? text.length : line;
  }
}

function giveUp(text: string, problems: Problem[]): Node {
  problems.push(tooDeep(0, Math.min(1, text.length)));
  return missingNode(text.length);
}

function tooDeep(start: number, end: number): Problem {
  const message = `Values nest deeper than ${MAX_NESTING_DEPTH} levels; what is inside is not read.`;
  return {
    ...syntaxProblem("too-deeply-nested", start, end, message),
    aws: { code: "TOO_DEEPLY_NESTED", message },
  };
}

/** Copies of an anchored value all lie where their alias lies. */
type Place = { readonly start: number; readonly end: number } | undefined;

class YamlConversion {
  readonly #text: string;
  readonly #problems: Problem[];
  readonly #anchors = new Map<string, ParsedNode>();
  #aliasNodes = 0;

  constructor(text: string, problems: Problem[]) {
    this.#text = text;
    this.#problems = problems;
  }

  node(source: ParsedNode, depth: number, place: Place): Node {
    const start = place?.start ?? source.range[0];
    const end = place?.end ?? Math.max(start, source.range[1]);
    if (place !== undefined && ++this.#aliasNodes > MAX_YAML_ALIAS_NODES) return this.#tooManyCopies(start, end);
    if (isAlias(source)) return this.#alias(source, depth, start, end);
    // In document order, so that an alias finds the anchor that stands nearest before it.
    if (source.anchor !== undefined) this.#anchors.set(source.anchor, source);
    const tag = source.tag;
    if (tag?.startsWith("!") === true && !tag.startsWith("!!") && tag !== "!Sub") {
      return placeholderNode(start, end, tag.slice(1));
    }
    if (isScalar(source)) return this.#scalar(source, start, end);
    if (depth >= MAX_NESTING_DEPTH) {
      this.#problems.push(tooDeep(start, Math.min(start + 1, end)));
      return missingNode(start);
    }
    if (isMap(source)) {
      const object = objectNode(start, end);
      for (const pair of source.items) this.#pair(object, pair as YamlPair, depth, place);
      return object;
    }
    const array = arrayNode(start, end);
    if (isSeq(source)) {
      for (const item of source.items) addItem(array, this.node(item as ParsedNode, depth + 1, place));
    }
    return array;
  }

  #pair(object: ObjectNode, pair: YamlPair, depth: number, place: Place): void {
    const key = this.#key(pair.key, place, object);
    if (pair.value === null) return void addProperty(object, key, missingNode(key.end));
    const value = this.node(pair.value, depth + 1, place);
    if (key.value !== "<<" || !isAlias(pair.value)) return void addProperty(object, key, value);
    if (value.kind !== "object") return;
    for (const merged of value.properties) {
      const own = object.properties.some((property) => property.key.value === merged.key.value);
      if (!own) addProperty(object, merged.key, merged.value);
    }
  }

  #key(key: ParsedNode | null, place: Place, object: ObjectNode): StringNode {
    if (key === null) return stringNode(object.start, object.start, "", true);
    const start = place?.start ?? key.range[0];
    const end = place?.end ?? key.range[1];
    const raw = this.#text.slice(key.range[0], key.range[1]);
    const value = isScalar(key) && typeof key.value === "string" ? key.value : raw;
    return stringNode(start, end, value, true);
  }

  #scalar(scalar: Scalar.Parsed, start: number, end: number): Node {
    const value: unknown = scalar.value;
    if (typeof value === "number") return numberNode(start, end, value);
    if (typeof value === "bigint") return numberNode(start, end, Number(value));
    if (typeof value === "boolean") return booleanNode(start, end, value);
    if (typeof value !== "string") return nullNode(start, end);
    const name = scalar.type === "PLAIN" ? wholePlaceholder(value) : undefined;
    return name === undefined ? stringNode(start, end, value, true) : placeholderNode(start, end, name);
  }

  #alias(alias: Alias.Parsed, depth: number, start: number, end: number): Node {
    const target = this.#anchors.get(alias.source);
    if (target === undefined) {
      const message = `No anchor \`&${alias.source}\` stands before this alias.`;
      this.#problems.push(syntaxProblem("yaml-syntax", start, end, message));
      return missingNode(start);
    }
    // An anchor around its own alias has no end; the depth stops it.
    return this.node(target, depth + 1, { start, end });
  }

  #tooManyCopies(start: number, end: number): Node {
    if (this.#aliasNodes === MAX_YAML_ALIAS_NODES + 1) {
      const message = `Aliases expand to more than ${MAX_YAML_ALIAS_NODES} values; the rest is not read.`;
      this.#problems.push(syntaxProblem("yaml-syntax", start, end, message));
    }
    return nullNode(start, end);
  }
}

interface YamlPair {
  readonly key: ParsedNode | null;
  readonly value: ParsedNode | null;
}
