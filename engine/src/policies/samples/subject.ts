/** The policy that sample messages are for: it lies beside them, under one of a few names. */
import { uriBeside } from "../../editor/surroundings.ts";
import type { FileBeside, Surroundings } from "../../editor/types.ts";
import type { CompiledPattern, PatternDialect } from "../../patterns/types.ts";
import { parseText } from "../../text/parse.ts";
import { policyDocument } from "../document.ts";
import { patternOf } from "../pattern/compiled.ts";
import { findDialect } from "../pattern/dialect.ts";
import type { PatternDocument, SamplesDocument } from "../types.ts";
import { readSamples, readScope } from "./read.ts";
import { type Verdict, verdictsOf } from "./verdict.ts";

export interface Subject {
  readonly file: FileBeside;
  readonly document: PatternDocument;
  readonly dialect: PatternDialect;
  readonly pattern: CompiledPattern;
}

const ENDINGS = [
  "filter-policy.json",
  "body.filter-policy.json",
  "attributes.filter-policy.json",
  "event-pattern.json",
  "pipes.event-pattern.json",
  "esm.event-pattern.json",
  "json",
];

/** Templates, whose policies share their sample messages. */
const TEMPLATE_ENDINGS = ["template.yaml", "template.yml", "template.json", "yaml", "yml"];

/** `orders.messages.json` is for `orders.filter-policy.json`, `orders.event-pattern.json`, `orders.json`, ... */
export function filesBeside(_document: SamplesDocument, uri: string): Readonly<Record<string, string>> {
  return Object.fromEntries(
    [...ENDINGS, ...TEMPLATE_ENDINGS].map((ending) => [ending, uriBeside(uri, /\.messages\.json$/i, ending)]),
  );
}

/** The messages are those of a template: no policy by itself judges them. */
export function isOfTemplate({ files }: Surroundings): boolean {
  return [...ENDINGS, ...TEMPLATE_ENDINGS].some((ending) => files[ending]?.holds?.kind === "template");
}

const documents = new WeakMap<FileBeside, PatternDocument | undefined>();

/** The first policy that lies there; undefined where none does. */
export function subjectOf({ parsed }: SamplesDocument, { files }: Surroundings): Subject | undefined {
  for (const ending of ENDINGS) {
    const file = files[ending];
    const document = file && documentIn(file);
    if (file === undefined || document === undefined) continue;
    const { dialect } = findDialect(document, readScope(parsed.root));
    return { file, document, dialect, pattern: patternOf(document, dialect) };
  }
  return undefined;
}

function documentIn(file: FileBeside): PatternDocument | undefined {
  if (!documents.has(file)) documents.set(file, openPattern(file));
  return documents.get(file);
}

function openPattern({ text, holds }: FileBeside): PatternDocument | undefined {
  if (holds?.kind !== "filter-policy" && holds?.kind !== "event-pattern") return undefined;
  return policyDocument(holds.kind, parseText(text, "json"), holds.options);
}

/** What the policy beside says to each sample; nothing where there is none. */
export function verdictsIn(document: SamplesDocument, surroundings: Surroundings): readonly Verdict[] {
  const subject = subjectOf(document, surroundings);
  return subject === undefined ? [] : verdictsOf(subject.pattern, readSamples(document.parsed.root));
}
