/** What a rule is to those who list, explain, set and silence rules, whatever language it is about. */
import type { Severity } from "../problem.ts";
import type { DocumentKind, MachineType } from "../vocabulary.ts";

export interface RuleInfo {
  /** Kebab-case, stable. */
  readonly id: string;
  /** Of its findings, unless one says otherwise. */
  readonly severity: Severity;
  /** One line: what it finds. */
  readonly summary: string;
  /** Why that is a mistake, for somebody who has just made it. */
  readonly reason: string;
  /** Documents with the mistake; `«` and `»` stand around the range of the first finding. */
  readonly bad: readonly string[];
  /** Documents without it, near to the bad ones. */
  readonly good: readonly string[];
  readonly docs: string;
  /** What the examples are; left out: definitions of state machines. */
  readonly kind?: DocumentKind;
  /** The examples are Express workflows. */
  readonly machineType?: MachineType;
}
