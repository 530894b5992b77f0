/**
 * Other languages inside of a scenario: event patterns that say which messages are meant, and resources as a template has
 * them. Each is a document of its own with the scenario's offsets.
 */
import type { Language } from "../../editor/language.ts";
import { NOTHING_AROUND } from "../../editor/surroundings.ts";
import type { BaseDocument, FileBeside, Surroundings } from "../../editor/types.ts";
import { eventPatternLanguage } from "../../policies/pattern/languages.ts";
import type { Problem } from "../../problem.ts";
import { OBJECTS } from "../../schema/generated/tables.ts";
import { templateLanguage } from "../../template/language.ts";
import { addProperty, missingNode, objectNode, stringNode } from "../../text/build.ts";
import { copyOf } from "../../text/copy.ts";
import { nodeAtPointer, pointerOf, property, valueOf } from "../../text/navigate.ts";
import { parseText } from "../../text/parse.ts";
import type { ParsedText } from "../../text/parsed.ts";
import type { Node } from "../../text/tree.ts";
import { holdingsIn } from "../holdings.ts";
import { readScenario } from "../read.ts";

export interface Inside {
  readonly language: Language<BaseDocument>;
  readonly document: BaseDocument;
  /** What the other language offers, and makes no sense here. */
  readonly unwanted: ReadonlySet<string>;
  /** What the other language is told of the files around. */
  readonly surroundings: Surroundings;
}

/**
 * The document of another language that an offset lies in. `probed`: the text as it would be with a word at the offset,
 * where without one nothing says what would stand there.
 */
export function insideAt(parsed: ParsedText, offset: number, probed = parsed): Inside | undefined {
  const holds = ({ start, end }: Node) => offset >= start && offset <= end;
  const pattern = patternsIn(probed).find(holds);
  if (pattern !== undefined) return patternInside(parsed, pointerOf(pattern));
  const resources = property(probed.root, "resources")?.value;
  return resources?.kind === "object" && holds(resources) ? resourcesInside(parsed) : undefined;
}

/** Nobody but Sluice reads these patterns, so AWS says nothing; and what they look at is a body, no event on a bus. */
export function patternProblems(parsed: ParsedText): readonly Problem[] {
  return patternsIn(parsed).flatMap((node) => {
    const { language, document } = patternInside(parsed, pointerOf(node));
    const problems = language.problems(document, NOTHING_AROUND).filter(({ rule }) => rule !== "pattern-unknown-field");
    return problems.map(({ aws: _, ...problem }) => problem);
  });
}

function patternsIn({ root }: ParsedText): readonly Node[] {
  return holdingsIn(root).flatMap(({ node, holds }) => (holds === "event-pattern" ? [node] : []));
}

function patternInside(parsed: ParsedText, pointer: string): Inside {
  const own = partOf(parsed, pointer, (found) => copyOf(found));
  const document = eventPatternLanguage.open(own, { dialect: "eventbridge" });
  const surroundings = { files: { messages: sentMessages(parsed.root) } };
  return { ...spoken(eventPatternLanguage, document), surroundings, unwanted: EVENT_FIELDS };
}

/** What events on a bus have at their top; bodies need not. */
const EVENT_FIELDS: ReadonlySet<string> = new Set(
  Object.keys(OBJECTS["event-pattern"]?.fields ?? {}).filter((name) => name !== "$or"),
);

function resourcesInside(parsed: ParsedText): Inside {
  const own = partOf(parsed, "/resources", (found) => {
    const { start, end } = found;
    const template = objectNode(start, end);
    addProperty(template, stringNode(start, start, "Resources", false), copyOf(found));
    return template;
  });
  const document = templateLanguage.open(own);
  return { ...spoken(templateLanguage, document), surroundings: NOTHING_AROUND, unwanted: new Set() };
}

function spoken<D extends BaseDocument>(language: Language<D>, document: D): Pick<Inside, "language" | "document"> {
  return { language: language as unknown as Language<BaseDocument>, document };
}

/** A part of the text as a text of its own. */
function partOf({ text, language, root }: ParsedText, pointer: string, rootOf: (node: Node) => Node): ParsedText {
  const made = (of: string, whole: Node): ParsedText => {
    const found = nodeAtPointer(whole, pointer);
    return { text: of, language, root: found === undefined ? missingNode(0) : rootOf(found), problems: [], reread };
  };
  const reread = (other: string): ParsedText => made(other, parseText(other, language).root);
  return made(text, root);
}

const samples = new WeakMap<Node, FileBeside>();

/** The bodies that the scenario sends, as sample messages beside its patterns: their keys and values are offered. */
function sentMessages(root: Node): FileBeside {
  let file = samples.get(root);
  if (file === undefined) {
    const bodies = readScenario(root).scenario.traffic.flatMap(({ messages }) => messages.map(({ body }) => body));
    file = { uri: "", text: JSON.stringify({ messages: bodies.flatMap((body) => eventOf(body)) }) };
    samples.set(root, file);
  }
  return file;
}

function eventOf(body: string): readonly object[] {
  const { root, problems } = parseText(body, "json");
  return root.kind === "object" && problems.length === 0 ? [{ event: valueOf(root) }] : [];
}
