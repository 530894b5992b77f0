import { MAX_DEFINITION_BYTES } from "../../limits.ts";
import type { RuleInfo } from "../../rules/types.ts";
import { guide } from "./rule.ts";

/** Looks at the text, not at the machine: `problems.ts` reports it. */
export const definitionTooLong: RuleInfo = {
  id: "definition-too-long",
  severity: "warning",
  summary: `A definition of more than ${MAX_DEFINITION_BYTES} bytes.`,
  reason: "That is AWS's quota for a definition, in UTF-8 and as it is after placeholders are filled in.",
  bad: [`«{»"Comment": "${"x".repeat(MAX_DEFINITION_BYTES)}", "StartAt": "A", "States": {"A": {"Type": "Succeed"}}}`],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}'],
  docs: guide("service-quotas.html"),
};
