/** The table of API responses: every line can be read, and every name leads somewhere. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import type { JsonValue } from "@sluice/engine";
import { expect, test } from "vitest";
import { taskResource } from "../../../engine/src/run/resources.ts";
import { apiResponse, responseMistake } from "../../../engine/src/run/test-state/api-shapes.ts";
import {
  API_SHAPES,
  OPTIMIZED_RESPONSES,
  OPTIMIZED_SERVICES,
} from "../../../engine/src/run/test-state/api-shapes-data.ts";
import { parseShape, type Shape } from "../../../engine/src/run/test-state/shape-notation.ts";

function namesIn(shape: Shape): readonly string[] {
  if (shape.kind === "named") return [shape.name];
  if (shape.kind === "structure") return shape.fields.flatMap((field) => namesIn(field.shape));
  return shape.kind === "list" || shape.kind === "map" ? namesIn(shape.of) : [];
}

test.each(Object.keys(API_SHAPES))("%s: every response and every shape exists", (service) => {
  const { responses, shapes } = API_SHAPES[service] as (typeof API_SHAPES)[string];
  const named = [...Object.values(responses), ...Object.values(shapes).flatMap((text) => namesIn(parseShape(text)))];
  expect(named.filter((name) => !Object.hasOwn(shapes, name))).toEqual([]);
});

test("optimized integrations lead to services of the table", () => {
  expect(Object.values(OPTIMIZED_SERVICES).filter((service) => !Object.hasOwn(API_SHAPES, service))).toEqual([]);
  expect(Object.values(OPTIMIZED_RESPONSES).flatMap((text) => namesIn(parseShape(text)))).toEqual([]);
});

test("the notation", () => {
  expect(parseShape("=A|B c")).toEqual({ kind: "enum", values: ["A", "B c"] });
  expect(parseShape("")).toEqual({ kind: "structure", fields: [] });
  expect(parseShape("Size!:n1.. Rate:n-1..0.5 Tags:{[Tag]}")).toEqual({
    kind: "structure",
    fields: [
      { name: "Size", required: true, shape: { kind: "number", least: 1, most: Number.POSITIVE_INFINITY } },
      { name: "Rate", required: false, shape: { kind: "number", least: -1, most: 0.5 } },
      {
        name: "Tags",
        required: false,
        shape: { kind: "map", of: { kind: "list", of: { kind: "named", name: "Tag" } } },
      },
    ],
  });
});

const mistakes: readonly (readonly [type: string, action: string, value: string, mistake: string | undefined])[] = [
  ["lambda", "invoke", '{"Payload":{"any":[1]},"StatusCode":200,"Own":1}', undefined],
  ["aws-sdk:lambda", "invoke", '{"Payload":{"any":[1]}}', "Field 'Payload' must be a string"],
  ["aws-sdk:dynamodb", "getItem", '{"Item":{"id":{"S":1}}}', "Field 'S' must be a string"],
  ["aws-sdk:dynamodb", "getItem", '{"Item":{"id":{"S":"a"},"list":{"L":[{"N":"1"}]}}}', undefined],
  ["aws-sdk:dynamodb", "getItem", '{"Item":{"list":{"L":[{"BOOL":1}]}}}', undefined],
  ["aws-sdk:dynamodb", "getItem", '{"Item":{"list":{"L":[{"Bool":1}]}}}', "Field 'Bool' must be a boolean"],
  ["dynamodb", "putItem", "[]", "Mocked result must be an object"],
  ["states", "startExecution.waitForTaskToken", "3", undefined],
  ["aws-sdk:nowhere", "goThere", "3", undefined],
  ["toString", "constructor", "3", undefined],
];

test.each(mistakes)("%s:%s %s: %s", (type, action, value, mistake) => {
  const response = apiResponse(type, action);
  const found = response && responseMistake(JSON.parse(value), response, true);
  expect(found?.replace("Mock result schema validation error: ", "")).toBe(mistake);
});

const RECORDED = path.join(import.meta.dirname, "../../../../shared/conformance/asl/execution.jsonl");

interface RecordedTask {
  readonly resourceType?: string;
  readonly resource?: string;
  readonly result?: JsonValue;
}

test.skipIf(!existsSync(RECORDED))("what services really answered fits (skipped without ../shared/conformance)", () => {
  const rows = readFileSync(RECORDED, "utf8").trimEnd().split("\n");
  const tasks = rows.flatMap((row) => (JSON.parse(row) as { tasks?: readonly RecordedTask[] }).tasks ?? []);
  const found = tasks.flatMap(({ resourceType, resource, result }) => {
    if (resourceType === undefined || resource === undefined || result === undefined) return [];
    const response = apiResponse(resourceType, resource);
    const mistake = response && responseMistake(result, response, true);
    return mistake === undefined ? [] : [`${resourceType}:${resource}: ${mistake}`];
  });
  expect(found).toEqual([]);
});

test("a Resource is looked up as it is written", () => {
  const { resourceType, resource } = taskResource("arn:aws-cn:states:::aws-sdk:sns:publish");
  expect(apiResponse(resourceType, resource)).toBeDefined();
});
