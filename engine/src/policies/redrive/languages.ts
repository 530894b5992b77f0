/** The two languages about dead-letter queues, as the table of languages lists them. */
import type { Language } from "../../editor/language.ts";
import type { Problem } from "../../problem.ts";
import { tidy } from "../../rules/tidy.ts";
import { breaksOf, type ParsedText } from "../../text/parsed.ts";
import { checkRedriveNode, type RedriveKind } from "../check.ts";
import { policyDocument } from "../document.ts";
import { completeObject, objectHover } from "../object-features.ts";
import { REDRIVE_RULES } from "../redrive-rules.ts";
import type { RedriveAllowPolicyDocument, RedrivePolicyDocument } from "../types.ts";
import { arnHover, codeActions, lenses, symbols } from "./features.ts";

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-dead-letter-queues.html */
export const redrivePolicyLanguage: Language<RedrivePolicyDocument> = {
  kind: "redrive-policy",
  rules: REDRIVE_RULES,
  open: (parsed, options) => policyDocument("redrive-policy", parsed, options),
  problems: (document) =>
    problems(document.parsed, isOfQueue(document) ? "RedrivePolicy" : "SubscriptionRedrivePolicy"),
  codeActions,
  complete: (document, offset) => completeObject(document, offset, schemaOf(document)),
  hover: (document, offset) => arnHover(document, offset) ?? objectHover(document, offset, schemaOf(document)),
  lenses,
  symbols,
};

/** https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-configure-dead-letter-queue-redrive-permission.html */
export const redriveAllowPolicyLanguage: Language<RedriveAllowPolicyDocument> = {
  kind: "redrive-allow-policy",
  rules: REDRIVE_RULES,
  open: (parsed, options) => policyDocument("redrive-allow-policy", parsed, options),
  problems: (document) => problems(document.parsed, "RedriveAllowPolicy"),
  codeActions,
  complete: (document, offset) => completeObject(document, offset, "redrive-allow-policy"),
  hover: (document, offset) => arnHover(document, offset) ?? objectHover(document, offset, "redrive-allow-policy"),
  symbols,
};

function isOfQueue({ options }: RedrivePolicyDocument): boolean {
  return options.redriveOf !== "subscription";
}

/** The kind of object that it is to the schemas. */
function schemaOf(document: RedrivePolicyDocument): string {
  return isOfQueue(document) ? "redrive-policy" : "subscription-redrive-policy";
}

/** What a policy lacks may just be what could not be read. */
function problems(parsed: ParsedText, kind: RedriveKind): readonly Problem[] {
  if (breaksOf(parsed).length > 0) return parsed.problems;
  return tidy([...parsed.problems, ...checkRedriveNode(parsed.root, kind)]);
}
