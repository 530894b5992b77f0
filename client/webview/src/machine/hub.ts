/** What the parts of the panel share: the state, and the ways to worker, host and what is kept. */
import type { ViewMessage } from "../../../src/panel/protocol.ts";
import type { Store } from "../shell/store.ts";
import type { Kept } from "./kept.ts";
import type { MachineState } from "./state.ts";
import type { Inquiries, WorkerRequest } from "./worker/protocol.ts";

export interface Hub {
  readonly store: Store<MachineState>;
  /** Makes sure that there is a worker that can do with this text. */
  readonly wake: (text: string) => void;
  /** To the worker. */
  readonly send: (request: WorkerRequest) => void;
  /** Asks the worker; undefined where it was ended before it could answer. */
  readonly ask: <K extends keyof Inquiries>(
    type: K,
    asks: Inquiries[K]["asks"],
  ) => Promise<Inquiries[K]["answers"] | undefined>;
  /** To the host. */
  readonly tell: (message: ViewMessage) => void;
  /** Over hiding, and over a restart of the window. */
  readonly keep: (change: Partial<Kept>) => void;
}
