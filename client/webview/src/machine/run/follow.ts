/** Where one looks while a run goes on: the cursor, the state that is selected with it, the mark in the text. */
import type { Hub } from "../hub.ts";
import type { MachineState, Run } from "../state.ts";
import { announcementOf } from "../words.ts";
import { currentState, failedState } from "./trace.ts";

export class Follower {
  readonly #hub: Hub;
  /** The state that is marked in the text. */
  #marked: string | undefined;

  constructor(hub: Hub) {
    this.#hub = hub;
    hub.store.subscribe(() => this.#markCurrent());
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  /** Shows the machine as it was after so many events. */
  goTo(cursor: number): void {
    const { run } = this.#state;
    if (run) this.#hub.store.set({ run: { ...run, cursor: Math.max(0, Math.min(cursor, run.length)) } });
  }

  showAt(cursor: number): void {
    this.goTo(cursor);
    this.follow();
    this.announce();
  }

  /** The selection goes with the cursor, so that the state view shows what is happening. */
  follow(): void {
    const state = currentState(this.#state.run);
    if (state !== undefined) this.#hub.store.set({ selected: state, visit: undefined });
  }

  /** The output of a run that went well, the state that ended one that did not. */
  showResult(run: Run): void {
    const selected = run.status === "SUCCEEDED" ? undefined : failedState(run);
    const { tab } = this.#state;
    const stays = tab === "events" || tab === "timeline" || tab === "compare";
    this.#hub.store.set({ selected, visit: undefined, tab: stays ? tab : "state" });
  }

  /** Who steps wants to see what happens, not what was put in. */
  showData(): void {
    const { tab } = this.#state;
    if (tab === "input" || tab === "mocks") this.#hub.store.set({ tab: "state" });
  }

  announce(): void {
    this.#hub.store.set({ announcement: announcementOf(this.#state) });
  }

  /** Tells the host where the run stands. */
  report({ status, length: events, pending, error, cause }: Run): void {
    const report = {
      status,
      events,
      pending: pending.length,
      ...(error !== undefined && { error }),
      ...(cause !== undefined && { cause }),
    };
    this.#hub.tell({ type: "report", report });
  }

  /** The text shows where the run stands, as it does for a debugger. */
  #markCurrent(): void {
    const { run, drawing, broken } = this.#state;
    const name = run && run.activity !== "ended" && !broken ? currentState(run) : undefined;
    if (name === this.#marked) return;
    this.#marked = name;
    const range = drawing?.states.find((state) => state.name === name);
    this.#hub.tell({ type: "current", ...(range && { start: range.nameStart, end: range.nameEnd }) });
  }
}
