/**
 * What the services that match patterns have in common, and where they differ: one row a dialect. All of them run AWS's
 * engine event-ruler, in different versions.
 * https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html
 */
import type { NumberRules } from "./numbers.ts";
import type { PatternDialect } from "./types.ts";

export interface DialectRow {
  /** What messages call the service, and one pattern of it. */
  readonly service: string;
  readonly subject: string;
  readonly docs: string;
  /** The error's code in the API. */
  readonly code: string;
  /** AWS's message from its engine's words. */
  awsMessage(words: string): string;
  /** Whether the whole text must be JSON before anything else is looked at. */
  readonly readsTextFirst: boolean;
  /** What AWS says before its JSON parser's words. */
  readonly syntaxPrefix: string;
  /** Keys may hold objects of keys. */
  readonly nests: boolean;
  readonly numbers: NumberRules;
  /** Operators inside `anything-but`. */
  readonly insideAnythingBut: ReadonlySet<string>;
  /** Whether a list of them may stand there. */
  readonly listInsideAnythingBut: boolean;
  /** `prefix` and `suffix` take `{"equals-ignore-case": ...}`. */
  readonly affixIgnoresCase: boolean;
  /** Operators that the engine knows and the service does not name: they may work, or may not. */
  readonly unconfirmed: ReadonlySet<string>;
  /** What AWS calls a mistake in the affix inside `anything-but`. */
  readonly affixWords: "prefix/suffix" | "prefix";
}

const ENGINE_OF_TODAY = {
  readsTextFirst: false,
  syntaxPrefix: "",
  nests: true,
  numbers: "double",
  insideAnythingBut: new Set(["prefix", "suffix", "equals-ignore-case", "wildcard"]),
  listInsideAnythingBut: true,
  affixIgnoresCase: true,
  unconfirmed: new Set<string>(),
  affixWords: "prefix/suffix",
} as const;

const SNS = {
  service: "SNS",
  subject: "filter policy",
  docs: "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html",
  code: "InvalidParameter",
  readsTextFirst: true,
  syntaxPrefix: "failed to parse JSON. ",
  numbers: "sns",
  insideAnythingBut: new Set(["prefix"]),
  listInsideAnythingBut: false,
  affixIgnoresCase: false,
  unconfirmed: new Set(["wildcard"]),
  affixWords: "prefix",
} as const;

/** About the scope, and without the parameter's name before it. */
export const NESTED_IN_ATTRIBUTES = "Filter policy scope MessageAttributes does not support nested filter policy";

function snsMessage(words: string): string {
  return words === NESTED_IN_ATTRIBUTES ? `Invalid parameter: ${words}` : `Invalid parameter: FilterPolicy: ${words}`;
}

export const DIALECTS: Readonly<Record<PatternDialect, DialectRow>> = {
  "sns-attributes": { ...SNS, nests: false, awsMessage: snsMessage },
  "sns-body": { ...SNS, nests: true, awsMessage: snsMessage },
  eventbridge: {
    ...ENGINE_OF_TODAY,
    service: "EventBridge",
    subject: "event pattern",
    docs: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html",
    code: "InvalidEventPatternException",
    awsMessage: (words) => `Event pattern is not valid. Reason: ${words}`,
  },
  pipes: {
    ...ENGINE_OF_TODAY,
    service: "EventBridge Pipes",
    subject: "filter pattern",
    docs: "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes-event-filtering.html",
    code: "ValidationException",
    awsMessage: (words) => `Event pattern is not valid. Reason: ${words}`,
    insideAnythingBut: new Set(),
  },
  esm: {
    ...ENGINE_OF_TODAY,
    service: "Lambda",
    subject: "filter pattern",
    docs: "https://docs.aws.amazon.com/lambda/latest/dg/invocation-eventfiltering.html",
    code: "InvalidParameterValueException",
    awsMessage: () => "Invalid filter pattern definition.",
  },
};

/** What Subscribe says where SetSubscriptionAttributes and all others say `message`. */
export function subscribeMessage(message: string): string {
  return message.replace("Invalid parameter: FilterPolicy: ", "Invalid parameter: Attributes Reason: FilterPolicy: ");
}

/** What a person calls a pattern of a dialect: "SNS filter policy, MessageBody". */
export function patternTitle(dialect: PatternDialect): string {
  const { service, subject } = DIALECTS[dialect];
  const scope = { "sns-attributes": ", MessageAttributes", "sns-body": ", MessageBody" }[dialect as string] ?? "";
  return `${service} ${subject}${scope}`;
}
