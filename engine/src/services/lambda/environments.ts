/**
 * Execution environments of one function: each does one invocation at a time, stays for a while, and has to be made
 * before that. How many there may be is concurrency.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
import type { JsonValue } from "../../json.ts";
import { LAMBDA_ENVIRONMENTS_BURST, LAMBDA_ENVIRONMENTS_PER_SECOND } from "../../limits.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";

/** An environment that is not used for so long is given up; AWS does not say how long it waits. */
const IDLE_MS = 600_000;

export class Environments {
  busy = 0;
  /** So many are ready at any time. */
  provisioned = 0;
  /** When each idle one was used last, the one that was used last at the end: that one is taken. */
  readonly #idle: number[] = [];
  readonly #scaling = new TokenBucket(LAMBDA_ENVIRONMENTS_PER_SECOND, LAMBDA_ENVIRONMENTS_BURST);

  /** "warm", "cold", or undefined where no more can be made so fast. */
  take(nowMs: number): "warm" | "cold" | undefined {
    while ((this.#idle[0] ?? nowMs) + IDLE_MS < nowMs) this.#idle.shift();
    const isReady = this.#idle.pop() !== undefined || this.busy < this.provisioned;
    if (!isReady && !this.#scaling.take(nowMs)) return undefined;
    this.busy += 1;
    return isReady ? "warm" : "cold";
  }

  release(nowMs: number): void {
    this.busy -= 1;
    this.#idle.push(nowMs);
  }

  get idle(): number {
    return this.#idle.length;
  }

  save(): JsonValue {
    return { busy: this.busy, idle: [...this.#idle], scaling: this.#scaling.save() };
  }

  restore(state: JsonValue): void {
    const { busy, idle, scaling } = state as unknown as {
      busy: number;
      idle: readonly number[];
      scaling: TokenBucketState;
    };
    this.busy = busy;
    this.#idle.splice(0, this.#idle.length, ...idle);
    this.#scaling.restore(scaling);
  }
}
