/** `sluice match`: whether messages get through a filter policy or an event pattern, and why. */
import {
  type CompiledPattern,
  checkPattern,
  compilePattern,
  type JsonValue,
  languageOf,
  matchPattern,
  type PatternDialect,
  parseText,
  patternEventOf,
  valueOf,
} from "@sluice/engine";
import { type Arguments, type Command, choice, readArguments } from "./command.ts";
import { decode } from "./decode.ts";
import { UnreadableError, UsageError } from "./failure.ts";
import { readText } from "./files.ts";
import type { MatchReport, MessageResult } from "./match-report.ts";
import { matchText } from "./match-text.ts";
import type { Terminal } from "./terminal.ts";

const USAGE = `usage: sluice match --policy FILE --message FILE [options]

Tells whether a message gets through a filter policy or an event pattern, and for each key why, by which alternative, and
what nearest change of the message or of the policy would let it through. Exit code 1: it does not.

  --policy FILE                             the policy or pattern, JSON or YAML
  --message FILE                            the message; may stand several times; - is standard input
  --dialect sns|eventbridge|pipes|esm       whose policy it is (by the file's name, else sns)
  --scope MessageAttributes|MessageBody     what an SNS policy looks at (MessageAttributes)
  --format text|json                        how to report (text)

Instead of a file JSON itself may stand. Messages of SNS are {"body": "...", "attributes": {"name": {"Type": "String",
"Value": "..."}}}, as Message and MessageAttributes of the API too; or just what the policy looks at: the body, or
attributes by name. Messages of EventBridge are events, those of Pipes and of event source mappings (esm) records.
`;

export const matchCommand: Command = {
  name: "match",
  summary: "tell whether a message gets through a filter policy, and why",
  usage: USAGE,
  async run(argv, terminal) {
    const given = readArguments(argv, ["policy", "message", "dialect", "scope", "format"]);
    const format = choice(given, "format", ["text", "json"]);
    const policy = given.option("policy");
    const messages = given.list("message");
    if (policy === undefined) throw new UsageError("--policy is missing");
    if (messages.length === 0) throw new UsageError("--message is missing");
    const [stray] = given.positionals;
    if (stray !== undefined) throw new UsageError(`${stray} stands behind no option`);
    const dialect = dialectOf(given, policy);
    const { text, value } = await readJson(policy, "the policy", terminal);
    const pattern = compilePattern(text ?? value, dialect);
    const results: MessageResult[] = [];
    for (const message of messages) results.push(await judge(message, pattern, terminal));
    const mistakes = pattern.rejection === undefined ? [] : checkPattern(text ?? JSON.stringify(value), dialect);
    const report = { policy: nameOf(policy, "policy"), pattern, mistakes, results };
    terminal.write(format === "json" ? matchJson(report) : matchText(report, terminal));
    return results.every(({ matches }) => matches) ? 0 : 1;
  },
};

function dialectOf(given: Arguments, policy: string): PatternDialect {
  const byName = /event-pattern\.(?:json|ya?ml)$/i.test(policy) ? "eventbridge" : "sns";
  const dialect = choice(given, "dialect", ["sns", "eventbridge", "pipes", "esm"], byName);
  const scope = choice(given, "scope", ["MessageAttributes", "MessageBody"]);
  if (dialect === "sns") return scope === "MessageBody" ? "sns-body" : "sns-attributes";
  if (given.option("scope") !== undefined) throw new UsageError("--scope goes with --dialect sns only");
  return dialect;
}

/** A file, standard input, or JSON as it stands on the command line. */
async function textOf(source: string, { cwd, readInput }: Terminal): Promise<string> {
  if (source === "-") return decode(await readInput(), "standard input");
  return isJson(source) ? source : readText(cwd, source);
}

function isJson(source: string): boolean {
  return /^\s*[{[]/.test(source);
}

function nameOf(source: string, what: string): string {
  if (source === "-") return "standard input";
  return isJson(source) ? what : source;
}

interface Json {
  /** As it is written; undefined for YAML, whose text AWS never sees. */
  readonly text: string | undefined;
  readonly value: JsonValue;
}

async function readJson(source: string, what: string, terminal: Terminal): Promise<Json> {
  const text = await textOf(source, terminal);
  const language = languageOf(text, isJson(source) ? undefined : source);
  const { root, problems } = parseText(text, language);
  const [problem] = problems.filter(({ severity }) => severity === "error");
  if (language === "yaml" && (problem !== undefined || root.kind === "missing")) {
    throw new UnreadableError(
      `${nameOf(source, what)} holds neither JSON nor YAML: ${problem?.message ?? "it is empty"}`,
    );
  }
  return { text: language === "json" ? text : undefined, value: valueOf(root) };
}

async function judge(source: string, pattern: CompiledPattern, terminal: Terminal): Promise<MessageResult> {
  const { text, value } = await readJson(source, "the message", terminal);
  const event = patternEventOf(value, text ?? JSON.stringify(value), pattern.dialect);
  const message = nameOf(source, "message");
  if (event === undefined) throw new UnreadableError(`${message} is no message: it must be an object with attributes`);
  return { message, ...matchPattern(pattern, event) };
}

/** One message's result, or a list of them where there are several. */
function matchJson({ policy, pattern, results }: MatchReport): string {
  const all = results.map(({ message, ...result }) => ({ policy, message, dialect: pattern.dialect, ...result }));
  return `${JSON.stringify(all.length === 1 ? all[0] : all, null, 2)}\n`;
}
