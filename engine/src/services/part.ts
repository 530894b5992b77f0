/**
 * A part of a resource that can have faults of its own: a broker of a cluster, a member of a group. It only tells the
 * resource, which knows what becomes of that.
 */
import type { JsonObject } from "../json.ts";
import type { NodeContext, NodeSpec, NodeState, SimNode } from "../sim/types.ts";
import { portOf } from "./ports.ts";

const PART_TYPE = "Sluice::Part";

/** The spec of a part of a resource; its id is both names. */
export function partSpec(of: string, name: string): NodeSpec {
  const id = `${of}/${name}`;
  return { id, type: PART_TYPE, arn: `arn:sluice:part:${id}`, properties: { Of: of, Name: name } };
}

/** What a scenario calls by the name of a resource and one of its own, without the resource's. */
export function partsNamed(id: string, names: readonly string[]): readonly string[] {
  const parts = names.filter((name) => name.startsWith(`${id}/`)).map((name) => name.slice(id.length + 1));
  return [...new Set(parts)];
}

export class Part implements SimNode {
  readonly ports = {};
  readonly #context: NodeContext;
  readonly #of: string;
  readonly #name: string;

  constructor(context: NodeContext, { properties }: NodeSpec) {
    this.#context = context;
    this.#of = String(properties.Of);
    this.#name = String(properties.Name);
  }

  faultChanged(): void {
    portOf(this.#context, this.#of, "parts")?.partChanged(this.#name, this.#context.faults);
  }

  handle(): void {
    // Nothing falls due here.
  }

  view(): JsonObject {
    return { of: this.#of, outage: this.#context.faults.outage };
  }

  /** What it is like is its resource's to keep. */
  save(): NodeState {
    return {};
  }

  restore(): void {
    // See `save`.
  }
}
