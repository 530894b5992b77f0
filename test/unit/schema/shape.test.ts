/**
 * Mistakes of shape: each case has one, and `«»` around the range that is to be reported. Each is written as a state, or
 * as a whole definition where it has StartAt.
 */
import { expect, test } from "vitest";
import { around, shapeOf } from "./shape-of.ts";

interface Case {
  readonly text: string;
  readonly rule: string;
  /** A part of the message. */
  readonly says: string;
  readonly aws?: string;
  readonly location?: string;
  readonly jsonata?: true;
}

const PROCESSOR = `{"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}`;
const DISTRIBUTED = `{"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}`;

const CASES: readonly Case[] = [
  {
    text: `«{»"States": {"S": {"Type": "Succeed"}}}`,
    rule: "missing-field",
    says: "A state machine must have `StartAt`",
    aws: "These fields are required: [StartAt]",
    location: "/",
  },
  {
    text: `{"StartAt": "S", "States": {"S": {"Type": "Succeed"}}, «"TimeoutSecond"»: 1}`,
    rule: "unknown-field",
    says: "Did you mean `TimeoutSeconds`?",
    aws: "Field 'TimeoutSecond' is not supported",
    location: "/",
  },
  {
    text: `{"StartAt": "S", "States": {"S": «[]»}}`,
    rule: "wrong-type",
    says: "State `S` must be an object, not an array.",
    location: "/States/S",
  },
  {
    text: `«{»"Resource": "x", "End": true}`,
    rule: "missing-field",
    says: "A state must have `Type`.",
    location: "/States/S",
  },
  { text: `{«"type"»: "Pass", "End": true}`, rule: "unknown-field", says: "Did you mean `Type`?" },
  {
    text: `{"Type": «"task"», "Resource": "x", "End": true}`,
    rule: "bad-value",
    says: "Did you mean `Task`?",
    aws: "The field 'Type' should have one of these values: [Task, Wait, Pass, Succeed, Fail, Choice, Parallel, Map]",
    location: "/States/S/Type",
  },
  { text: `{"Type": «5», "End": true}`, rule: "wrong-type", says: "not a number" },
  { text: `{«"Type": "Task"», "End": true}`, rule: "missing-field", says: "A Task state must have `Resource`." },
  { text: `{«"Type": "Pass"»}`, rule: "missing-field", says: "A Pass state must have `Next` or `End`." },
  { text: `{"Type": "Pass", «"End": false»}`, rule: "missing-field", says: "false` is none" },
  { text: `{"Type": "Pass", "Next": "T", «"End"»: true}`, rule: "exclusive-fields", says: "exclude each other" },
  { text: `{"Type": "Pass", «"Nxet"»: "S"}`, rule: "unknown-field", says: "Did you mean `Next`?" },
  {
    text: `{"Type": "Pass", «"Catch"»: [], "End": true}`,
    rule: "wrong-field-for-type",
    says: "`Catch` is only for `Map`, `Parallel` and `Task` states; this is a Pass state.",
    aws: "Field 'Catch' is not supported",
    location: "/States/S",
  },
  {
    text: `{"Type": "Pass", «"Output"»: 1, "End": true}`,
    rule: "wrong-query-language",
    says: "`Output` is only for JSONata",
    aws: "The QueryLanguage is set to 'JSONPath', but field 'Output' is only supported for the 'JSONata' QueryLanguage",
    location: "/States/S",
  },
  {
    text: `{"Type": "Pass", «"Parameters"»: {}, "End": true}`,
    rule: "wrong-query-language",
    says: "`Parameters` is only for JSONPath",
    jsonata: true,
  },
  {
    text: `{"Type": "Choice", "Choices": [{«"Variable"»: "$.a", "Condition": "{% true %}", "Next": "S"}]}`,
    rule: "wrong-query-language",
    says: "Write the whole comparison as a JSONata expression",
    jsonata: true,
  },
  {
    text: `{"Type": "Wait", "Seconds": «"{% 1 %}"», "End": true}`,
    rule: "wrong-query-language",
    says: 'JSONata expressions need `"QueryLanguage": "JSONata"`',
  },
  {
    text: `{"Type": "Wait", "Seconds": «"10"», "End": true}`,
    rule: "wrong-type",
    says: "`Seconds` must be an integer of 0 to 99999999, not a string.",
  },
  {
    text: `{"Type": "Wait", "Seconds": «" {% 1 %}"», "End": true}`,
    rule: "wrong-type",
    says: "or a JSONata expression in `{% %}`",
    jsonata: true,
  },
  { text: `{"Type": "Wait", "Seconds": «1.5», "End": true}`, rule: "wrong-type", says: "this is 1.5" },
  { text: `{"Type": "Wait", "Seconds": «-1», "End": true}`, rule: "out-of-range", says: "this is -1" },
  {
    text: `{"Type": "Wait", "Timestamp": «"tomorrow"», "End": true}`,
    rule: "bad-value",
    says: "RFC 3339",
    aws: "String does not match RFC3339 timestamp",
    location: "/States/S/Timestamp",
  },
  {
    text: `{«"Type": "Wait"», "End": true}`,
    rule: "missing-field",
    says: "must have `Seconds` or `Timestamp`.",
    jsonata: true,
  },
  {
    text: `{"Type": "Parallel", "Branches": «[]», "End": true}`,
    rule: "bad-value",
    says: "`Branches` must not be empty.",
    aws: "Value cannot be empty",
    location: "/States/S/Branches",
  },
  {
    text: `{"Type": "Parallel", "Branches": [{"StartAt": "B", "States": {"B": {"Type": "Succeed"}}, «"QueryLanguage"»: "JSONata"}], "End": true}`,
    rule: "unknown-field",
    says: "A branch has no field `QueryLanguage`.",
    aws: "Field 'QueryLanguage' is not supported",
    location: "/States/S/Branches[0]",
  },
  { text: `{«"Type": "Map"», "End": true}`, rule: "missing-field", says: "`ItemProcessor` or `Iterator`" },
  {
    text: `{"Type": "Map", "ItemProcessor": ${PROCESSOR}, «"Iterator"»: ${PROCESSOR}, "End": true}`,
    rule: "exclusive-fields",
    says: "`ItemProcessor` and `Iterator`",
  },
  {
    text: `{"Type": "Map", "ItemProcessor": ${PROCESSOR}, «"Label"»: "a", "End": true}`,
    rule: "distributed-only",
    says: "only for a Distributed Map",
  },
  {
    text: `{"Type": "Map", "ItemProcessor": {«"ProcessorConfig"»: {"Mode": "DISTRIBUTED"}, "StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}}, "End": true}`,
    rule: "missing-field",
    says: "`ProcessorConfig` must have `ExecutionType`.",
    location: "/States/S/ItemProcessor/ProcessorConfig",
  },
  {
    text: `{"Type": "Map", "ItemProcessor": ${DISTRIBUTED}, «"ItemBatcher"»: {}, "End": true}`,
    rule: "missing-field",
    says: "`ItemBatcher` must have `MaxItemsPerBatch` or `MaxInputBytesPerBatch`.",
    jsonata: true,
  },
  {
    text: `{"Type": "Map", "ItemProcessor": ${DISTRIBUTED}, "ItemReader": {"Resource": "r", "ReaderConfig": {"InputType": «"jsonl"»}}, "End": true}`,
    rule: "bad-value",
    says: "Did you mean `JSONL`?",
    location: "/States/S/ItemReader/ReaderConfig/InputType",
  },
  {
    text: `{"Type": "Map", "ItemProcessor": ${DISTRIBUTED}, "Label": «"${"x".repeat(41)}"», "End": true}`,
    rule: "bad-value",
    says: "at most 40 characters",
  },
  {
    text: `{"Type": "Choice", "Choices": [«{»}]}`,
    rule: "missing-field",
    says: "A Choice rule must have `Next` and `Variable`, and a comparison operator.",
    location: "/States/S/Choices[0]",
  },
  {
    text: `{"Type": "Choice", "Choices": [{"Variable": "$.a", «"StringEqual"»: "x", "Next": "S"}]}`,
    rule: "unknown-field",
    says: "Did you mean `StringEquals`?",
  },
  {
    text: `{"Type": "Choice", "Choices": [{"Variable": "$.a", "IsNull": true, «"IsString"»: true, "Next": "S"}]}`,
    rule: "exclusive-fields",
    says: "exclude each other",
  },
  {
    text: `{"Type": "Choice", "Choices": [{"And": [{"Variable": "$.a", "IsNull": true, «"Next"»: "S"}], "Next": "S"}]}`,
    rule: "unknown-field",
    says: "A nested Choice rule has no field `Next`.",
    location: "/States/S/Choices[0]/And[0]",
  },
  {
    text: `{"Type": "Choice", "Choices": [{"Not": {"Variable": "$.a", "BooleanEquals": «"true"»}, "Next": "S"}]}`,
    rule: "wrong-type",
    says: "must be a boolean, not a string",
    location: "/States/S/Choices[0]/Not/BooleanEquals",
  },
  {
    text: `{"Type": "Choice", "Choices": [«{»"Next": "S"}]}`,
    rule: "missing-field",
    says: "A Choice rule must have `Condition`.",
    jsonata: true,
  },
  {
    text: `{"Type": "Task", "Resource": "r", «"Credentials"»: {}, "End": true}`,
    rule: "missing-field",
    says: "`Credentials` must have `RoleArn` or `RoleArn.$`.",
    aws: "The field 'RoleArn' is required but was missing",
    location: "/States/S/Credentials",
  },
  {
    text: `{"Type": "Task", "Resource": "r", "Retry": [{"ErrorEquals": [«5»]}], "End": true}`,
    rule: "wrong-type",
    says: "Each item of `ErrorEquals` must be a string, not a number.",
    location: "/States/S/Retry[0]/ErrorEquals[0]",
  },
  {
    text: `{"Type": "Task", "Resource": "r", "Retry": [{"ErrorEquals": ["A"], «"Interval"»: 5}], "End": true}`,
    rule: "unknown-field",
    says: "Did you mean `IntervalSeconds`?",
  },
  {
    text: `{"Type": "Task", "Resource": "r", "Catch": «"States.ALL"», "End": true}`,
    rule: "wrong-type",
    says: "`Catch` must be an array of catcher objects, not a string.",
  },
  {
    text: `{"Type": "Task", "Resource": "r", "TimeoutSeconds": 5, «"TimeoutSecondsPath"»: "$.t", "End": true}`,
    rule: "exclusive-fields",
    says: "`TimeoutSeconds` and `TimeoutSecondsPath`",
  },
];

test.each(CASES.map((one) => [`${one.rule}: ${one.text.slice(0, 110)}`, one] as const))("%s", (_, one) => {
  const marked = /"States"/.test(one.text.replace(/"(ItemProcessor|Iterator|Branches)".*/, ""))
    ? one.text
    : around(one.text, one.jsonata ? '"QueryLanguage": "JSONata", ' : "");
  const start = marked.indexOf("«");
  const end = marked.indexOf("»") - 1;
  const problems = shapeOf(marked.replace(/[«»]/g, ""));
  expect(problems.map(({ rule }) => rule)).toEqual([one.rule]);
  const [problem] = problems;
  expect([problem?.start, problem?.end]).toEqual([start, end]);
  expect(problem?.message).toContain(one.says);
  if (one.aws !== undefined) expect(problem?.aws?.message).toBe(one.aws);
  if (one.location !== undefined) expect(problem?.aws?.location).toBe(one.location);
});
