/** The documents of the policy languages: what is written in files of their own, and embedded in templates. */
import type { BaseDocument } from "../editor/types.ts";
import type { DocumentOptions } from "../languages/types.ts";

interface PolicyBase<K extends string> extends BaseDocument {
  readonly kind: K;
  readonly options: DocumentOptions;
}

/** When a queue, or a subscription, gives a message to its dead-letter queue. */
export type RedrivePolicyDocument = PolicyBase<"redrive-policy">;
/** Which queues may use a dead-letter queue. */
export type RedriveAllowPolicyDocument = PolicyBase<"redrive-allow-policy">;
export type PolicyDocument = RedrivePolicyDocument | RedriveAllowPolicyDocument;
