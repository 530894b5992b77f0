/** Words that parts of the engine share though neither stands upon the other: AWS's, and those for what a file holds. */

/** https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html */
export type QueryLanguage = "JSONPath" | "JSONata";

/** https://states-language.net/spec.html#state-types */
export const STATE_TYPES = ["Task", "Pass", "Choice", "Wait", "Succeed", "Fail", "Parallel", "Map"] as const;
export type StateType = (typeof STATE_TYPES)[number];

/** What holds states: the definition itself, a branch of a Parallel, what a Map does with each item. */
export type ScopeKind = "machine" | "branch" | "processor";

/** https://docs.aws.amazon.com/step-functions/latest/dg/choosing-workflow-type.html */
export type MachineType = "STANDARD" | "EXPRESS";

/** What a document is; each kind has one language. */
export type DocumentKind =
  | "asl"
  | "template"
  | "scenario"
  | "filter-policy"
  | "event-pattern"
  | "redrive-policy"
  | "redrive-allow-policy"
  | "messages";
