/** What the thread of an execution tells while it is busy: memory that both sides see, since a hung thread sends nothing. */

/** As it is handed to the thread. */
export interface Progress {
  readonly counts: SharedArrayBuffer;
  readonly name: SharedArrayBuffer;
}

/** A state name has at most 80 characters; what is longer is cut. */
const NAME_UNITS = 100;
const STEPS = 0;
const NAME_LENGTH = 1;

export interface ProgressReader {
  readonly shared: Progress;
  /** Steps made so far. */
  steps(): number;
  /** The state that was entered last; "" before the first. */
  state(): string;
}

export function newProgress(): ProgressReader {
  const shared = { counts: new SharedArrayBuffer(8), name: new SharedArrayBuffer(2 * NAME_UNITS) };
  const counts = new Int32Array(shared.counts);
  const name = new Uint16Array(shared.name);
  return {
    shared,
    steps: () => Atomics.load(counts, STEPS),
    state: () => String.fromCharCode(...name.subarray(0, Atomics.load(counts, NAME_LENGTH))),
  };
}

export interface ProgressWriter {
  stepped(): void;
  entered(state: string): void;
}

export function progressWriter(shared: Progress): ProgressWriter {
  const counts = new Int32Array(shared.counts);
  const name = new Uint16Array(shared.name);
  return {
    stepped: () => void Atomics.add(counts, STEPS, 1),
    entered(state) {
      const length = Math.min(state.length, NAME_UNITS);
      for (let index = 0; index < length; index++) name[index] = state.charCodeAt(index);
      Atomics.store(counts, NAME_LENGTH, length);
    },
  };
}
