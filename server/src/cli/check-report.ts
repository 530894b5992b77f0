/** What `sluice check` found, for whatever way it is reported. */
import type { Position, Problem } from "@sluice/engine";
import type { TextFile, UnreadFile } from "./files.ts";

/** A problem where a person looks for it. */
export interface Located extends Problem {
  readonly range: { readonly start: Position; readonly end: Position };
  /** JSON pointer of the innermost value that holds it. */
  readonly pointer: string;
}

export interface CheckedFile extends TextFile {
  /** Offset of the first character of every line. */
  readonly lines: readonly number[];
  readonly problems: readonly Located[];
}

export interface CheckReport {
  readonly files: readonly CheckedFile[];
  readonly unread: readonly UnreadFile[];
  /** A problem of this weight makes the command fail. */
  readonly failOn: "error" | "warning";
}

/** True for problems that make the command fail. */
export function fails(problem: Problem, failOn: CheckReport["failOn"]): boolean {
  return problem.severity === "error" || (problem.severity === "warning" && failOn === "warning");
}
