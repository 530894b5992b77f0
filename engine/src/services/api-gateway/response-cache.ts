/** Responses that are used again, by what was asked for. */
import { MAX_CACHED_RESPONSES } from "../../limits.ts";
import type { ApiResponse } from "./request.ts";

interface Cached {
  readonly response: ApiResponse;
  readonly untilMs: number;
}

export class ResponseCache {
  #cached = new Map<string, Cached>();

  find(key: string, timeMs: number): ApiResponse | undefined {
    const found = this.#cached.get(key);
    if (found === undefined || found.untilMs > timeMs) return found?.response;
    this.#cached.delete(key);
    return undefined;
  }

  /** Where it is full, the oldest one goes. */
  put(key: string, response: ApiResponse, untilMs: number): void {
    const [oldest] = this.#cached.size >= MAX_CACHED_RESPONSES ? this.#cached.keys() : [];
    if (oldest !== undefined) this.#cached.delete(oldest);
    this.#cached.set(key, { response, untilMs });
  }

  save(): SavedCache {
    return [...this.#cached];
  }

  restore(saved: SavedCache): void {
    this.#cached = new Map(saved);
  }
}

export type SavedCache = readonly (readonly [string, Cached])[];
