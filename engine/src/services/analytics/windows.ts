/**
 * Rows into windows, and windows into results: rows come in any order; a watermark says up to when all are taken for having
 * come. What comes behind it is late.
 * https://nightlies.apache.org/flink/flink-docs-stable/docs/concepts/time/
 */
import { type Aggregate, addTo, newTally, type Row, resultOf, type Tally } from "./aggregate.ts";
import { fixedSpans, type Span, type WindowSpec } from "./window-spec.ts";

export interface WindowResult extends Span {
  readonly key: string;
  /** Of each aggregate, in their order. */
  readonly values: readonly (number | null)[];
  /** The rows that it is of. */
  readonly rows: number;
  /** It was given before, with fewer rows: some came late, and were allowed to. */
  readonly isUpdate: boolean;
}

/** As plain data. */
interface OpenWindow extends Span {
  readonly key: string;
  readonly tallies: readonly Tally[];
  rows: number;
  isGiven: boolean;
}

/** A row that waits until the watermark has passed it. */
type Waiting = readonly [key: string, row: Row];

export interface SavedWindows {
  readonly watermarkMs: number | null;
  readonly open: readonly OpenWindow[];
  readonly waiting: readonly Waiting[];
  readonly recent: readonly (readonly [key: string, rows: readonly Row[]])[];
}

export class Windows {
  readonly #spec: WindowSpec;
  readonly #aggregates: readonly Aggregate[];
  readonly #latenessMs: number;
  #watermarkMs = Number.NEGATIVE_INFINITY;
  /** By key and beginning; of sessions and stagger windows, one for each key. */
  readonly #open = new Map<string, OpenWindow>();
  /** Of windows that depend on the order of rows. */
  #waiting: Waiting[] = [];
  /** Of sliding windows: rows that the next one of the key may still need. */
  readonly #recent = new Map<string, Row[]>();

  /** `latenessMs`: for so long behind the watermark, tumbling and hopping windows still take rows. */
  constructor(spec: WindowSpec, aggregates: readonly Aggregate[], latenessMs = 0) {
    this.#spec = spec;
    this.#aggregates = aggregates;
    this.#latenessMs = latenessMs;
  }

  get watermarkMs(): number {
    return this.#watermarkMs;
  }

  get openCount(): number {
    return this.#open.size;
  }

  /** Windows that have given no result yet: those that close next come first. */
  get closingNext(): readonly (Span & { readonly key: string; readonly rows: number })[] {
    const open = [...this.#open.values()].filter(({ isGiven }) => !isGiven);
    return open
      .sort((a, b) => a.endMs - b.endMs || (a.key < b.key ? -1 : 1))
      .map(({ key, startMs, endMs, rows }) => ({ key, startMs, endMs, rows }));
  }

  /** Rows that are in no result yet. */
  get waitingRows(): number {
    let rows = this.#waiting.length;
    for (const open of this.#open.values()) if (!open.isGiven) rows += open.rows;
    return rows;
  }

  /** When the watermark would let something happen; undefined: there is nothing to wait for. */
  get nextMs(): number | undefined {
    let nextMs: number | undefined;
    const see = (timeMs: number): void => {
      if (nextMs === undefined || timeMs < nextMs) nextMs = timeMs;
    };
    for (const { endMs, isGiven } of this.#open.values()) if (!isGiven) see(endMs);
    for (const [, { timeMs }] of this.#waiting) see(timeMs + 1);
    return nextMs;
  }

  /** Undefined: it is late, and in no window. Else the results that are known already, updates of late rows. */
  add(key: string, row: Row): readonly WindowResult[] | undefined {
    const { kind } = this.#spec;
    if (kind === "tumbling" || kind === "hopping") return this.#addToFixed(key, row);
    if (row.timeMs < this.#watermarkMs) return undefined;
    this.#waiting.push([key, row]);
    return [];
  }

  #addToFixed(key: string, row: Row): readonly WindowResult[] | undefined {
    const all = fixedSpans(this.#spec, row.timeMs);
    const spans = all.filter(({ endMs }) => endMs + this.#latenessMs > this.#watermarkMs);
    // Where windows begin further apart than they are long, a row may be between them.
    if (spans.length === 0) return all.length === 0 ? [] : undefined;
    return spans.flatMap((span) => {
      const open = this.#windowOf(key, span, `${key} ${span.startMs}`);
      this.#count(open, row);
      return span.endMs <= this.#watermarkMs ? [this.#give(open)] : [];
    });
  }

  #windowOf(key: string, { startMs, endMs }: Span, name: string): OpenWindow {
    const known = this.#open.get(name);
    if (known !== undefined) return known;
    const open = { key, startMs, endMs, tallies: this.#aggregates.map(newTally), rows: 0, isGiven: false };
    this.#open.set(name, open);
    return open;
  }

  #count(open: OpenWindow, row: Row): void {
    open.rows += 1;
    for (const [index, aggregate] of this.#aggregates.entries()) addTo(open.tallies[index] as Tally, aggregate, row);
  }

  #give(open: OpenWindow): WindowResult {
    const { key, startMs, endMs, tallies, rows, isGiven } = open;
    open.isGiven = true;
    const values = this.#aggregates.map((aggregate, index) => resultOf(tallies[index] as Tally, aggregate));
    return { key, startMs, endMs, values, rows, isUpdate: isGiven };
  }

  /** The watermark goes on: every row before it is taken for having come. What ends by it is given, the earliest first. */
  advance(watermarkMs: number): readonly WindowResult[] {
    if (watermarkMs <= this.#watermarkMs) return [];
    this.#watermarkMs = watermarkMs;
    const results = this.#takeWaiting(watermarkMs);
    const ended = [...this.#open].filter(([, { endMs }]) => endMs <= watermarkMs);
    for (const [name, open] of ended.toSorted(([, a], [, b]) => a.endMs - b.endMs || a.startMs - b.startMs)) {
      if (!open.isGiven) results.push(this.#give(open));
      if (open.endMs + this.#latenessMs <= watermarkMs) this.#open.delete(name);
    }
    return results;
  }

  /** Rows before the watermark, in the order of their times, into the windows that depend on it. */
  #takeWaiting(watermarkMs: number): WindowResult[] {
    const due = this.#waiting.filter(([, { timeMs }]) => timeMs < watermarkMs);
    if (due.length === 0) return [];
    this.#waiting = this.#waiting.filter(([, { timeMs }]) => timeMs >= watermarkMs);
    return due.toSorted(([, a], [, b]) => a.timeMs - b.timeMs).flatMap(([key, row]) => this.#inOrder(key, row));
  }

  #inOrder(key: string, row: Row): readonly WindowResult[] {
    const spec = this.#spec;
    if (spec.kind === "session") return this.#extend(key, row, row.timeMs + spec.gapMs, true);
    if (spec.kind === "stagger") return this.#extend(key, row, row.timeMs + spec.sizeMs, false);
    return [this.#slide(key, row)];
  }

  /** Into the open window of its key; where that has ended before, it is given, and another one begins. */
  #extend(key: string, row: Row, endMs: number, isLonger: boolean): readonly WindowResult[] {
    const before = this.#open.get(key);
    const hasEnded = before !== undefined && row.timeMs >= before.endMs;
    const given = hasEnded ? [this.#give(before)] : [];
    if (hasEnded) this.#open.delete(key);
    const open = this.#windowOf(key, { startMs: row.timeMs, endMs }, key);
    this.#count(open, row);
    if (isLonger && endMs > open.endMs) this.#open.set(key, { ...open, endMs });
    return given;
  }

  #slide(key: string, row: Row): WindowResult {
    const spec = this.#spec;
    const before = this.#recent.get(key) ?? [];
    const isIn = (each: Row, index: number): boolean => {
      if (spec.kind === "sliding-rows") return index >= before.length - spec.rows;
      return spec.kind !== "sliding" || each.timeMs >= row.timeMs - spec.rangeMs;
    };
    const rows = [...before.filter(isIn), row];
    this.#recent.set(key, rows);
    const values = this.#aggregates.map((aggregate) => {
      const tally = newTally();
      for (const each of rows) addTo(tally, aggregate, each);
      return resultOf(tally, aggregate);
    });
    const [first] = rows as [Row, ...Row[]];
    return { key, startMs: first.timeMs, endMs: row.timeMs, values, rows: rows.length, isUpdate: false };
  }

  save(): SavedWindows {
    return {
      watermarkMs: Number.isFinite(this.#watermarkMs) ? this.#watermarkMs : null,
      open: [...this.#open.values()].map((open) => ({ ...open, tallies: open.tallies.map((tally) => ({ ...tally })) })),
      waiting: [...this.#waiting],
      recent: [...this.#recent],
    };
  }

  restore({ watermarkMs, open, waiting, recent }: SavedWindows): void {
    const isFixed = this.#spec.kind === "tumbling" || this.#spec.kind === "hopping";
    this.#watermarkMs = watermarkMs ?? Number.NEGATIVE_INFINITY;
    for (const each of open) {
      const own = { ...each, tallies: each.tallies.map((tally) => ({ ...tally })) };
      this.#open.set(isFixed ? `${each.key} ${each.startMs}` : each.key, own);
    }
    this.#waiting = [...waiting];
    for (const [key, rows] of recent) this.#recent.set(key, [...rows]);
  }
}
