/**
 * A group of workers that poll a queue: programs on EC2 instances or in containers. Their number can be changed while
 * they run, as an Auto Scaling group does.
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import type { Finder, Keeper, NodeContext, NodeSpec, NodeState, Reason, SimEvent, SimNode } from "../../sim/types.ts";
import { type Ports, portOf, type WorkersPort } from "../ports.ts";
import { type TokenSender, tokenSenderOf } from "../task-callback.ts";
import { LIVES, Poller, type PollerHost, READY, STOP } from "./poller.ts";
import { WorkerMeters } from "./worker-meters.ts";
import { type WorkerSettings, workerSettingsOf } from "./worker-settings.ts";

/** More than a person can look at. */
const MAX_WORKERS_SHOWN = 200;

type WorkerState = "stopped" | "starting" | "running" | "draining";

interface Worker {
  readonly number: number;
  readonly pollers: readonly Poller[];
  state: WorkerState;
  /** Goes up with each change of state: what was set for an earlier one no longer counts. */
  life: number;
}

export class WorkerGroup implements SimNode, WorkersPort, PollerHost {
  readonly ports: Partial<Ports> = { workers: this };
  readonly context: NodeContext;
  readonly settings: WorkerSettings;
  readonly sendToken: TokenSender | undefined;
  readonly meters: WorkerMeters;
  readonly #workers: Worker[] = [];
  #desired: number;

  constructor(context: NodeContext, spec: NodeSpec) {
    this.context = context;
    this.settings = workerSettingsOf(spec);
    this.sendToken = tokenSenderOf(context, this.settings.taskCallback);
    this.meters = new WorkerMeters(context);
    this.#desired = this.settings.desiredCount;
  }

  get desired(): number {
    return this.#desired;
  }

  get running(): number {
    return this.#count("running");
  }

  get backlog(): number {
    return portOf(this.context, this.settings.queueArn, "queue")?.visible ?? 0;
  }

  #count(state: WorkerState): number {
    return this.#workers.filter((worker) => worker.state === state).length;
  }

  start(): void {
    this.#scale(true);
  }

  setDesired(count: number): void {
    this.#desired = count;
    if (!this.context.faults.outage) this.#scale(false);
  }

  /** During an outage no worker runs; what they have in hand is lost to them. */
  faultChanged(): void {
    if (!this.context.faults.outage) {
      this.#scale(false);
      return;
    }
    for (const worker of this.#workers) this.#kill(worker, { code: "worker.outage" });
  }

  #scale(atOnce: boolean): void {
    const active = this.#workers.filter(({ state }) => state === "starting" || state === "running");
    for (const worker of active.slice(this.#desired)) this.#drain(worker);
    for (let missing = this.#desired - active.length; missing > 0; missing--) this.#add(atOnce);
  }

  #add(atOnce: boolean): void {
    const worker = this.#workers.find(({ state }) => state === "stopped") ?? this.#newWorker();
    this.#become(worker, "starting");
    const startMs = atOnce ? 0 : this.settings.startMs(this.context.random);
    this.context.at(this.context.timeMs + startMs, READY, refOf(worker));
  }

  #newWorker(): Worker {
    const number = this.#workers.length;
    const { pollersPerWorker } = this.settings;
    const worker: Worker = {
      number,
      state: "stopped",
      life: 0,
      pollers: Array.from({ length: pollersPerWorker }, (_, index) => {
        return new Poller(this, number * pollersPerWorker + index, () => this.#pollerStopped(worker));
      }),
    };
    this.#workers.push(worker);
    return worker;
  }

  #become(worker: Worker, state: WorkerState): void {
    worker.state = state;
    worker.life = (worker.life + 1) % LIVES;
    this.meters.workers.set(this.#count("running") + this.#count("draining"));
  }

  /** What it has in hand may be finished, for a while. */
  #drain(worker: Worker): void {
    this.#become(worker, "draining");
    for (const poller of worker.pollers) poller.drain();
    this.#pollerStopped(worker);
    if (worker.state === "draining") {
      this.context.at(this.context.timeMs + this.settings.stopTimeoutSeconds * 1_000, STOP, refOf(worker));
    }
  }

  #pollerStopped(worker: Worker): void {
    if (worker.state === "draining" && worker.pollers.every(({ state }) => state === "stopped")) {
      this.#become(worker, "stopped");
    }
  }

  #kill(worker: Worker, reason: Reason): void {
    for (const poller of worker.pollers) poller.kill(reason);
    if (worker.state !== "stopped") this.#become(worker, "stopped");
  }

  handle({ kind, ref }: SimEvent): void {
    if (kind !== READY && kind !== STOP) {
      const number = Math.floor(ref / LIVES);
      const { pollersPerWorker } = this.settings;
      const worker = this.#workers[Math.floor(number / pollersPerWorker)];
      worker?.pollers[number % pollersPerWorker]?.handle(kind, ref);
      return;
    }
    const worker = this.#workers[Math.floor(ref / LIVES)];
    if (worker === undefined || refOf(worker) !== ref) return;
    if (kind === STOP) {
      this.#kill(worker, { code: "worker.stop-timeout", seconds: this.settings.stopTimeoutSeconds });
      return;
    }
    this.#become(worker, "running");
    for (const poller of worker.pollers) poller.start();
  }

  view(): JsonObject {
    const workers = this.#workers.slice(0, MAX_WORKERS_SHOWN).map(({ state, pollers }) => {
      return { state, messages: pollers.flatMap(({ message }) => (message === undefined ? [] : [message.number])) };
    });
    return { desired: this.#desired, running: this.running, busy: this.meters.busy.value, workers };
  }

  save(keeper: Keeper): NodeState {
    const workers = this.#workers.map(({ state, life, pollers }) => {
      return { state, life, pollers: pollers.map((poller) => poller.save(keeper)) };
    });
    return { desired: this.#desired, workers };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { desired, workers } = saved as SavedGroup;
    this.#desired = desired;
    for (const { state, life, pollers } of workers) {
      const worker = this.#newWorker();
      worker.state = state;
      worker.life = life;
      for (const [index, poller] of worker.pollers.entries()) poller.restore(pollers[index] as JsonValue, finder);
    }
  }
}

interface SavedGroup {
  readonly desired: number;
  readonly workers: readonly {
    readonly state: WorkerState;
    readonly life: number;
    readonly pollers: readonly JsonValue[];
  }[];
}

function refOf({ number, life }: Worker): number {
  return number * LIVES + life;
}
