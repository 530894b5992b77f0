/** Completion of names in `Ref`, `Fn::GetAtt`, `Fn::Sub`, `DependsOn` and `Condition`, finished or not. */
import type { CompletionEntry } from "../../editor/types.ts";
import { resourceType } from "../../schema/resources.ts";
import type { TemplateDocument } from "../document.ts";
import type { Template } from "../model.ts";
import { namedMarkdown, PSEUDO_PARAMETERS } from "./named.ts";

type What = "value" | "resource" | "condition" | "attribute" | "variable" | "variable attribute";

/** By what stands on the line before the cursor; the last group is the word that is being written. */
const BEFORE: readonly (readonly [RegExp, What])[] = [
  [/!Ref\s+["']?([\w:]*)$/, "value"],
  [/["']?\bRef["']?\s*:\s*["']?([\w:]*)$/, "value"],
  [/!GetAtt\s+["']?(\w+)\.([\w.]*)$/, "attribute"],
  [/Fn::GetAtt["']?\s*:\s*["']?(\w+)\.([\w.]*)$/, "attribute"],
  [/(?:Fn::GetAtt["']?\s*:|!GetAtt)\s*\[\s*["']?(\w+)["']?\s*,\s*["']?([\w.]*)$/, "attribute"],
  [/(?:Fn::GetAtt["']?\s*:|!GetAtt)\s*(?:\[\s*)?["']?(\w*)$/, "resource"],
  [/\bDependsOn["']?\s*:\s*(?:\[[^\]]*)?["']?(\w*)$/, "resource"],
  [/(?:!Condition\s+|!If\s*\[\s*|Fn::If["']?\s*:\s*\[\s*)["']?(\w*)$/, "condition"],
  [/\$\{(\w+)\.([\w.]*)$/, "variable attribute"],
  [/\$\{([\w:]*)$/, "variable"],
];

/** Undefined where no name is being written. */
export function completeNames(document: TemplateDocument, offset: number): readonly CompletionEntry[] | undefined {
  const { text, template } = document;
  const line = text.slice(text.lastIndexOf("\n", offset - 1) + 1, offset);
  const found = BEFORE.map(([before, what]) => ({ match: before.exec(line), what })).find(
    ({ match }) => match !== null,
  );
  if (found?.match === undefined || found.match === null || template === undefined) return undefined;
  const { match, what } = found;
  if (what.startsWith("variable") && !isInSub(document, offset)) return undefined;
  const word = match.at(-1) ?? "";
  const start = offset - word.length;
  const rest = /^[\w:]*/.exec(text.slice(offset))?.[0] ?? "";
  const range = { start, end: offset + rest.length };
  if (what === "attribute" || what === "variable attribute") return attributes(template, match[1] ?? "", range);
  return namesFor(template, what).map((name) => ({
    kind: "variable",
    label: name,
    detail: detailOf(template, name),
    markdown: namedMarkdown(template, { name, space: what === "condition" ? "condition" : "value" }),
    ...range,
    newText: name,
    snippet: false,
    filterText: name,
  }));
}

function namesFor({ byId, parameters, conditions }: Template, what: What): readonly string[] {
  if (what === "condition") return [...conditions.keys()];
  if (what === "resource") return [...byId.keys()];
  return [...byId.keys(), ...parameters.keys(), ...PSEUDO_PARAMETERS];
}

function detailOf({ byId, parameters }: Template, name: string): string {
  return (
    byId.get(name)?.type ??
    (parameters.has(name) ? "parameter" : name.startsWith("AWS::") ? "pseudo parameter" : "condition")
  );
}

function attributes(
  { byId }: Template,
  id: string,
  range: { readonly start: number; readonly end: number },
): readonly CompletionEntry[] {
  const type = resourceType(byId.get(id)?.type ?? "");
  return Object.entries(type?.attributes ?? {}).map(([name, { text }]) => ({
    kind: "member",
    label: name,
    detail: `attribute of ${byId.get(id)?.type}`,
    markdown: text,
    ...range,
    newText: name,
    snippet: false,
    filterText: name,
  }));
}

/** True where `Fn::Sub` fills in variables: behind `!Sub`, in its long form, in a block that one of them begins. */
function isInSub({ text }: TemplateDocument, offset: number): boolean {
  const sub = Math.max(text.lastIndexOf("!Sub", offset), text.lastIndexOf("Fn::Sub", offset));
  if (sub < 0) return false;
  const line = text.slice(text.lastIndexOf("\n", sub - 1) + 1, sub);
  const indent = /^[ \t]*/.exec(line)?.[0].length ?? 0;
  // Every line since then is indented more, or in the brackets that it opened.
  return text
    .slice(sub, offset)
    .split("\n")
    .slice(1)
    .every((one) => one.trim() === "" || (/^[ \t]*/.exec(one)?.[0].length ?? 0) > indent);
}
