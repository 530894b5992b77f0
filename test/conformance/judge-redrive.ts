/** Judges redrive policies by AWS's answers. */
import { type QueueFacts, type RedriveKind, type RedriveSurroundings, redriveRejection } from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";

const KINDS: Readonly<Record<string, RedriveKind>> = {
  "sqs.RedrivePolicy": "RedrivePolicy",
  "sqs.RedriveAllowPolicy": "RedriveAllowPolicy",
  "sqs.RedriveAllowPolicy+RedrivePolicy": "RedrivePolicy",
  "sns.Subscription.RedrivePolicy": "SubscriptionRedrivePolicy",
};

/** Some recordings have a code only. */
export function judgeRedrive(row: Case): Verdict {
  if (typeof row.note === "string" && row.note.startsWith("UNCERTAIN")) {
    return { levels: {}, leftOut: "uncertain: AWS's pages contradict each other" };
  }
  const kind = KINDS[String(row.kind)];
  if (kind === undefined) return { levels: {}, why: `no policy is called ${row.kind}` };
  const text = typeof row.policyText === "string" ? row.policyText : JSON.stringify(row.policy);
  const context = row.context as RedriveSurroundings & { readonly queues?: readonly QueueFacts[] };
  const actual = redriveRejection(text, kind, context);
  const expected = row.error as { readonly code: string; readonly message?: string } | null;
  const pass = actual?.code === expected?.code;
  const message = pass && (expected?.message === undefined || actual?.message === expected.message);
  return verdict({ pass, message }, `expected ${JSON.stringify(expected)}, got ${JSON.stringify(actual)}`);
}
