/** What a check finds wrong, before it becomes a Problem: it names its rule, and the rule knows the rest. */
import type { AwsDiagnostic, Fix, Problem, Related, Severity } from "../problem.ts";
import type { Node } from "../text/tree.ts";
import type { RuleInfo } from "./types.ts";

export interface Finding {
  /** Id of the rule. */
  readonly rule: string;
  /** The smallest node that is wrong. */
  readonly node: Node;
  /** A part of the node or its surroundings, as offsets into the document. */
  readonly range?: { readonly start: number; readonly end: number };
  readonly message: string;
  /** Left out: as the rule says. */
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
  /** AWS's words, without what its services put before and behind them. Left out where AWS accepts the document. */
  readonly aws?: string;
  /** The error's code, where it is not that of all others. */
  readonly awsCode?: string;
  /** How far AWS has read when it says so; the end of the node when left out. */
  readonly at?: number;
}

/** `aws`: AWS's whole answer, where it refuses the document. */
export function problemOf(finding: Finding, rules: ReadonlyMap<string, RuleInfo>, aws?: AwsDiagnostic): Problem {
  const { rule: id, node, range = node, message, related, fixes = [] } = finding;
  const rule = rules.get(id);
  if (rule === undefined) throw new Error(`no rule ${id}`);
  return {
    rule: id,
    severity: finding.severity ?? rule.severity,
    start: range.start,
    end: range.end,
    message,
    docs: rule.docs,
    ...(related === undefined ? {} : { related }),
    ...(fixes.length === 0 ? {} : { fixes }),
    ...(aws === undefined ? {} : { aws }),
  };
}
