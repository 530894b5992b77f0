/**
 * Payloads that keep their own text: AWS hands a payload that nothing has changed on exactly as it was written, spaces
 * and all, and writes only new values anew.
 */
import type { JsonValue } from "../../json.ts";

export class Payloads {
  /** Values are shared, never copied: the same object is the same payload. */
  readonly #texts = new WeakMap<object, string>();

  /** Undefined where `text` is no JSON. */
  read(text: string): { readonly value: JsonValue } | undefined {
    try {
      const value = JSON.parse(text) as JsonValue;
      if (typeof value === "object" && value !== null) this.#texts.set(value, text);
      return { value };
    } catch {
      return undefined;
    }
  }

  text(value: JsonValue): string {
    const written = typeof value === "object" && value !== null ? this.#texts.get(value) : undefined;
    return written ?? JSON.stringify(value);
  }
}
