/** Takes the place of a service: keeps what is delivered to it. */
import type { JsonObject, Ports, SimNode } from "@sluice/engine";

export class RecordingTarget implements SimNode {
  readonly bodies: string[] = [];
  readonly ports: Partial<Ports> = {
    target: {
      deliver: (cause, { body = cause?.body ?? "" }) => {
        this.bodies.push(body);
        return undefined;
      },
    },
  };

  handle(): void {}

  view(): JsonObject {
    return {};
  }

  save(): object {
    return {};
  }

  restore(): void {}
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
