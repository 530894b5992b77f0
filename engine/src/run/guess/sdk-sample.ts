/** A smallest response of an SDK integration, from the service's model: the fields that AWS requires, and no others. */
import type { JsonValue } from "../../json.ts";
import { type ApiResponse, apiResponse } from "../test-state/api-shapes.ts";
import { parseShape, type Shape } from "../test-state/shape-notation.ts";

/** Models refer to themselves. */
const MAX_DEPTH = 6;

/** Undefined where the service or the action is not in the models. */
export function sdkSample(resourceType: string, action: string): JsonValue | undefined {
  const response = apiResponse(resourceType, action);
  return response && sample(response.shape, response, "", 0);
}

function sample(shape: Shape, response: ApiResponse, name: string, depth: number): JsonValue {
  switch (shape.kind) {
    case "structure": {
      const fields = shape.fields.filter(({ required }) => required && depth < MAX_DEPTH);
      return Object.fromEntries(
        fields.map((field) => [field.name, sample(field.shape, response, field.name, depth + 1)]),
      );
    }
    case "named": {
      const text = Object.hasOwn(response.shapes, shape.name) ? response.shapes[shape.name] : undefined;
      return text === undefined ? {} : sample(parseShape(text), response, name, depth + 1);
    }
    case "list":
      return [];
    case "map":
    case "any":
      return {};
    case "boolean":
      return true;
    case "number":
      return Math.max(shape.least, Math.min(1, shape.most));
    case "enum":
      return shape.values[0] ?? "";
    case "string":
      return `${name}-1`;
  }
}
