/** Which case files exist, which levels they are judged at, and what their rows hold. */

export type CaseKind = "execution" | "accepted" | "validation" | "variable-references" | "lint" | "test-state";

/** Case files by name. */
export const CASE_FILES: Readonly<Record<string, CaseKind>> = {
  "execution.jsonl": "execution",
  "jsonata.jsonl": "execution",
  "intrinsic.jsonl": "execution",
  "accepted.jsonl": "accepted",
  "validation.jsonl": "validation",
  "validation-reported.jsonl": "validation",
  "varrefs.jsonl": "variable-references",
  "cases.jsonl": "lint",
  "teststate.jsonl": "test-state",
};

/** One row; only what the judge of its kind reads. */
export type Case = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Verdict {
  /** Level to passed. A level that the case says nothing about is left out. */
  readonly levels: Readonly<Record<string, boolean>>;
  /** Why the first level that failed did. */
  readonly why?: string;
  /** Why the case could not be judged at all; `levels` is then empty. */
  readonly leftOut?: string;
}

/** The levels that a case counts at. */
export function levelsOf(kind: CaseKind, row: Case): readonly string[] {
  switch (kind) {
    case "execution":
      return [...executionLevels(row), ...(row.sfn_local_mock ? ["mock"] : [])];
    case "validation":
    case "test-state":
      return ["pass", "message"];
    default:
      return ["pass"];
  }
}

/** Of replaying a recorded execution. */
export function executionLevels(row: Case): readonly string[] {
  if (!Array.isArray(row.events)) return ["L1", "L2"];
  const features = row.features;
  const distributed = Array.isArray(features) && features.includes("map:distributed");
  return distributed ? ["L1", "L2", "L4", "L5"] : ["L1", "L2", "L3", "L4", "L5"];
}
