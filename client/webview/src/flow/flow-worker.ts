/** The worker in which a flow runs, as the panel speaks to it: what is only said, and what is asked and answered. */
import { type Spawn, WorkerClient } from "../shell/worker-client.ts";
import type { FlowAnswers, FlowReply, FlowRequest } from "./worker/protocol.ts";

/** A worker that is silent for so long hangs. */
const SILENCE_MS = 20_000;

export interface FlowWorkerListener {
  readonly onReply: (reply: FlowReply) => void;
  readonly onHang: () => void;
  readonly onFailure: (message: string) => void;
}

export class FlowWorker {
  readonly #client: WorkerClient<FlowRequest, FlowReply>;

  constructor(spawn: Spawn, listener: FlowWorkerListener) {
    this.#client = new WorkerClient<FlowRequest, FlowReply>({ spawn, silenceMs: () => SILENCE_MS, ...listener });
    this.#client.start(["engine"]);
  }

  send(request: FlowRequest): void {
    this.#client.send(request);
  }

  /** Undefined: there is no run to ask, or the worker was ended meanwhile. */
  ask<T extends keyof FlowAnswers>(
    type: T,
    asked: Omit<Extract<FlowRequest, { type: T }>, "type">,
  ): Promise<FlowAnswers[T] | undefined> {
    return this.#client.ask({ type, ...asked } as unknown as FlowRequest) as Promise<FlowAnswers[T] | undefined>;
  }
}
