/** Where a node sits: what the kernel offers to it, and what the kernel keeps of it. */
import type { JsonValue } from "../json.ts";
import { createRandom, type Random } from "../random.ts";
import type { Agenda } from "./agenda.ts";
import { NO_FAULTS } from "./faults.ts";
import { goesRound, type Messages } from "./messages.ts";
import type { Meters } from "./metrics.ts";
import { seedOf } from "./seed.ts";
import type { Trace } from "./trace.ts";
import type {
  Address,
  Age,
  Attributes,
  Counter,
  Faults,
  Gauge,
  Histogram,
  Message,
  NodeContext,
  NodeSpec,
  ReasonToTell,
  SimNode,
  Violation,
} from "./types.ts";

/** What all nodes share. */
export interface World {
  timeMs: number;
  readonly startTimeMs: number;
  readonly seed: number;
  readonly agenda: Agenda;
  readonly messages: Messages;
  readonly meters: Meters;
  readonly trace: Trace;
  /** By logical id, ARN and URL. */
  readonly directory: Map<string, Seat>;
  readonly violations: Violation[];
}

/** So many violations are kept; the first one matters. */
const MAX_VIOLATIONS = 20;

export class Seat implements NodeContext {
  readonly id: string;
  readonly index: number;
  readonly spec: NodeSpec;
  readonly random: Random;
  faults: Faults = NO_FAULTS;
  /** Messages that came in and have not gone out. */
  held = 0;
  readonly #world: World;
  #occupant: SimNode | undefined;

  constructor(world: World, spec: NodeSpec, index: number) {
    this.#world = world;
    this.spec = spec;
    this.id = spec.id;
    this.index = index;
    this.random = createRandom(seedOf(world.seed, spec.id));
  }

  /** Takes its node in: once, when all seats are there. */
  seat(node: SimNode): void {
    this.#occupant = node;
  }

  get occupant(): SimNode {
    if (this.#occupant === undefined) throw new Error(`${this.id} is asked before it is made`);
    return this.#occupant;
  }

  get ports(): object {
    return this.occupant.ports;
  }

  get timeMs(): number {
    return this.#world.timeMs;
  }

  get epochMs(): number {
    return this.#world.startTimeMs + this.#world.timeMs;
  }

  at(timeMs: number, kind: number, ref = 0, message?: Message, data?: JsonValue): void {
    const { agenda, timeMs: now } = this.#world;
    agenda.push(Math.max(timeMs, now), this.index, kind, ref, message, data);
  }

  atIdle(timeMs: number, kind: number, ref = 0): void {
    const { agenda, timeMs: now } = this.#world;
    agenda.push(Math.max(timeMs, now), this.index, kind, ref, undefined, undefined, 1);
  }

  send(to: Address, message?: Message, data?: JsonValue, timeMs = 0): void {
    const { agenda, directory, timeMs: now } = this.#world;
    const seat = directory.get(to.node);
    if (seat === undefined) throw new Error(`${this.id} sends to ${to.node}, which is not there`);
    agenda.push(Math.max(timeMs, now), seat.index, to.kind, to.ref, message, data);
  }

  node(name: string): Seat | undefined {
    return this.#world.directory.get(name);
  }

  newMessage(body: string, attributes?: Attributes, cause?: Message): Message {
    return this.#world.messages.make(this.id, this.#world.timeMs, body, attributes, cause);
  }

  isLoop(message: Message): boolean {
    return goesRound(message);
  }

  entered(count: number): void {
    this.held += count;
  }

  left(count: number): void {
    this.held -= count;
  }

  tell(what: string, message?: Message, why?: ReasonToTell, other?: string): void {
    this.#world.trace.add(this.#world.timeMs, this.id, what, message, why, other);
  }

  violated(invariant: string, text: string): void {
    const { violations, timeMs, seed } = this.#world;
    if (violations.length < MAX_VIOLATIONS) violations.push({ node: this.id, timeMs, invariant, text, seed });
  }

  counter(name: string): Counter {
    return this.#world.meters.counter(this.id, name);
  }

  gauge(name: string): Gauge {
    return this.#world.meters.gauge(this.id, name);
  }

  age(name: string): Age {
    return this.#world.meters.age(this.id, name);
  }

  histogram(name: string): Histogram {
    return this.#world.meters.histogram(this.id, name);
  }
}
