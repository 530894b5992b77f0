/**
 * Silencing one rule at one place. A definition must stay what AWS accepts, and JSON has no comments, so the words stand
 * in a `Comment` field: `sluice-disable rule-a, rule-b` holds for the object that has the Comment, its name included; in
 * the machine's own Comment for everything. YAML also has `# sluice-disable-next-line rule`, `# sluice-disable-line rule`
 * and, for the whole file, `# sluice-disable rule`. Whatever follows the ids is for people.
 * https://states-language.net/spec.html#states-fields
 */
import type { Problem } from "../problem.ts";
import { nodeAt } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { ObjectNode, StringNode } from "../text/tree.ts";

export const SILENCE_WORD = "sluice-disable";

/** The rule that reports silencing which silences nothing. */
export const USELESS_SILENCE = "useless-disable";

const DIRECTIVE = /sluice-disable(-next-line|-line)?[ \t]+([a-z][a-z0-9-]*(?:[ \t]*,[ \t]*[a-z][a-z0-9-]*)*)/g;

/** One id of one directive, and where problems must start for it to hold. */
export interface Silence {
  readonly rule: string;
  /** Place of the id in the document. */
  readonly start: number;
  readonly end: number;
  /** What it covers. */
  readonly from: number;
  readonly to: number;
}

/** The problems without those that the text itself silences, and with one for each silence that is of no use. */
export function withoutSilenced(problems: readonly Problem[], parsed: ParsedText): readonly Problem[] {
  const silences = silencesOf(parsed);
  if (silences.length === 0) return problems;
  const used = new Set<Silence>();
  const left = problems.filter((problem) => {
    const silence = silences.find(
      ({ rule, from, to }) => rule === problem.rule && problem.start >= from && problem.start < to,
    );
    if (silence !== undefined) used.add(silence);
    return silence === undefined;
  });
  const useless = silences.filter((silence) => !used.has(silence)).map(uselessProblem);
  return useless.length === 0 ? left : [...left, ...useless].sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Everything that the text silences, in document order. */
export function silencesOf(parsed: ParsedText): readonly Silence[] {
  const { text } = parsed;
  if (!text.includes(SILENCE_WORD)) return [];
  const silences: Silence[] = [];
  for (const match of text.matchAll(DIRECTIVE)) {
    const covered = coverage(parsed, match.index, match[1] ?? "");
    if (covered === undefined) continue;
    const ids = match[2] as string;
    const idsStart = match.index + match[0].length - ids.length;
    for (const id of ids.matchAll(/[a-z0-9-]+/g)) {
      const start = idsStart + id.index;
      silences.push({ rule: id[0], start, end: start + id[0].length, ...covered });
    }
  }
  return silences;
}

function coverage(parsed: ParsedText, offset: number, where: string): { from: number; to: number } | undefined {
  const { text, language, root } = parsed;
  const node = nodeAt(root, offset);
  if (node?.kind === "string") return where === "" ? commentCoverage(node) : undefined;
  const lineStart = text.lastIndexOf("\n", offset - 1) + 1;
  if (language !== "yaml" || !/(?:^|\s)#/.test(text.slice(lineStart, offset))) return undefined;
  if (where === "") return { from: 0, to: Number.POSITIVE_INFINITY };
  const next = nextLine(text, offset);
  return where === "-line" ? { from: lineStart, to: next } : { from: next, to: nextLine(text, next) };
}

function nextLine(text: string, offset: number): number {
  const end = text.indexOf("\n", offset);
  return end < 0 ? text.length + 1 : end + 1;
}

/** The object that the Comment belongs to, with the key that names it. */
function commentCoverage(node: StringNode): { from: number; to: number } | undefined {
  const property = node.parent;
  if (property?.kind !== "property" || property.key.value !== "Comment" || property.value !== node) return undefined;
  return rangeWithName(property.parent);
}

function rangeWithName(object: ObjectNode): { from: number; to: number } {
  if (object.parent === undefined) return { from: 0, to: Number.POSITIVE_INFINITY };
  return { from: object.parent.kind === "property" ? object.parent.start : object.start, to: object.end };
}

function uselessProblem({ rule, start, end }: Silence): Problem {
  return {
    rule: USELESS_SILENCE,
    severity: "warning",
    start,
    end,
    message: `There is nothing here that "${rule}" would report: this silences nothing.`,
  };
}
