/** Documentation, completion and what values hold: asked for at a cursor, `|`, in a text. */
import {
  CHOICE_OPERATORS,
  CONTEXT_FIELDS,
  contextDoc,
  docForNode,
  errorDoc,
  fieldsAt,
  fieldsNamed,
  holdsAt,
  INTRINSICS,
  intrinsicDoc,
  JSONATA_FUNCTIONS,
  jsonataFunctionDoc,
  type Node,
  nodeAt,
  parseText,
  STATES_ERRORS,
  stateTypeDoc,
  valuesAt,
} from "@sluice/engine";
import { expect, test } from "vitest";
import { around } from "./shape-of.ts";

const JSONATA = '"QueryLanguage": "JSONata", ';

function cursor(marked: string): Node {
  const node = nodeAt(parseText(marked.replace("|", ""), "json").root, marked.indexOf("|"));
  if (node === undefined) throw new Error("Nothing is at the cursor");
  return node;
}

test.each([
  ["a field of the machine", `{"Start|At": "S", "States": {}}`, "StartAt", "runs first"],
  ["a field of a state type", around(`{"Type": "Wait", "Sec|onds": 1}`), "Seconds", "How long to wait"],
  ["a field of a retrier", around(`{"Type": "Task", "Retry": [{"Backoff|Rate": 2}]}`), "BackoffRate", "factor"],
  ["a comparison operator", around(`{"Type": "Choice", "Choices": [{"Not": {"Is|Null": true}}]}`), "IsNull", "null"],
  ["a state type", around(`{"Type": "Suc|ceed"}`), "Succeed", "Ends the machine"],
  ["an enum value", around(`{"Type": "Pass", "QueryLanguage": "JSON|Path"}`), "JSONPath", "Paths"],
  [
    "an error name",
    around(`{"Type": "Task", "Catch": [{"ErrorEquals": ["States.Time|out"]}]}`),
    "States.Timeout",
    "longer",
  ],
  [
    "a nested state's field",
    around(`{"Type": "Map", "ItemProcessor": {"States": {"I": {"Type": "Fail", "Ca|use": ""}}}}`),
    "Cause",
    "Why",
  ],
])("documentation of %s", (_, text, name, says) => {
  const doc = docForNode(cursor(text));
  expect(doc?.name).toBe(name);
  expect(doc?.text).toContain(says);
  expect(doc?.link).toMatch(/^https:\/\/(docs\.aws\.amazon\.com|states-language\.net)\//);
});

test.each([
  ["a state's name", `{"StartAt": "S", "States": {"|S": {"Type": "Pass"}}}`],
  ["a payload's key", around(`{"Type": "Pass", "Parameters": {"Com|ment": 1}}`)],
  ["an unknown field", around(`{"Type": "Pass", "Fo|o": 1}`)],
  ["a name from Object.prototype", around(`{"Type": "Pass", "constr|uctor": 1}`)],
])("no documentation of %s", (_, text) => {
  expect(docForNode(cursor(text))).toBeUndefined();
});

function fields(text: string): string[] {
  return fieldsAt(cursor(text) as Parameters<typeof fieldsAt>[0]).map(({ name }) => name);
}

test("fields that may be added: by type and query language, without those that are there or excluded", () => {
  expect(fields(around(`{| "Type": "Wait", "Seconds": 1}`, JSONATA))).toEqual([
    "Comment",
    "QueryLanguage",
    "Output",
    "Assign",
    "Next",
    "End",
  ]);
  expect(fields(around(`{| "Type": "Succeed", "Comment": ""}`))).toEqual(["QueryLanguage", "InputPath", "OutputPath"]);
  expect(fields(around(`{|}`))).toEqual(["Type", "Comment", "QueryLanguage"]);
  expect(fields(around(`{"Type": "Task", "Catch": [{|}]}`, JSONATA))).toEqual([
    "Assign",
    "ErrorEquals",
    "Next",
    "Output",
    "Comment",
  ]);
  expect(fields(around(`{"Type": "Pass", "Result": {|}}`))).toEqual([]);
});

test("a field's snippet offers its values", () => {
  const [type] = fieldsAt(cursor(around(`{|}`)) as Parameters<typeof fieldsAt>[0]);
  expect(type?.snippet).toBe('"${1|Task,Wait,Pass,Succeed,Fail,Choice,Parallel,Map|}"');
});

test("values to choose from", () => {
  const labels = (text: string): string[] => valuesAt(cursor(text)).map(({ label }) => label);
  expect(labels(around(`{"Type": "|"}`))).toContain("Parallel");
  expect(labels(around(`{"Type": "Task", "Retry": [{"JitterStrategy": "|"}]}`))).toEqual(["FULL", "NONE"]);
  expect(labels(around(`{"Type": "Pass", "End": fal|se}`))).toEqual(["true", "false"]);
  expect(labels(around(`{"Type": "Pass", "Next": "|"}`))).toEqual([]);
});

test.each([
  [around(`{"Type": "Pass", "InputPath": "|"}`), ["jsonpath"]],
  [around(`{"Type": "Pass", "Next": "|"}`), ["state-name"]],
  [around(`{"Type": "Pass", "Parameters": {"a": [{"b.$": "|"}]}}`), ["jsonpath", "intrinsic"]],
  [around(`{"Type": "Pass", "Parameters": {"a": "|"}}`), []],
  [around(`{"Type": "Pass", "Result": {"a.$": "|"}}`), []],
  [around(`{"Type": "Pass", "Output": {"a": ["|"]}}`, JSONATA), ["jsonata"]],
  [around(`{"Type": "Wait", "Seconds": "|"}`, JSONATA), ["seconds", "jsonata"]],
  [around(`{"Type": "Wait", "Seconds": "|"}`), ["seconds"]],
  [around(`{"Type": "Task", "Retry": [{"ErrorEquals": ["|"]}]}`), ["error-name"]],
  [
    around(
      `{"Type": "Map", "QueryLanguage": "JSONata", "Iterator": {"States": {"I": {"Type": "Pass", "OutputPath": "|"}}}}`,
    ),
    ["jsonpath"],
  ],
])("what a value holds: %s", (text, holds) => {
  expect(holdsAt(cursor(text))).toEqual(holds);
});

test("tables are whole", () => {
  expect(CHOICE_OPERATORS).toHaveLength(39);
  expect(INTRINSICS).toHaveLength(18);
  expect(STATES_ERRORS.map(({ name }) => name)).toContain("States.DataLimitExceeded");
  expect(JSONATA_FUNCTIONS.filter((row) => row.stepFunctions === "added").map(({ name }) => name)).toEqual([
    "$partition",
    "$range",
    "$hash",
    "$uuid",
    "$parse",
  ]);
  for (const rows of [INTRINSICS, JSONATA_FUNCTIONS, STATES_ERRORS]) {
    expect(new Set(rows.map(({ name }) => name)).size).toBe(rows.length);
  }
  expect(CONTEXT_FIELDS.map(({ path }) => path)).toContain("Map.Item.Value");
});

test("documentation by name", () => {
  expect(intrinsicDoc("States.MathRandom")?.text).toContain("States.MathRandom(start, end, [seed])");
  expect(jsonataFunctionDoc("$eval")?.text).toContain("refuses");
  expect(errorDoc("States.Nothing")).toBeUndefined();
  expect(contextDoc("Task.Token")?.text).toContain(".waitForTaskToken");
  expect(stateTypeDoc("Map").text).toContain("item processor");
  expect(fieldsNamed("TimeoutSeconds").map(({ kind }) => kind)).toEqual(["machine", "task"]);
});
