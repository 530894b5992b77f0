/**
 * One mistake in one document. Plain data: every rule, parser and validator of the engine reports in this shape,
 * and every shell (server, command line, panel) translates from it.
 */
export type Severity = "error" | "warning" | "info" | "hint";

/** A change of text, as UTF-16 offsets into the document that was checked. */
export interface TextEdit {
  readonly start: number;
  readonly end: number;
  readonly newText: string;
}

/** A way to mend a problem: applied as a whole, or not at all. */
export interface Fix {
  readonly title: string;
  readonly edits: readonly TextEdit[];
}

/** Another place that explains the problem ("first declared here"). */
export interface Related {
  readonly start: number;
  readonly end: number;
  readonly message: string;
}

/** What AWS's ValidateStateMachineDefinition says about the same mistake. */
export interface AwsDiagnostic {
  readonly code: string;
  readonly message: string;
  /** Pointer-like place, e.g. `/States/X/Next`; AWS leaves it out for MISSING_END_STATE. */
  readonly location?: string;
}

export interface Problem {
  /** Id of the rule, kebab-case, stable: settings, silencing comments and `sluice explain` use it. */
  readonly rule: string;
  readonly severity: Severity;
  /** UTF-16 offsets into the document; `end` is exclusive. The smallest range that is wrong. */
  readonly start: number;
  readonly end: number;
  /** What is wrong and what to do, in one sentence or two. */
  readonly message: string;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** Address of the documentation page. */
  readonly docs?: string;
  /** Present where AWS rejects the definition, in AWS's own words. */
  readonly aws?: AwsDiagnostic;
}
