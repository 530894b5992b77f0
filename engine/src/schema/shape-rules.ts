/**
 * The rules that the schemas check, as pages: what each finds, why that is a mistake, and examples, which are its tests.
 * In the examples `«` and `»` stand around the range that is reported.
 */

/** The same shape as the rules of `asl/rules`. */
export interface ShapeRule {
  readonly id: string;
  readonly severity: "error";
  readonly summary: string;
  readonly reason: string;
  readonly bad: readonly string[];
  readonly good: readonly string[];
  readonly docs: string;
}

const GUIDE = "https://docs.aws.amazon.com/step-functions/latest/dg/";
const SPEC = "https://states-language.net/spec.html";

function rule(
  id: string,
  docs: string,
  summary: string,
  reason: string,
  bad: readonly string[],
  good: readonly string[],
): ShapeRule {
  return { id, severity: "error", summary, reason, bad: bad.map(machine), good: good.map(machine), docs };
}

/** A machine around a state, which may say what its query language is. */
function machine(state: string): string {
  return `{"StartAt": "A", "States": {"A": ${state}}}`;
}

const PROCESSOR = `{"StartAt": "B", "States": {"B": {"Type": "Pass", "End": true}}}`;

export const SHAPE_RULES: readonly ShapeRule[] = [
  rule(
    "bad-value",
    SPEC,
    "A value that is of the right type, but not one that the field takes.",
    "Fields with a fixed list of values take them exactly as AWS writes them; timestamps are RFC 3339; lists that decide something must not be empty.",
    [
      `{"Type": «"succeed"»}`,
      `{"Type": "Wait", "Timestamp": «"2026-01-01"», "End": true}`,
      `{"Type": "Parallel", "Branches": «[]», "End": true}`,
    ],
    [`{"Type": "Succeed"}`, `{"Type": "Wait", "Timestamp": "2026-01-01T00:00:00Z", "End": true}`],
  ),
  rule(
    "distributed-only",
    `${GUIDE}state-map-distributed.html`,
    "A field of the Distributed Map in a Map that runs INLINE.",
    "Reading, batching and writing items, tolerated failures and labels need child executions, which only the Mode DISTRIBUTED starts.",
    [`{"Type": "Map", «"ToleratedFailureCount"»: 1, "ItemProcessor": ${PROCESSOR}, "End": true}`],
    [`{"Type": "Map", "MaxConcurrency": 1, "ItemProcessor": ${PROCESSOR}, "End": true}`],
  ),
  rule(
    "exclusive-fields",
    SPEC,
    "Fields that exclude each other.",
    "They say the same thing in two ways, so only one of them can hold: Next and End, Seconds and Timestamp, a value and its path.",
    [
      `{"Type": "Pass", "Next": "A", «"End"»: true}`,
      `{"Type": "Wait", "Seconds": 1, «"SecondsPath"»: "$.s", "End": true}`,
    ],
    [`{"Type": "Wait", "Seconds": 1, "End": true}`, `{"Type": "Pass", "Next": "A", "End": false}`],
  ),
  rule(
    "missing-field",
    SPEC,
    "A field that must be there is not.",
    "AWS refuses the definition: without the field it can't know what to do.",
    [`{«"Type": "Task"», "End": true}`, `{«"Type": "Pass"»}`, `{"Type": "Pass", «"End": false»}`],
    [`{"Type": "Task", "Resource": "arn:aws:states:::lambda:invoke", "End": true}`, `{"Type": "Succeed"}`],
  ),
  rule(
    "out-of-range",
    `${GUIDE}service-quotas.html`,
    "A number that is smaller or larger than the field takes.",
    "AWS refuses numbers outside the range that the field's documentation gives.",
    [
      `{"Type": "Wait", "Seconds": «-1», "End": true}`,
      `{"Type": "Task", "Resource": "r", "TimeoutSeconds": «0», "End": true}`,
    ],
    [`{"Type": "Wait", "Seconds": 0, "End": true}`],
  ),
  rule(
    "unknown-field",
    SPEC,
    "A field that the language does not have there.",
    "AWS refuses fields that it does not know, mostly misspelt ones; case matters.",
    [
      `{"Type": "Pass", «"end"»: true}`,
      `{"Type": "Task", "Resource": "r", "Retry": [{"ErrorEquals": ["E"], «"Interval"»: 1}], "End": true}`,
    ],
    [`{"Type": "Pass", "End": true}`],
  ),
  rule(
    "wrong-field-for-type",
    `${GUIDE}workflow-states.html`,
    "A field of another type of state.",
    "Each type of state has its own fields. Timeouts are only for Task; Retry and Catch for Task, Parallel and Map; Succeed, Fail and Choice have no Next.",
    [`{"Type": "Succeed", «"Next"»: "A"}`, `{"Type": "Pass", «"Retry"»: [], "End": true}`],
    [`{"Type": "Task", "Resource": "r", "Retry": [], "End": true}`],
  ),
  rule(
    "wrong-query-language",
    `${GUIDE}transforming-data.html`,
    "A field, or an expression, of the other query language.",
    "A state is either JSONPath (InputPath, Parameters, ResultSelector, ResultPath, OutputPath) or JSONata (Arguments, Output); AWS refuses a mixture.",
    [
      `{"Type": "Pass", «"Output"»: {}, "End": true}`,
      `{"Type": "Pass", "QueryLanguage": "JSONata", «"InputPath"»: "$", "End": true}`,
      `{"Type": "Wait", "Seconds": «"{% 5 %}"», "End": true}`,
    ],
    [`{"Type": "Pass", "QueryLanguage": "JSONata", "Output": {}, "End": true}`],
  ),
  rule(
    "wrong-type",
    SPEC,
    "A value of a JSON type that the field does not take.",
    "AWS does not convert: a number in quotes is a string, and a single value is no list.",
    [
      `{"Type": "Pass", "Comment": «5», "End": true}`,
      `{"Type": "Wait", "Seconds": «"5"», "End": true}`,
      `{"Type": "Pass", "End": «"true"»}`,
    ],
    [`{"Type": "Wait", "Seconds": 5, "End": true}`, `{"Type": "Wait", "Seconds": \${Delay}, "End": true}`],
  ),
];
