/** The documents of the policy languages: what is written in files of their own, and embedded in templates. */
import type { DocumentOptions } from "../editor/recognition.ts";
import type { BaseDocument } from "../editor/types.ts";

interface PolicyBase<K extends string> extends BaseDocument {
  readonly kind: K;
  readonly options: DocumentOptions;
}

/** Which messages of a topic a subscription gets. */
export type FilterPolicyDocument = PolicyBase<"filter-policy">;
/** Which events a rule, a pipe or an event source mapping takes. */
export type EventPatternDocument = PolicyBase<"event-pattern">;
/** The two whose keys are the user's and whose operators are AWS's. */
export type PatternDocument = FilterPolicyDocument | EventPatternDocument;
/** When a queue, or a subscription, gives a message to its dead-letter queue. */
export type RedrivePolicyDocument = PolicyBase<"redrive-policy">;
/** Which queues may use a dead-letter queue. */
export type RedriveAllowPolicyDocument = PolicyBase<"redrive-allow-policy">;
/** Sample messages beside a filter policy or an event pattern. */
export type SamplesDocument = PolicyBase<"messages">;

export type PolicyDocument =
  | FilterPolicyDocument
  | EventPatternDocument
  | RedrivePolicyDocument
  | RedriveAllowPolicyDocument
  | SamplesDocument;
