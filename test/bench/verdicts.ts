/**
 * What the tools say about the public cases, not how fast: `node verdicts.ts <who> <lint cases> <accepted>`.
 * A mistake counts as caught by whatever is reported, in whatever place and words; a good definition as wrongly flagged
 * by an error. That is generous to everybody alike.
 */
import { readFileSync } from "node:fs";
import { check } from "@sluice/engine";
import { importPeer } from "./peers.ts";

type Tool = "sluice" | "asls" | "asl-validator";

/** Caught or flagged, and of how many. */
type Count = readonly [number, number];

export interface Verdicts {
  readonly errorsCaught: Count;
  readonly warningsCaught: Count;
  readonly goodFlagged: Count;
  readonly acceptedFlagged: Count;
}

interface Said {
  readonly errors: number;
  readonly all: number;
}

type Judge = (text: string, language: "json" | "yaml") => Promise<Said> | Said;

interface Row {
  readonly expect?: string;
  readonly yaml?: string;
  readonly text?: string;
  readonly definition?: unknown;
}

async function judgeOf(who: Tool): Promise<Judge> {
  if (who === "sluice") {
    return (text, language) => {
      const problems = check(text, { language });
      return { errors: problems.filter(({ severity }) => severity === "error").length, all: problems.length };
    };
  }
  if (who === "asl-validator") {
    const validate = (await importPeer("asl-validator")) as unknown as (definition: unknown) => { errors: unknown[] };
    return (text) => {
      const definition = parsedJson(text);
      if (definition === undefined) return { errors: 1, all: 1 };
      const { length } = validate(definition).errors;
      return { errors: length, all: length };
    };
  }
  const { getLanguageService, getYamlLanguageService, TextDocument } = (await importPeer(
    "amazon-states-language-service",
  )) as Record<string, (options: object) => LanguageService> & { TextDocument: TextDocuments };
  return async (text, language) => {
    const service = (language === "yaml" ? getYamlLanguageService : getLanguageService)?.({}) as LanguageService;
    const id = language === "yaml" ? "asl-yaml" : "asl";
    const document = TextDocument.create(`file:///case.${id}`, id, 1, text);
    const found = await service.doValidation(document, service.parseJSONDocument(document));
    return { errors: found.filter(({ severity }) => severity === 1).length, all: found.length };
  };
}

interface LanguageService {
  parseJSONDocument(document: unknown): unknown;
  doValidation(document: unknown, json: unknown): Promise<{ severity?: number }[]>;
}

interface TextDocuments {
  create(uri: string, language: string, version: number, text: string): unknown;
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function rowsOf(path: string): readonly Row[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => JSON.parse(line) as Row);
}

async function countOf(judge: Judge, rows: readonly Row[], counts: (said: Said) => boolean): Promise<Count> {
  let found = 0;
  for (const row of rows) {
    const text = row.yaml ?? row.text ?? JSON.stringify(row.definition, null, 2);
    if (counts(await judge(text, row.yaml === undefined ? "json" : "yaml"))) found++;
  }
  return [found, rows.length];
}

async function verdictsOf(who: Tool, lint: string, accepted: string): Promise<Verdicts> {
  const judge = await judgeOf(who);
  const rows = rowsOf(lint);
  const expecting = (expect: RegExp): readonly Row[] => rows.filter((row) => expect.test(row.expect ?? ""));
  return {
    errorsCaught: await countOf(judge, expecting(/^error$/), ({ all }) => all > 0),
    warningsCaught: await countOf(judge, expecting(/^warning$/), ({ all }) => all > 0),
    goodFlagged: await countOf(judge, expecting(/^ok/), ({ errors }) => errors > 0),
    acceptedFlagged: await countOf(judge, rowsOf(accepted), ({ errors }) => errors > 0),
  };
}

const [who, lint, accepted] = process.argv.slice(2) as [Tool, string, string];
console.log(JSON.stringify(await verdictsOf(who, lint, accepted)));
// A peer may leave timers behind.
process.exit(0);
