/** Where somebody is in a run, and how they go on from there: as the buttons of a player do. */
import type { FlowCommand } from "../../../src/flow/protocol.ts";
import type { Store } from "../shell/store.ts";
import { clockText } from "../ui/format.ts";
import type { FlowWorker } from "./flow-worker.ts";
import type { FlowState, Speed } from "./state.ts";
import type { FlowRequest } from "./worker/protocol.ts";

export interface TransportHost {
  readonly store: Store<FlowState>;
  readonly worker: FlowWorker;
  /** Shows all that has come from the worker so far, with what moved at rest. */
  rest(): void;
  inspect(): Promise<void>;
}

export class Transport {
  readonly #host: TransportHost;

  constructor(host: TransportHost) {
    this.#host = host;
  }

  act(command: FlowCommand): void {
    const actions: Readonly<Record<FlowCommand, () => void>> = {
      play: () => this.play(),
      pause: () => this.pause(),
      step: () => this.step(),
      stepBack: () => this.stepBack(),
      continue: () => this.continue(),
      restart: () => this.seek(0),
    };
    actions[command]();
  }

  play(): void {
    const { store, worker } = this.#host;
    const { over, speed, outcome } = store.state;
    if (over) worker.send({ type: "seek", timeMs: 0 });
    store.set({ playing: "play", over: false, halted: undefined, running: outcome === undefined });
    worker.send({ type: "play", speed });
  }

  /** At full speed to the next breakpoint, or the end. */
  continue(): void {
    const { store, worker } = this.#host;
    if (store.state.over) worker.send({ type: "seek", timeMs: 0 });
    store.set({ playing: "continue", over: false, halted: undefined });
    worker.send({ type: "continue" });
  }

  pause(): void {
    const { store, worker } = this.#host;
    worker.send({ type: "pause" });
    this.#host.rest();
    store.set({ playing: "still" });
    this.announce("Paused");
    void this.#host.inspect();
  }

  step(): void {
    this.#move({ type: "step" });
  }

  stepBack(): void {
    this.#move({ type: "stepBack" });
  }

  seek(timeMs: number): void {
    this.#move({ type: "seek", timeMs });
  }

  #move(request: FlowRequest): void {
    const { store, worker } = this.#host;
    store.set({ playing: "still", halted: undefined });
    worker.send(request);
    void this.#host.inspect().then(() => {
      store.set({ announcement: store.state.lines.at(-1)?.text ?? "At the beginning" });
    });
  }

  /** Stops all that runs. */
  cancel(): void {
    const { store, worker } = this.#host;
    // What the worker told before it heard of this is still on its way.
    void worker.ask("cancel", {}).then(() => store.set({ running: false }));
    store.set({ playing: "still", running: false, sweeping: undefined, announcement: "Stopped." });
  }

  setSpeed(speed: Speed): void {
    const { store, worker } = this.#host;
    store.set({ speed });
    if (store.state.playing === "play") worker.send({ type: "play", speed });
  }

  announce(what: string): void {
    const { store } = this.#host;
    store.set({ announcement: `${what}, at ${clockText(store.state.frame?.timeMs ?? 0)}` });
  }
}
