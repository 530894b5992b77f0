/** The languages of what templates hold, and what the template says of a document beside its text. */
import { aslLanguage } from "../asl/language.ts";
import type { Language } from "../editor/language.ts";
import type { DocumentOptions } from "../editor/recognition.ts";
import type { BaseDocument } from "../editor/types.ts";
import type { PatternDialect } from "../patterns/types.ts";
import { eventPatternLanguage, filterPolicyLanguage } from "../policies/pattern/languages.ts";
import { redriveAllowPolicyLanguage, redrivePolicyLanguage } from "../policies/redrive/languages.ts";
import { valueNode } from "../text/navigate.ts";
import type { Embedded } from "./embedded.ts";

export interface EmbeddedLanguage {
  /** Its functions must be given documents that it has opened. */
  readonly language: Language<BaseDocument>;
  readonly options: DocumentOptions;
}

export function languageOfEmbedded(embedded: Embedded): EmbeddedLanguage {
  switch (embedded.holds) {
    case "asl":
      return spoken(aslLanguage, machineOptions(embedded));
    case "filter-policy":
      return spoken(filterPolicyLanguage, { dialect: dialectOf(embedded) });
    case "event-pattern":
    case "filter-pattern":
      return spoken(eventPatternLanguage, { dialect: dialectOf(embedded) });
    case "redrive-policy":
      return spoken(redrivePolicyLanguage, { redriveOf: "queue" });
    case "redrive-allow-policy":
      return spoken(redriveAllowPolicyLanguage, {});
    case "subscription-redrive-policy":
      return spoken(redrivePolicyLanguage, { redriveOf: "subscription" });
  }
}

function spoken<D extends BaseDocument>(language: Language<D>, options: DocumentOptions): EmbeddedLanguage {
  return { language: language as unknown as Language<BaseDocument>, options };
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
