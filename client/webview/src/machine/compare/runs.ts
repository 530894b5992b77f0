/** Runs that have ended, kept to be looked at again and to be compared. */
import type { Hub } from "../hub.ts";
import type { MachineState, Run } from "../state.ts";

const MAX_RUNS = 8;
/** Of all of them together: they are kept in memory. */
const MAX_EVENTS = 200_000;

export class Runs {
  readonly #hub: Hub;

  constructor(hub: Hub) {
    this.#hub = hub;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  /** The oldest make room. */
  add(run: Run): void {
    const { past, base } = this.#state;
    const all = [...past.filter(({ id }) => id !== run.id), run].slice(-MAX_RUNS);
    while (all.length > 1 && all.reduce((sum, one) => sum + one.length, 0) > MAX_EVENTS) all.shift();
    this.#hub.store.set({ past: all, base: all.some(({ id }) => id === base) ? base : undefined });
  }

  setBase(base: number): void {
    this.#hub.store.set({ base });
  }

  /** Shows a run again, at its end. */
  show(id: number): void {
    const { past, run } = this.#state;
    const shown = past.find((one) => one.id === id);
    if (!shown || shown.id === run?.id) return;
    this.#hub.store.set({ run: { ...shown, cursor: shown.length }, visit: undefined, notice: undefined });
  }

  /** The two change places. */
  swap(): void {
    const { run } = this.#state;
    const base = baseOf(this.#state);
    if (!base || !run) return;
    this.show(base.id);
    this.#hub.store.set({ base: run.id });
  }
}

/** What a run is compared with: the one that somebody chose, otherwise the one before it. */
export function baseOf({ past, base, run }: Pick<MachineState, "past" | "base" | "run">): Run | undefined {
  const others = past.filter(({ id }) => id !== run?.id);
  const before = others.findLast(({ id }) => run !== undefined && id < run.id);
  return others.find(({ id }) => id === base) ?? before ?? others[0];
}
