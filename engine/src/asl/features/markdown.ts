/** The documentation of the schemas' tables as Markdown, the same in hovers, completions and explanations. */
import type { ContextEntry, EnumEntry, ErrorEntry, FieldEntry, FunctionEntry, StatesMember } from "../../schema/types.ts";

/** Text as inline code, whatever it holds. */
export function code(text: string): string {
  const line = text.replace(/\s+/g, " ");
  const runs = line.match(/`+/g) ?? [];
  const fence = "`".repeat(Math.max(0, ...runs.map((run) => run.length)) + 1);
  return fence.length === 1 ? `\`${line}\`` : `${fence} ${line} ${fence}`;
}

/** A user's own words as text: nothing in them is markup. */
export function plain(text: string): string {
  return text.replace(/[\\`*_{}[\]()#+\-.!<>|~&]/g, "\\$&").replace(/\s*\n\s*/g, " ");
}

function page(link: string): string {
  return link.includes("states-language.net")
    ? `[States language](${link})`
    : link.includes("jsonata.org")
      ? `[JSONata](${link})`
      : `[AWS documentation](${link})`;
}

/** Paragraphs, those that are empty left out. */
export function paragraphs(...parts: readonly (string | undefined)[]): string {
  return parts.filter((part) => part !== undefined && part !== "").join("\n\n");
}

export function fieldMarkdown(name: string, field: FieldEntry, owner?: string): string {
  const facts = [field.type];
  if (field.required) facts.push("required");
  if (field.default !== undefined) facts.push(`default ${code(field.default)}`);
  if (field.queryLanguage !== undefined) facts.push(`${field.queryLanguage} only`);
  if (field.distributed) facts.push("Distributed Map only");
  const since = field.since === undefined ? "" : ` · since ${field.since}`;
  const title = owner === undefined ? `**${name}**` : `**${name}** (${owner})`;
  return paragraphs(`${title}: ${facts.join(" · ")}`, field.text, `${page(field.link)}${since}`);
}

/** One of the values that a field may have. */
export function valueMarkdown(name: string, field: FieldEntry, value: EnumEntry): string {
  return paragraphs(`**${value.value}** (${name})`, value.text, page(field.link));
}

export function errorMarkdown(error: ErrorEntry): string {
  const notes = error.catchable
    ? error.matchedByAll
      ? ""
      : `${code("States.ALL")} does not match it.`
    : "No retrier or catcher can see it.";
  return paragraphs(`**${error.name}** (error name)`, error.text, notes, page(error.link));
}

/** `States.ArrayPartition(array, size)`, optional parameters in brackets. */
export function signature({ name, parameters }: FunctionEntry): string {
  const list = parameters.map((parameter) => {
    const text = parameter.variadic ? `${parameter.name}...` : parameter.name;
    return parameter.optional ? `[${text}]` : text;
  });
  return `${name}(${list.join(", ")})`;
}

export function functionMarkdown(entry: FunctionEntry): string {
  const special = {
    added: "Added to JSONata by Step Functions.",
    changed: "Step Functions changed it.",
    refused: "Step Functions refuses it.",
  };
  return paragraphs(
    `${code(signature(entry))}: ${entry.returns}`,
    entry.text,
    entry.stepFunctions === undefined ? "" : `*${special[entry.stepFunctions]}*`,
    entry.parameters.map(({ name, type, text }) => `- ${code(name)} (${type}): ${text}`).join("\n"),
    entry.example === "" ? "" : `Example: ${code(entry.example)} gives ${code(entry.result)}`,
    page(entry.link),
  );
}

/** `path` as written: `$$.Execution.Id` or `$states.context.Execution.Id`. */
export function contextMarkdown(path: string, entry: ContextEntry): string {
  const only = entry.only === undefined ? "" : ` · ${ONLY[entry.only] ?? entry.only}`;
  return paragraphs(
    `${code(path)}: ${entry.type}${only}`,
    entry.text,
    entry.example === "" ? "" : `Example: ${code(entry.example)}`,
    page(entry.link),
  );
}

const ONLY: Readonly<Record<string, string>> = {
  Map: "only in the states of a Map",
  "task-token": "only in tasks with `.waitForTaskToken`",
  redriven: "only in redriven executions",
};

export function memberMarkdown(member: StatesMember): string {
  const where: string[] = [];
  if (member.catcher) where.push("only in a catcher");
  if (member.stateTypes !== undefined) where.push(`only in ${member.stateTypes.join(", ")} states`);
  if (member.fields !== undefined) where.push(`in ${member.fields.join(" and ")}`);
  const facts = [member.type, ...where].join(" · ");
  return paragraphs(`${code(`$states.${member.name}`)}: ${facts}`, member.text, page(member.link));
}
