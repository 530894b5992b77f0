/** What reading a pattern finds wrong with it, before it becomes a Problem. */
import type { Fix, Related, Severity } from "../problem.ts";
import type { Node } from "../text/tree.ts";

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
  /** AWS's words, without what its services put before and behind them. Left out where AWS accepts the pattern. */
  readonly aws?: string;
  /** The error's code, where it is not the dialect's. */
  readonly awsCode?: string;
  /** How far AWS has read when it says so; the end of the node when left out. */
  readonly at?: number;
}
