/**
 * What a rule is. A rule is plain data plus one function; its examples are its tests and its page. Rules about one state
 * look at nothing but that state, so that their findings can be kept for as long as its node lives; rules about the
 * machine may look at everything.
 */
import type { AwsDiagnostic, Fix, Related, Severity } from "../../problem.ts";
import type { RuleInfo } from "../../rules/types.ts";
import type { ParsedText } from "../../text/parsed.ts";
import type { Node } from "../../text/tree.ts";
import type { MachineType } from "../../vocabulary.ts";
import type { Machine, State } from "../model.ts";

export interface StateRule extends RuleInfo {
  readonly about: "state";
  check(state: State, context: RuleContext): void;
}

export interface MachineRule extends RuleInfo {
  readonly about: "machine";
  check(machine: Machine, context: RuleContext): void;
}

export type Rule = StateRule | MachineRule;

export interface RuleContext {
  readonly parsed: ParsedText;
  /** Undefined where the document does not say; then nothing that depends on it is reported. */
  readonly machineType: MachineType | undefined;
  /**
   * Report as AWS does, also what only follows from another mistake. Otherwise one mistake gives one problem.
   */
  readonly asAws: boolean;
  report(finding: Finding): void;
}

export interface Finding {
  /** The smallest node that is wrong. */
  readonly node: Node;
  /** A part of the node, as offsets into the document. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /**
   * AWS's words, where they are known. An error without any gets our message under SCHEMA_VALIDATION_FAILED, since AWS
   * refuses the definition in any case. `at` is the node whose location AWS gives: `node` when left out, no location
   * at all for null.
   */
  readonly aws?: { readonly code: AwsDiagnostic["code"]; readonly message: string; readonly at?: Node | null };
}

const SPEC = "https://states-language.net/spec.html";
const GUIDE = "https://docs.aws.amazon.com/step-functions/latest/dg/";

/** Address of a section of the Amazon States Language specification. */
export function spec(section: string): string {
  return `${SPEC}#${section}`;
}

/** Address of a page of the Step Functions developer guide. */
export function guide(page: string): string {
  return GUIDE + page;
}
