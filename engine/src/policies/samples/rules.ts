/** Rules about sample messages. They are Sluice's own: AWS does not read the file. */
import type { RuleInfo } from "../../rules/types.ts";

export interface SampleRule extends RuleInfo {
  /** The policy that lies beside the examples, under this name. */
  readonly policy: { readonly name: string; readonly text: string } | undefined;
}

const PAGE = "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html";
const POLICY = { name: "orders.filter-policy.json", text: '{"store": ["amsterdam"]}' };

export const sampleExpectation: SampleRule = {
  id: "sample-expectation",
  severity: "error",
  summary: "A sample message to which the policy does not say what is expected.",
  reason: "`matches` says what the policy is meant to do with the message: either it or the policy is wrong.",
  policy: POLICY,
  bad: ['{"messages": [{"MessageAttributes": {"store": "delft"}, «"matches": true»}]}'],
  good: ['{"messages": [{"MessageAttributes": {"store": "delft"}, "matches": false}]}'],
  docs: PAGE,
};

export const sampleOfOtherKind: SampleRule = {
  id: "sample-of-other-kind",
  severity: "warning",
  summary: "A sample message that has nothing of what the policy compares.",
  reason:
    "A filter policy compares MessageAttributes or the Message, as its scope says, and an event pattern the event: " +
    "anything else in a sample is not looked at.",
  policy: POLICY,
  bad: ['{"messages": [«{»"event": {"store": "amsterdam"}}]}'],
  good: ['{"messages": [{"MessageAttributes": {"store": "amsterdam"}}]}'],
  docs: PAGE,
};

export const sampleWithoutPolicy: SampleRule = {
  id: "sample-without-policy",
  severity: "info",
  summary: "Sample messages with no policy beside.",
  reason:
    "`orders.messages.json` belongs to `orders.filter-policy.json` or `orders.event-pattern.json` in the same folder.",
  policy: undefined,
  bad: ['«{»"messages": []}'],
  good: [],
  docs: PAGE,
};

export const SAMPLE_RULES: readonly SampleRule[] = [sampleExpectation, sampleOfOtherKind, sampleWithoutPolicy];
