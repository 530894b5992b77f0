/**
 * The concurrency that all functions of an account share, but for those that have some of it reserved.
 * https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html
 */
import type { JsonObject } from "../../json.ts";
import { LAMBDA_CONCURRENCY } from "../../limits.ts";
import type { Gauge, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import type { Ports } from "../ports.ts";
import { numberOf } from "./function-settings.ts";

/** The logical id that every system with functions gives it. */
export const LAMBDA_ACCOUNT = "LambdaAccount";

/** AWS keeps so much for functions that have nothing reserved. */
const ALWAYS_UNRESERVED = 100;

export interface LambdaAccountPort {
  /** A function reserves some of it, when it is made. */
  reserve(concurrency: number): void;
  /** What there is for those that have reserved nothing. */
  readonly unreserved: number;
  /** False: all of it is used. */
  take(): boolean;
  release(): void;
}

export class LambdaAccount implements SimNode, LambdaAccountPort {
  readonly ports: Partial<Ports> = { lambdaAccount: this };
  readonly #limit: number;
  readonly #used: Gauge;
  #reserved = 0;

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.#limit = numberOf(properties.ConcurrentExecutions, LAMBDA_CONCURRENCY);
    this.#used = context.gauge("concurrency");
  }

  reserve(concurrency: number): void {
    this.#reserved += concurrency;
  }

  get unreserved(): number {
    return Math.max(ALWAYS_UNRESERVED, this.#limit - this.#reserved);
  }

  take(): boolean {
    if (this.#used.value >= this.unreserved) return false;
    this.#used.set(this.#used.value + 1);
    return true;
  }

  release(): void {
    this.#used.set(this.#used.value - 1);
  }

  handle(): void {
    // Nothing falls due here.
  }

  view(): JsonObject {
    return { limit: this.#limit, reserved: this.#reserved, used: this.#used.value };
  }

  /** Its gauge is saved with all meters; what is reserved is said again by the functions. */
  save(): NodeState {
    return {};
  }

  restore(): void {
    // See `save`.
  }
}
