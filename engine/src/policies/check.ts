/** From a redrive policy to its problems, and to what AWS answers to it. */
import type { AwsDiagnostic, Problem } from "../problem.ts";
import { type Finding, problemOf } from "../rules/finding.ts";
import { tidy } from "../rules/tidy.ts";
import { jacksonStop } from "../text/jackson.ts";
import { valueOf } from "../text/navigate.ts";
import { languageOf, parseText } from "../text/parse.ts";
import type { ParsedText } from "../text/parsed.ts";
import type { Node } from "../text/tree.ts";
import { redriveAllowFindings } from "./redrive-allow-findings.ts";
import { type RedriveContext, redriveFindings } from "./redrive-findings.ts";
import { REDRIVE_RULES_BY_ID } from "./redrive-rules.ts";
import { type SubscriptionRedriveContext, subscriptionRedriveFindings } from "./subscription-redrive-findings.ts";

/** A queue's own two policies, and that of a subscription. */
export type RedriveKind = "RedrivePolicy" | "RedriveAllowPolicy" | "SubscriptionRedrivePolicy";

export interface RedriveSurroundings extends RedriveContext, SubscriptionRedriveContext {}

/** Every problem of the text of a redrive policy, sorted by place. Never throws. */
export function checkRedrivePolicy(
  text: string,
  kind: RedriveKind,
  context: RedriveSurroundings = {},
): readonly Problem[] {
  // An empty text takes the policy away.
  if (text.trim() === "") return [];
  const parsed = parseText(text, languageOf(text));
  const syntax = syntaxAnswer(parsed, kind);
  const broken = parsed.problems.map(({ aws: _, ...problem }) =>
    syntax === undefined ? problem : { ...problem, aws: syntax },
  );
  return tidy([...broken, ...checkRedriveNode(parsed.root, kind, context)]);
}

/** The same for a policy that is a part of a document; mistakes of the text itself are left to the document. */
export function checkRedriveNode(node: Node, kind: RedriveKind, context: RedriveSurroundings = {}): readonly Problem[] {
  const sent = sentText(node);
  return tidy(
    findingsOf(node, kind, context).map((finding) =>
      problemOf(finding, REDRIVE_RULES_BY_ID, answerTo(finding, kind, sent)),
    ),
  );
}

/** What AWS answers to the text of a redrive policy: code and first line of the message; undefined where it takes it. */
export function redriveRejection(
  text: string,
  kind: RedriveKind,
  context: RedriveSurroundings = {},
): AwsDiagnostic | undefined {
  if (text === "") return undefined;
  const parsed = parseText(text, "json");
  const syntax = syntaxAnswer(parsed, kind);
  if (syntax !== undefined) return syntax;
  const refused = findingsOf(parsed.root, kind, context).find(({ aws }) => aws !== undefined);
  return refused === undefined ? undefined : answerTo(refused, kind, text);
}

function findingsOf(node: Node, kind: RedriveKind, context: RedriveSurroundings): readonly Finding[] {
  switch (kind) {
    case "RedrivePolicy":
      return redriveFindings(node, context);
    case "RedriveAllowPolicy":
      return redriveAllowFindings(node);
    case "SubscriptionRedrivePolicy":
      return subscriptionRedriveFindings(node, context);
  }
}

/** The policy as the API gets it, when it stands in a document as an object. */
function sentText(node: Node): string {
  return JSON.stringify(valueOf(node));
}

function syntaxAnswer({ text, language }: ParsedText, kind: RedriveKind): AwsDiagnostic | undefined {
  const stop = language === "json" ? jacksonStop(text) : undefined;
  if (stop === undefined) return undefined;
  if (kind === "SubscriptionRedrivePolicy")
    return answer(kind, text, `failed to parse JSON. ${stop.message.split("\n", 1)[0]}`);
  return answer(kind, text, `Redrive ${kind === "RedrivePolicy" ? "" : "allow "}policy is not a valid JSON map.`);
}

function answerTo({ aws }: Finding, kind: RedriveKind, sent: string): AwsDiagnostic | undefined {
  return aws === undefined ? undefined : answer(kind, sent, aws);
}

function answer(kind: RedriveKind, sent: string, words: string): AwsDiagnostic {
  if (kind === "SubscriptionRedrivePolicy") {
    return { code: "InvalidParameter", message: `Invalid parameter: RedrivePolicy: ${words}` };
  }
  const reason = words === "" ? "" : ` Reason: ${words}`;
  return { code: "InvalidParameterValue", message: `Value ${sent} for parameter ${kind} is invalid.${reason}` };
}
