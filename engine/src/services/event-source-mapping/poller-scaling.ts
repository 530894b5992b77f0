/**
 * How many batches of a queue are in hand at the same time: five at first; more each minute while there is more to do;
 * fewer when invocations fail, or nothing comes.
 * https://docs.aws.amazon.com/lambda/latest/dg/services-sqs-scaling.html
 */
import type { JsonValue } from "../../json.ts";
import type { MappingSettings } from "./mapping-settings.ts";

const FIRST = 5;
const LEAST = 2;
const MORE_EACH_MINUTE = 300;
const MOST = 1_250;

/** Provisioned mode: a poller has so many invocations at the same time, and there are so many more each minute. */
const INVOCATIONS_OF_POLLER = 10;
const MORE_PROVISIONED_EACH_MINUTE = 1_000;

export class PollerScaling {
  /** Batches that may be in hand. */
  limit: number;
  readonly #least: number;
  readonly #most: number;
  readonly #step: number;
  /** Since the last minute: whether all of them were, and the most that were. */
  #wasReached = false;
  #peak = 0;

  constructor({ pollers, maximumConcurrency = MOST }: MappingSettings) {
    this.#least = pollers === undefined ? LEAST : pollers.minimum * INVOCATIONS_OF_POLLER;
    this.#most = pollers === undefined ? maximumConcurrency : pollers.maximum * INVOCATIONS_OF_POLLER;
    this.#step = pollers === undefined ? MORE_EACH_MINUTE : MORE_PROVISIONED_EACH_MINUTE;
    this.limit = this.#atRest;
  }

  get #atRest(): number {
    return Math.min(Math.max(FIRST, this.#least), this.#most);
  }

  /** So many batches are in hand. */
  used(count: number): void {
    if (count > this.#peak) this.#peak = count;
    if (count >= this.limit) this.#wasReached = true;
  }

  /** An invocation has failed, or was throttled: AWS backs off gradually. */
  failed(): void {
    this.limit = Math.max(this.limit - 1, Math.min(this.#least, this.#most));
  }

  /** A minute is over. */
  minutePassed(): void {
    this.limit = this.#wasReached
      ? Math.min(this.limit + this.#step, this.#most)
      : Math.max(this.#atRest, Math.min(this.limit, this.#peak));
    this.#wasReached = false;
    this.#peak = 0;
  }

  save(): JsonValue {
    return [this.limit, this.#wasReached, this.#peak];
  }

  restore(saved: JsonValue): void {
    [this.limit, this.#wasReached, this.#peak] = saved as unknown as [number, boolean, number];
  }
}
