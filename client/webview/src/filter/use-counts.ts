/** How many of the messages each policy matches, counted in slices: a large matrix keeps nobody waiting, and can be stopped. */
import type { Bench } from "@sluice/engine";
import { useEffect, useMemo, useState } from "preact/hooks";

/** Between two looks at what somebody does. */
const SLICE_MS = 10;
/** Messages between two looks at the clock. */
const STRIDE = 16;

export interface Counts {
  /** By index of the policy, of the messages counted so far. */
  readonly matching: readonly number[];
  /** Messages. */
  readonly counted: number;
  readonly isStopped: boolean;
  readonly stop: () => void;
  readonly goOn: () => void;
}

/** `onDone` is called where it took more than a slice. */
export function useCounts(bench: Bench, onDone: () => void): Counts {
  const counter = useMemo(() => new Counter(bench), [bench]);
  const [, setCounted] = useState(0);
  const [stopped, setStopped] = useState<Counter>();
  const isStopped = stopped === counter;
  useEffect(() => {
    if (isStopped || counter.isDone) return undefined;
    let timer = setTimeout(function slice() {
      counter.count(SLICE_MS);
      setCounted(counter.counted);
      if (counter.isDone) onDone();
      else timer = setTimeout(slice, 0);
    }, 0);
    return () => clearTimeout(timer);
  }, [counter, isStopped]);
  return {
    matching: counter.matching,
    counted: counter.counted,
    isStopped,
    stop: () => setStopped(counter),
    goOn: () => setStopped(undefined),
  };
}

class Counter {
  readonly matching: number[];
  counted = 0;
  readonly #bench: Bench;

  /** What takes no longer than a slice is there at once. */
  constructor(bench: Bench) {
    this.#bench = bench;
    this.matching = bench.policies.map(() => 0);
    this.count(SLICE_MS);
  }

  get isDone(): boolean {
    return this.counted === this.#bench.messages.length;
  }

  count(maxMs: number): void {
    const { length } = this.#bench.messages;
    for (const endMs = performance.now() + maxMs; this.counted < length; ) {
      const next = Math.min(length, this.counted + STRIDE);
      for (; this.counted < next; this.counted++) this.#add(this.counted);
      if (performance.now() >= endMs) return;
    }
  }

  #add(message: number): void {
    for (let policy = 0; policy < this.matching.length; policy++) {
      if (this.#bench.matches(policy, message)) this.matching[policy] = (this.matching[policy] ?? 0) + 1;
    }
  }
}
