/** What is counted of a queue: as CloudWatch does, and a little more. */
import type { Counter, Gauge, Histogram, NodeContext } from "../../sim/types.ts";
import type { Visibility } from "./stored-message.ts";

export class QueueMeters {
  readonly sent: Counter;
  readonly received: Counter;
  readonly deleted: Counter;
  readonly expired: Counter;
  readonly deadLettered: Counter;
  readonly deduplicated: Counter;
  /** Second deliveries of a standard queue. */
  readonly duplicates: Counter;
  readonly throttled: Counter;
  readonly emptyReceives: Counter;
  /** API calls, which are what a queue costs. */
  readonly requests: Counter;
  readonly visible: Gauge;
  readonly delayed: Gauge;
  readonly inFlight: Gauge;
  /** From being sent to being received for the first time, and to being deleted; milliseconds. */
  readonly waitMs: Histogram;
  readonly ageMs: Histogram;

  constructor(context: NodeContext) {
    this.sent = context.counter("sent");
    this.received = context.counter("received");
    this.deleted = context.counter("deleted");
    this.expired = context.counter("expired");
    this.deadLettered = context.counter("deadLettered");
    this.deduplicated = context.counter("deduplicated");
    this.duplicates = context.counter("duplicates");
    this.throttled = context.counter("throttled");
    this.emptyReceives = context.counter("emptyReceives");
    this.requests = context.counter("requests");
    this.visible = context.gauge("visible");
    this.delayed = context.gauge("delayed");
    this.inFlight = context.gauge("inFlight");
    this.waitMs = context.histogram("waitMs");
    this.ageMs = context.histogram("ageMs");
  }

  /** A message is now in another of the three counts; undefined: outside. */
  moved(from: Visibility | undefined, to: Visibility | undefined): void {
    this.#gauge(from)?.set((this.#gauge(from)?.value ?? 0) - 1);
    this.#gauge(to)?.set((this.#gauge(to)?.value ?? 0) + 1);
  }

  #gauge(visibility: Visibility | undefined): Gauge | undefined {
    if (visibility === "visible") return this.visible;
    if (visibility === "inFlight") return this.inFlight;
    return visibility === "delayed" ? this.delayed : undefined;
  }
}
