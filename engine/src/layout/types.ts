/** What graph layout answers: absolute coordinates in CSS pixels, origin top left, y down. Plain data. */
export interface GraphLayout {
  readonly width: number;
  readonly height: number;
  /** In paint order: a container stands before what is inside it. */
  readonly nodes: readonly LayoutNode[];
  readonly edges: readonly LayoutEdge[];
}

export interface LayoutNode {
  /**
   * A state's name for states; `^` + scope id and `$` + scope id for the start and end markers of a scope; the scope
   * id for a branch of a Parallel. A name that stands twice (a mistake) gets its scope's id in front the second time.
   */
  readonly id: string;
  readonly kind: "state" | "scope" | "start" | "end";
  /** State type for states: Task, Choice, ... */
  readonly type?: string;
  /** Full state name, for states: `label` may be shorter. */
  readonly name?: string;
  /** What to show; already shortened to fit `width`. */
  readonly label: string;
  /** Second line for states: the resource's short name ("lambda:invoke"), the seconds of a Wait, ... */
  readonly detail?: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Nesting depth; 0 for the machine's own states. */
  readonly depth: number;
  /** The state (Map, Parallel) that this node lies inside of. */
  readonly container?: string;
  /** A Map or Parallel that holds other nodes: how much of its top belongs to its own label. */
  readonly headerHeight?: number;
}

export interface LayoutEdge {
  /** Node ids. */
  readonly from: string;
  readonly to: string;
  readonly kind: "next" | "choice" | "default" | "catch" | "start" | "end";
  /** For Choice rules and catchers: the condition or the error names, shortened. */
  readonly label?: string;
  /** Centre of the label. */
  readonly labelX?: number;
  readonly labelY?: number;
  /** The label in full, where it was shortened. */
  readonly title?: string;
  /** Choice rules or catchers (indexes) that this edge stands for: those with the same target share one edge. */
  readonly indexes?: readonly number[];
  /** Corner points from source to target; a shell draws them with rounded corners. */
  readonly points: readonly (readonly [x: number, y: number])[];
  /** Goes against the flow (a loop). */
  readonly back?: true;
}
