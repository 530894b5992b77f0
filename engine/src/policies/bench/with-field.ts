/** Data with another value in one of its fields; what holds JSON as text goes on holding it as text. */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";

/** `value` undefined: without the field. Of a list the first element is meant, as good as any. */
export function withField(data: JsonValue, steps: readonly string[], value: JsonValue | undefined): JsonValue {
  const [step, ...rest] = steps;
  if (step === undefined) return value ?? null;
  if (Array.isArray(data)) {
    const [first = {}, ...others] = data;
    return [withField(objectOf(first), steps, value), ...others];
  }
  if (typeof data === "string") {
    const inside = parsedJson(data);
    return isObject(inside) ? JSON.stringify(withField(inside, steps, value)) : withField({}, steps, value);
  }
  const object: JsonObject = objectOf(data);
  if (rest.length > 0) return { ...object, [step]: withField(object[step] ?? {}, rest, value) };
  if (value !== undefined) return { ...object, [step]: value };
  const { [step]: _, ...others } = object;
  return others;
}
