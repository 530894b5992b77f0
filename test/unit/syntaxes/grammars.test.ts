/**
 * The grammars, read by VS Code's own tokenizer. A row: a text, and pieces of it with the scope each must have, innermost
 * or not. JSON rows stand inside a state; YAML rows are whole documents.
 */
import { describe, expect, test } from "vitest";
import { type Token, tokenize } from "./tokenize.ts";

type Row = readonly [text: string, ...pieces: (readonly [piece: string, scope: string])[]];

const JSON_ROWS: readonly Row[] = [
  ['"Type": "Task"', ["Task", "storage.type.state"]],
  ['"Next": "Ship it"', ["Ship it", "entity.name.function.state"]],
  ['"Comment": "Next: \\"$.x\\""', ['"Next: \\"$.x\\""', "comment.block.documentation"]],
  ['"Resource": "arn:aws:states:::sqs:sendMessage"', ["arn:aws:states:::sqs:sendMessage", "string.quoted.double"]],
  ['"QueryLanguage": "JSONata"', ["JSONata", "constant.language"]],
  ['"Parameters": { "id.$": "$.id" }', [".$", "keyword.operator.path"], ["id", "support.type.property-name"]],
  [
    '"InputPath": "$.a[\'b\'][0]"',
    ["$", "variable.language.root"],
    ["a", "variable.other.property"],
    ["0", "constant.numeric"],
  ],
  ['"InputPath": "$$.Execution.Id"', ["$$", "variable.language.context"]],
  ['"InputPath": "$count"', ["$count", "variable.other.readwrite"]],
  ['"Result": "$5 off"', ["$5 off", "string.quoted.double"]],
  ['"Result": { "States": { "Type": "Task" } }', ["Task", "string.quoted.double"]],
  [
    '"Parameters": { "text.$": "States.Format(\'Hi {}\', $.name)" }',
    ["Format", "support.function.intrinsic"],
    ["{}", "constant.other.placeholder"],
    ["name", "variable.other.property.jsonpath"],
  ],
  [
    '"Output": "{% $states.input.items[price > 3].\\"a b\\" & $uppercase(name) %}"',
    ["{%", "punctuation.section.embedded.begin"],
    ["$states", "variable.language.states"],
    ["$uppercase", "support.function.jsonata"],
    ["a b", "string.quoted.double.jsonata"],
    ["%}", "punctuation.section.embedded.end"],
  ],
  ['"Output": "{% $x ", "End": true', ["true", "constant.language.json"]],
  ['"Choices": [{ "Variable": "$.n", "Next": "Last" }]', ["Last", "entity.name.function.state"]],
  [
    '"Branches": [{ "States": { "In side": { "Type": "Pass" } } }]',
    ["In side", "entity.name.function.state"],
    ["Pass", "storage.type.state"],
  ],
  ['"ItemProcessor": { "States": { "Each": {} } }', ["Each", "entity.name.function.state"]],
  [`"TimeoutSeconds": \${Timeout}`, ["\u0024{Timeout}", "variable.other.placeholder"]],
];

const YAML_ROWS: readonly Row[] = [
  ["Type: Task # why", ["Task", "storage.type.state"], [" why", "comment.line"]],
  ["StartAt: First State", ["First State", "entity.name.function.state"]],
  ["Comment: it's fine", ["it's fine", "comment.block.documentation"]],
  ["States:\n  First State:\n    End: true", ["First State", "entity.name.tag"], ["true", "constant.language"]],
  ["id.$: $.order.id", [".$", "keyword.operator.path"], ["order", "variable.other.property.jsonpath"]],
  ["text.$: \"States.Format('{}', $.a)\"", ["Format", "support.function.intrinsic"]],
  [
    "Output: \"{% $states.input & 'y' %}\"",
    ["$states", "variable.language.states"],
    ["%}", "punctuation.section.embedded.end"],
  ],
  [
    'a: |-\n  {% (\n    $a := "s";\n    $a\n  ) %}\nb: 5',
    ["$a", "variable.other.readwrite.jsonata"],
    ["5", "constant.numeric"],
  ],
  [
    "Retry: [{ ErrorEquals: [States.ALL], MaxAttempts: 3 }]",
    ["States.ALL", "string.unquoted"],
    ["3", "constant.numeric"],
  ],
  ["Resource: arn:aws:lambda:us-east-1:1:function:f", ["arn:aws:lambda:us-east-1:1:function:f", "string.unquoted"]],
];

function expectPieces(tokens: readonly Token[], pieces: readonly (readonly [string, string])[]): void {
  for (const [piece, scope] of pieces) {
    const found = tokens.filter(({ text }) => text === piece).flatMap(({ scopes }) => scopes);
    expect(
      found.some((each) => each.startsWith(scope)),
      `${piece} has ${found.join(" ") || "no token"}`,
    ).toBe(true);
  }
}

describe("asl", () => {
  test.each(JSON_ROWS.map(([text, ...pieces]) => ({ text, pieces })))("$text", async ({ text, pieces }) => {
    const document = `{ "StartAt": "A", "States": {\n"A": {\n${text}\n},\n"After": { "Type": "Succeed" } } }`;
    const tokens = await tokenize(document, "source.json.asl");
    expectPieces(tokens, pieces);
    // Whatever stood before, the next state must look like one again.
    expectPieces(tokens, [
      ["After", "entity.name.function.state"],
      ["Succeed", "storage.type.state"],
    ]);
  });
});

describe("asl-yaml", () => {
  test.each(YAML_ROWS.map(([text, ...pieces]) => ({ text, pieces })))("$text", async ({ text, pieces }) => {
    expectPieces(await tokenize(`${text}\nAfter: last`, "source.yaml.asl"), [...pieces, ["After", "entity.name.tag"]]);
  });
});
