/** The languages of what templates hold, and what the template says of a document beside its text. */
import { aslLanguage } from "../asl/language.ts";
import type { BaseDocument } from "../editor/types.ts";
import type { DocumentOptions, Language } from "../languages/types.ts";
import { checkPatternNode } from "../patterns/check.ts";
import type { PatternDialect } from "../patterns/types.ts";
import { redriveAllowPolicyLanguage, redrivePolicyLanguage } from "../policies/redrive/languages.ts";
import type { Problem } from "../problem.ts";
import { tidy } from "../rules/tidy.ts";
import { valueNode } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Embedded } from "./embedded.ts";

export interface EmbeddedLanguage {
  readonly language: Language<BaseDocument>;
  readonly options: DocumentOptions;
}

export function languageOfEmbedded(embedded: Embedded): EmbeddedLanguage {
  switch (embedded.holds) {
    case "asl":
      return { language: aslLanguage as unknown as Language<BaseDocument>, options: machineOptions(embedded) };
    case "redrive-policy":
      return { language: redrivePolicyLanguage as unknown as Language<BaseDocument>, options: { redriveOf: "queue" } };
    case "redrive-allow-policy":
      return { language: redriveAllowPolicyLanguage as unknown as Language<BaseDocument>, options: {} };
    case "subscription-redrive-policy":
      return {
        language: redrivePolicyLanguage as unknown as Language<BaseDocument>,
        options: { redriveOf: "subscription" },
      };
    default: {
      const dialect = dialectOf(embedded);
      return judged((parsed) => checkPatternNode(parsed, parsed.root, dialect), dialect);
    }
  }
}

const SYNTAX: ReadonlySet<string> = new Set(["json-syntax", "yaml-syntax", "too-deeply-nested"]);

const languages = new Map<string, EmbeddedLanguage>();

/** A language of problems alone. */
function judged(judge: (parsed: ParsedText) => readonly Problem[], key = String(judge)): EmbeddedLanguage {
  let known = languages.get(key);
  if (known === undefined) {
    const language: Language<BaseDocument> = {
      kind: "policy",
      rules: [],
      open: (parsed) => ({ kind: "policy", text: parsed.text, language: parsed.language, parsed }),
      // What a policy lacks may just be what could not be read.
      problems: ({ parsed }) =>
        parsed.problems.some(({ rule }) => SYNTAX.has(rule))
          ? parsed.problems
          : tidy([...parsed.problems, ...judge(parsed)]),
    };
    known = { language, options: {} };
    languages.set(key, known);
  }
  return known;
}

/** Where a pattern is used says which operators it may have. */
function dialectOf({ holds, owner, resource }: Embedded): PatternDialect {
  if (holds === "event-pattern") return "eventbridge";
  if (holds === "filter-pattern") {
    if (resource.type === "AWS::Pipes::Pipe") return "pipes";
    return resource.type.startsWith("AWS::EventsV2::") ? "eventbridge" : "esm";
  }
  const scope = valueNode(owner, "FilterPolicyScope");
  return scope?.kind === "string" && scope.value === "MessageBody" ? "sns-body" : "sns-attributes";
}

function machineOptions({ resource }: Embedded): DocumentOptions {
  const name = resource.type === "AWS::Serverless::StateMachine" ? "Type" : "StateMachineType";
  const type = valueNode(resource.properties, name);
  if (type?.kind === "string" && type.value === "EXPRESS") return { machineType: "EXPRESS" };
  return type === undefined || (type.kind === "string" && type.value === "STANDARD") ? { machineType: "STANDARD" } : {};
}
