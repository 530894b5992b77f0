/** What people really write and AWS takes: nothing is to be reported. */
import { existsSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { around, shapeOf } from "./shape-of.ts";

const STATES = `"StartAt": "I", "States": {"I": {"Type": "Pass", "End": true}}`;
const DISTRIBUTED = `{"ProcessorConfig": {"Mode": "DISTRIBUTED", "ExecutionType": "EXPRESS"}, ${STATES}}`;

const JSONPATH: readonly string[] = [
  `{"Type": "Pass", "InputPath": null, "ResultPath": null, "OutputPath": null, "Result": null, "End": true}`,
  `{"Type": "Pass", "Comment": "c", "Assign": {"a.$": "$.b"}, "Next": "S", "End": false}`,
  `{"Type": "Task", "Resource": "r", "Credentials": {"RoleArn.$": "$.role"}, "Retry": [], "Catch": [], "End": true}`,
  `{"Type": "Task", "Resource": "r", "Retry": [{"ErrorEquals": ["A"], "Comment": "c", "MaxAttempts": 0, "BackoffRate": 1.0}], "Catch": [{"ErrorEquals": ["B"], "Comment": "c", "ResultPath": null, "Assign": {}, "Next": "S"}], "End": true}`,
  `{"Type": "Wait", "Seconds": 0, "End": true}`,
  `{"Type": "Wait", "Timestamp": "2026-01-01T00:00:00.123+01:00", "End": true}`,
  `{"Type": "Fail"}`,
  `{"Type": "Fail", "ErrorPath": "$.e", "CausePath": "States.Format('{}', $.c)"}`,
  `{"Type": "Succeed", "InputPath": "$.a"}`,
  `{"Type": "Choice", "Choices": [{"Comment": "c", "Not": {"Or": [{"Variable": "$.a", "IsPresent": true, "Comment": "c"}]}, "Assign": {"x": 1}, "Next": "S"}]}`,
  `{"Type": "Parallel", "Branches": [{"Comment": "c", ${STATES}}], "ResultSelector": {}, "End": true}`,
  `{"Type": "Map", "Iterator": {${STATES}}, "Parameters": {"a.$": "$"}, "ItemsPath": "$.a", "MaxConcurrency": 0, "End": true}`,
  `{"Type": "Map", "ItemProcessor": ${DISTRIBUTED}, "ItemReader": {"Resource": "r", "Parameters": {"Bucket": "b"}, "ReaderConfig": {"InputType": "CSV", "CSVHeaderLocation": "GIVEN", "CSVHeaders": ["a"], "MaxItemsPath": "$.n"}}, "ItemBatcher": {"MaxItemsPerBatchPath": "$.n", "BatchInput": {}}, "ResultWriter": {"WriterConfig": {"Transformation": "COMPACT", "OutputType": "JSONL"}}, "ToleratedFailurePercentage": 0.5, "Label": "a", "End": true}`,
];

const JSONATA: readonly string[] = [
  `{"Type": "Pass", "Output": null, "End": true}`,
  `{"Type": "Wait", "Seconds": "{%1%}", "End": true}`,
  `{"Type": "Wait", "Timestamp": "{% $now() %}", "End": true}`,
  `{"Type": "Task", "Resource": "r", "Arguments": "{% $states.input %}", "TimeoutSeconds": "{% 5\\n+ 1 %}", "HeartbeatSeconds": 1, "Credentials": {"RoleArn": "{% $r %}"}, "Catch": [{"ErrorEquals": ["A"], "Output": 1, "Assign": {}, "Next": "S"}], "End": true}`,
  `{"Type": "Choice", "Choices": [{"Condition": true, "Output": {}, "Assign": {}, "Next": "S"}], "Default": "S", "Output": 1}`,
  `{"Type": "Map", "Items": [1], "ItemProcessor": ${DISTRIBUTED}, "MaxConcurrency": "{% 1 %}", "ItemSelector": "{% $states.input %}", "ToleratedFailureCount": "{% 1 %}", "ItemBatcher": {"MaxItemsPerBatch": "{% 1 %}"}, "ItemReader": {"Resource": "r", "Arguments": {}, "ReaderConfig": {"MaxItems": "{% 1 %}"}}, "End": true}`,
  `{"Type": "Map", "Items": {"a": 1}, "ItemProcessor": {${STATES}}, "End": true}`,
  `{"Type": "Fail", "Error": "{% $e %}", "Cause": "c"}`,
];

/** Values that a deployment tool fills in are of any type. */
const PLACEHOLDERS: readonly string[] = [
  `{"Type": "Wait", "Seconds": \${N}, "End": \${Last}}`,
  `{"Type": "Wait", "Seconds": "\${N}", "End": true}`,
  `{"Type": "\${T}", "Foo": 1}`,
  `{"Type": "Map", "ItemProcessor": {"ProcessorConfig": {"Mode": "\${Mode}"}, ${STATES}}, "ItemReader": {"Resource": "r"}, "End": true}`,
  `{"Type": "Map", "ItemProcessor": {"ProcessorConfig": \${Config}, ${STATES}}, "ItemReader": {"Resource": "r"}, "End": true}`,
  `{"Type": "Task", "Resource": "\${Arn}", "Retry": \${Retry}, "Catch": [\${Catcher}], "\${Key}": 1, "End": true}`,
  `{"Type": "Choice", "Choices": \${Choices}}`,
];

test.each([...JSONPATH, ...PLACEHOLDERS])("%s", (state) => {
  expect(shapeOf(around(state, '"Version": "1.0", "Comment": "c", "TimeoutSeconds": 60, '))).toEqual([]);
});

test.each([...JSONATA, ...PLACEHOLDERS])("JSONata: %s", (state) => {
  expect(shapeOf(around(state, '"QueryLanguage": "JSONata", '))).toEqual([]);
});

const ACCEPTED = new URL("../../../../shared/conformance/asl/accepted.jsonl", import.meta.url);

test.skipIf(!existsSync(ACCEPTED))("definitions that AWS accepted (skipped where ../shared is missing)", () => {
  const cases = readFileSync(ACCEPTED, "utf8").trim().split("\n");
  const flagged = cases
    .map((line) => JSON.parse(line))
    .filter(({ definition }) => shapeOf(JSON.stringify(definition)).length > 0);
  expect(flagged.map(({ id }) => id)).toEqual([]);
});
