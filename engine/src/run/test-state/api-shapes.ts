/**
 * Whether a mocked result could be an API's response: the model of the response against the value, in AWS's words.
 * STRICT wants every required field, PRESENT looks only at the fields that are there, NONE at nothing. Fields that the
 * model does not know pass, and so do services and actions that the table does not hold.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_MockInput.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { API_SHAPES, OPTIMIZED_RESPONSES, OPTIMIZED_SERVICES } from "./api-shapes-data.ts";
import { type FieldShape, type NumberShape, parseShape, type Shape } from "./shape-notation.ts";

export interface ApiResponse {
  readonly shape: Shape;
  /** Shapes by name that the response refers to. */
  readonly shapes: Readonly<Record<string, string>>;
}

/** The response of what a Task's Resource calls, as `taskResource` names it; undefined where it is not known. */
export function apiResponse(resourceType: string, action: string): ApiResponse | undefined {
  // A token's result is whatever SendTaskSuccess says; with .sync it is what the finished job looks like.
  if (action.endsWith(".waitForTaskToken")) return undefined;
  const sdk = /^aws-sdk:(.+)$/.exec(resourceType)?.[1];
  const optimized = sdk === undefined ? own(OPTIMIZED_RESPONSES, `${resourceType}:${action}`) : undefined;
  if (optimized !== undefined) return { shape: parseShape(optimized), shapes: {} };
  const service = sdk ?? own(OPTIMIZED_SERVICES, resourceType);
  const model = service === undefined ? undefined : own(API_SHAPES, service);
  const name = model && own(model.responses, action);
  const text = model && name !== undefined ? own(model.shapes, name) : undefined;
  return model && text !== undefined ? { shape: parseShape(text), shapes: model.shapes } : undefined;
}

function own<T>(table: Readonly<Record<string, T>>, key: string): T | undefined {
  return Object.hasOwn(table, key) ? table[key] : undefined;
}

/** The first thing that does not fit, or undefined. */
export function responseMistake(value: JsonValue, response: ApiResponse, strict: boolean): string | undefined {
  const found = mistake(value, response.shape, "", { shapes: response.shapes, strict });
  return found === undefined ? undefined : `Mock result schema validation error: ${found}`;
}

interface Check {
  readonly shapes: Readonly<Record<string, string>>;
  readonly strict: boolean;
}

/** `field` is the innermost field's name: AWS does not say where it stands. */
function mistake(value: JsonValue, shape: Shape, field: string, check: Check): string | undefined {
  switch (shape.kind) {
    case "any":
      return undefined;
    case "named": {
      const text = own(check.shapes, shape.name);
      return text === undefined ? undefined : mistake(value, parseShape(text), field, check);
    }
    case "structure":
      return isObject(value) ? structureMistake(value, shape.fields, check) : wrongType(field, "an object");
    case "list":
      if (!Array.isArray(value)) return wrongType(field, "an array");
      return first(value, (item: JsonValue) => mistake(item, shape.of, field, check));
    case "map":
      if (!isObject(value)) return wrongType(field, "an object");
      return first(Object.values(value), (item) => mistake(item, shape.of, field, check));
    case "string":
      return typeof value === "string" ? undefined : wrongType(field, "a string");
    case "boolean":
      return typeof value === "boolean" ? undefined : wrongType(field, "a boolean");
    case "number":
      return typeof value === "number" ? outOfRange(value, shape, field) : wrongType(field, "a number");
    case "enum":
      if (typeof value !== "string") return wrongType(field, "a string");
      return shape.values.includes(value) ? undefined : `Field '${field}' is not an expected value`;
  }
}

function structureMistake(value: JsonObject, fields: readonly FieldShape[], check: Check): string | undefined {
  const missing = fields.find(({ name, required }) => check.strict && required && !Object.hasOwn(value, name));
  if (missing !== undefined) return `Required field '${missing.name}' is missing`;
  return first(Object.entries(value), ([name, given]) => {
    const field = fields.find((known) => known.name === name);
    // A response leaves out what it does not have; a mock may just as well say null.
    return field === undefined || given === null ? undefined : mistake(given, field.shape, name, check);
  });
}

function first<T>(items: readonly T[], find: (item: T) => string | undefined): string | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

function wrongType(field: string, type: string): string {
  return field === "" ? `Mocked result must be ${type}` : `Field '${field}' must be ${type}`;
}

function outOfRange(value: number, { least, most }: NumberShape, field: string): string | undefined {
  if (value < least) return `Field '${field}' is less than the minimum value`;
  return value > most ? `Field '${field}' exceeds the maximum value` : undefined;
}
