/** Takes the place of a service: keeps what is delivered to it, or refuses all of it. */
import type { JsonObject, Ports, Refusal, SimNode } from "@sluice/engine";

export class RecordingTarget implements SimNode {
  readonly bodies: string[] = [];
  readonly #refusal: Refusal | undefined;
  readonly ports: Partial<Ports> = {
    target: {
      deliver: (cause, { body = cause?.body ?? "" }) => {
        if (this.#refusal === undefined) this.bodies.push(body);
        return this.#refusal;
      },
    },
  };

  constructor(refusal?: Refusal) {
    this.#refusal = refusal;
  }

  handle(): void {}

  view(): JsonObject {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
}

/** What an endpoint answers that a case calls "500-forever" or "throttled-forever"; undefined: it takes what comes. */
export function refusalOfEndpoint(endpoint: string): Refusal | undefined {
  if (!endpoint.endsWith("-forever")) return undefined;
  const status = Number(/^\d{3}/.exec(endpoint)?.[0] ?? 503);
  const retryable = status >= 500 || status === 429;
  return { code: String(status), message: `It answered ${status}.`, retryable };
}

/** Equal as JSON; the order of names does not matter. */
export function same(a: unknown, b: unknown): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([name, inner]) => [name, sorted(inner)]));
}
