/**
 * Which way messages go over the edges of a drawing: a fold over what happens. Of each edge it counts all; of the last
 * hops it knows the message, for a picture of them. The same memory for ten messages as for ten million.
 */
import { isAnalyticsApplication } from "../services/analytics/application-settings.ts";
import type { Watcher } from "../sim/trace.ts";
import type { Message } from "../sim/types.ts";
import type { FlowDrawing } from "./drawing.ts";

/** One message that goes over an edge. It arrives at `timeMs`: AWS's services hand over in no time that counts. */
export interface Hop {
  readonly timeMs: number;
  /** Index of the edge. */
  readonly edge: number;
  readonly message: number;
  /** Number of the first message of its line. */
  readonly origin: number;
}

/** Hops that are known one by one. */
const MAX_HOPS = 4_096;

/** The words that say that a message has come to a node. */
const ARRIVALS: ReadonlySet<string> = new Set(["arrived", "delayed", "published", "started"]);

interface Incoming {
  readonly edge: number;
  /** Where it comes from, and what connects the two: logical ids and ARNs. */
  readonly names: ReadonlySet<string>;
}

export class HopCounter {
  /** By edge. */
  readonly totals: Float64Array;
  readonly watch: Watcher;
  readonly #incoming = new Map<string, readonly Incoming[]>();
  /** Applications tell of what they read by another word. */
  readonly #readers: ReadonlySet<string>;
  /** By the name that a delivery gives its endpoint: nodes in which nothing is simulated. */
  readonly #sinks = new Map<string, readonly Incoming[]>();
  readonly #times = new Float64Array(MAX_HOPS);
  readonly #edges = new Int32Array(MAX_HOPS);
  readonly #messages = new Float64Array(MAX_HOPS);
  readonly #origins = new Float64Array(MAX_HOPS);
  /** Hops so far, and since this counter was made. */
  #count = 0;

  /** `arns`: by logical id. `totals`: of the past that it goes on from. */
  constructor({ nodes, edges }: FlowDrawing, arns: ReadonlyMap<string, string>, totals?: Float64Array) {
    this.#readers = new Set(nodes.filter(({ type }) => isAnalyticsApplication(type)).map(({ id }) => id));
    this.totals = totals?.slice() ?? new Float64Array(edges.length);
    for (const [to, { id, isSimulated }] of nodes.entries()) {
      const incoming = edges.flatMap((edge, index): readonly Incoming[] => {
        if (edge.to !== to) return [];
        const ids = [nodes[edge.from]?.id ?? "", ...edge.via];
        return [{ edge: index, names: new Set(ids.flatMap((name) => [name, arns.get(name) ?? name])) }];
      });
      if (incoming.length === 0) continue;
      if (isSimulated) this.#incoming.set(id, incoming);
      else for (const name of [id, arns.get(id) ?? id]) this.#sinks.set(name, incoming);
    }
    this.watch = (timeMs, node, what, message, other) => this.#watch(timeMs, node, what, message, other);
  }

  #watch(timeMs: number, node: string, what: string, message: Message, other: string | undefined): void {
    if (what === "delivered") {
      const incoming = other === undefined ? undefined : this.#sinks.get(other);
      if (incoming !== undefined) this.#add(timeMs, incoming, message, node);
      return;
    }
    if (!ARRIVALS.has(what) && !(what === "received" && this.#readers.has(node))) return;
    // What a function has taken in, it has made a message of its own of, whose arrival was counted.
    if (what === "started" && message.madeBy === node) return;
    const incoming = this.#incoming.get(node);
    if (incoming !== undefined) this.#add(timeMs, incoming, message, other);
  }

  #add(timeMs: number, incoming: readonly Incoming[], message: Message, other: string | undefined): void {
    const edge = incoming.length === 1 ? incoming[0]?.edge : edgeOf(incoming, message, other);
    if (edge === undefined) return;
    this.totals[edge] = (this.totals[edge] as number) + 1;
    const at = this.#count % MAX_HOPS;
    this.#times[at] = timeMs;
    this.#edges[at] = edge;
    this.#messages[at] = message.number;
    this.#origins[at] = message.origin;
    this.#count += 1;
  }

  get count(): number {
    return this.#count;
  }

  /** The last ones of those after the first `seen`, in order. */
  since(seen: number): readonly Hop[] {
    const hops: Hop[] = [];
    for (let index = Math.max(seen, this.#count - MAX_HOPS); index < this.#count; index++) {
      const at = index % MAX_HOPS;
      hops.push({
        timeMs: this.#times[at] as number,
        edge: this.#edges[at] as number,
        message: this.#messages[at] as number,
        origin: this.#origins[at] as number,
      });
    }
    return hops;
  }
}

/** By who is said to have handed it over; otherwise by who made it, or what it was made of. */
function edgeOf(incoming: readonly Incoming[], message: Message, other: string | undefined): number | undefined {
  for (const name of [other, message.madeBy, message.cause?.madeBy]) {
    const found = name === undefined ? undefined : incoming.find(({ names }) => names.has(name));
    if (found !== undefined) return found.edge;
  }
  return undefined;
}
