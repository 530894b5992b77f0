/** What a row of a case file holds, and what its judge answers. */

/** One row; only what the judge of its file reads. */
export type Case = Readonly<Record<string, unknown>> & { readonly id: string };

export interface Verdict {
  /** Level to passed. A level that the case says nothing about is left out. */
  readonly levels: Readonly<Record<string, boolean>>;
  /** Why the first level that failed did. */
  readonly why?: string;
  /** Why the case could not be judged at all; `levels` is then empty. */
  readonly leftOut?: string;
}

/** Which levels the rows of a file are judged at, and by whom. */
export interface CaseFile {
  /** The levels that a case counts at, also when its judge crashes. */
  levels(row: Case): readonly string[];
  judge(row: Case): Verdict | Promise<Verdict>;
}

/** A verdict that says why only where something failed. */
export function verdict(levels: Readonly<Record<string, boolean>>, why: string | undefined): Verdict {
  return Object.values(levels).every(Boolean) || why === undefined ? { levels } : { levels, why };
}
