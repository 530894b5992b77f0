/** The files that lie beside a definition: `order.asl.json` has `order.input.json` and `order.mocks.json`. */
import { uriBeside } from "../editor/surroundings.ts";
import type { FileBeside, Surroundings } from "../editor/types.ts";
import type { JsonValue } from "../json.ts";
import type { AslDocument } from "./document.ts";

const ENDING = /(?:\.asl)?\.(?:json|ya?ml)$|\.asl$/i;

/** An example of an execution's input, and mocked answers of tasks. */
export function filesBeside(_document: AslDocument, uri: string): Readonly<Record<"input" | "mocks", string>> {
  return { input: uriBeside(uri, ENDING, "input.json"), mocks: uriBeside(uri, ENDING, "mocks.json") };
}

/** A longer text is no example of an input: AWS takes at most 256 KiB. */
const MAX_EXAMPLE_LENGTH = 1_048_576;

const examples = new WeakMap<FileBeside, { readonly value: JsonValue | undefined }>();

/** The example of an execution's input, the same value for the same file; text that is no JSON counts as none. */
export function exampleInputOf({ files: { input } }: Surroundings): JsonValue | undefined {
  if (input === undefined || input.text.length > MAX_EXAMPLE_LENGTH) return undefined;
  let example = examples.get(input);
  if (example === undefined) {
    example = { value: parsedJson(input.text) };
    examples.set(input, example);
  }
  return example.value;
}

function parsedJson(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
