/** Documentation of the schemas as Markdown, the same in hovers, completions and explanations. */
import type { FieldDoc, PatternWord } from "../schema/types.ts";
import type { Explanation } from "./types.ts";

/** Text as inline code, whatever it holds. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** A user's own words as text: nothing in them is markup. */
export function plain(text: string): string {
  const line = text.trim().replace(/\s*\n\s*/g, " ");
  return line.replace(/[\\`*_[\]<>|~&]/g, "\\$&").replace(/^(?:[#+-]|\d+(?=[.)]))/, "\\$&");
}

/** Paragraphs, those that are empty left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

/** `of`: what it belongs to, "Task state", for a name that stands alone. */
export function docMarkdown(doc: FieldDoc, of?: string): string {
  const title = of === undefined ? `**${plain(doc.name)}**` : `**${plain(doc.name)}** (${of})`;
  const since = doc.since === undefined ? "" : ` · since ${doc.since}`;
  return paragraphs(`${title}: ${factsOf(doc)}`, doc.text, exampleOf(doc), docLink(doc.link) + since);
}

const SERVICES: Readonly<Record<PatternWord, string>> = {
  sns: "Amazon SNS",
  eventbridge: "EventBridge",
  pipes: "EventBridge Pipes",
  esm: "Lambda event source mappings",
};

/** "string · required · JSONPath only" */
export function factsOf(doc: FieldDoc): string {
  const facts = [doc.type];
  if (doc.required) facts.push("required");
  if (doc.default !== undefined) facts.push(`default ${code(doc.default)}`);
  if (doc.queryLanguage !== undefined) facts.push(`${doc.queryLanguage} only`);
  if (doc.dialects !== undefined) facts.push(`${doc.dialects.map((word) => SERVICES[word]).join(", ")} only`);
  return facts.join(" · ");
}

/** A field, a function, an error name as `sluice explain` tells it. */
export function docExplanation(kind: string, doc: FieldDoc): Explanation {
  const since = doc.since === undefined ? "" : ` · since ${doc.since}`;
  const text = paragraphs(doc.text, exampleOf(doc));
  return { name: doc.name, kind, facts: factsOf(doc) + since, text, bad: [], good: [], link: doc.link };
}

/** "`[{ "prefix": "a" }]` matches `"ab"`, not `"ba"`." */
function exampleOf({ example }: FieldDoc): string | undefined {
  if (example === undefined) return undefined;
  const [pattern, matches, doesNot] = example;
  return `${code(pattern)} matches ${value(matches)}, not ${value(doesNot)}.`;
}

function value(text: string): string {
  return text.replace(/"[^"]*"|\{.*\}|^-?\d+$|^null$/g, (part) => code(part));
}

/** The page as a link that says whose it is. */
export function docLink(link: string): string {
  if (link.includes("marketplace.visualstudio.com")) return `[Sluice's documentation](${link})`;
  if (link.includes("states-language.net")) return `[Amazon States Language](${link})`;
  return link.includes("jsonata.org") ? `[JSONata](${link})` : `[AWS documentation](${link})`;
}
