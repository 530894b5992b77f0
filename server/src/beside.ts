/** The files that lie beside a definition: `order.asl.json` has `order.input.json` and `order.mocks.json`. */
import type { JsonValue, Surroundings } from "@sluice/engine";
import type { ReadFile } from "./config-files.ts";
import type { Server } from "./feature.ts";

/** `dir/order.asl.json` and "input" give `dir/order.input.json`; so do `order.json`, `order.asl.yaml`, `order.asl`. */
export function uriBeside(definition: string, kind: "input" | "mocks"): string {
  return `${definition.replace(/(?:\.asl)?\.(?:json|ya?ml)$|\.asl$/i, "")}.${kind}.json`;
}

/** How long what was read is believed, milliseconds: long enough for a burst of keystrokes. */
const FRESH_MS = 2_000;
/** A longer text is no example of an input: AWS takes at most 256 KiB. */
const MAX_LENGTH = 1_048_576;

interface Example {
  readonly readAtMs: number;
  readonly text: string | undefined;
  readonly surroundings: Surroundings;
}

/** Example inputs, read when a feature asks. */
export class Examples {
  readonly #read: ReadFile;
  readonly #known = new Map<string, Example>();

  constructor(read: ReadFile) {
    this.#read = read;
  }

  /** Text that is no JSON counts as no example. */
  async of(definition: string): Promise<Surroundings> {
    const known = this.#known.get(definition);
    if (known !== undefined && Date.now() - known.readAtMs < FRESH_MS) return known.surroundings;
    const text = await this.#read(uriBeside(definition, "input"));
    // The same object for the same text: the engine keeps what it has found out about it.
    const surroundings = known !== undefined && known.text === text ? known.surroundings : surroundingsOf(text);
    this.#known.set(definition, { readAtMs: Date.now(), text, surroundings });
    return surroundings;
  }

  forget(definition: string): void {
    this.#known.delete(definition);
  }

  /** Whether the editor could open the file. */
  async exists(uri: string): Promise<boolean> {
    return (await this.#read(uri)) !== undefined;
  }
}

/** What a feature reads before it looks at a document: the example of its input. */
export function exampleFor({
  examples,
}: Pick<Server, "examples">): (params: { readonly textDocument: { readonly uri: string } }) => Promise<Surroundings> {
  return ({ textDocument }) => examples.of(textDocument.uri);
}

function surroundingsOf(text: string | undefined): Surroundings {
  if (text === undefined || text.length > MAX_LENGTH) return {};
  try {
    return { exampleInput: JSON.parse(text) as JsonValue };
  } catch {
    return {};
  }
}
