/** A definition gets the same features in a template, however it is written there, as in a file of its own. */
import { codeActions, complete, definition, hover, openDocument, problemsOf, references, rename } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const DEFINITION =
  '{"StartAt": "First", "States": {"First": {"Type": "Pass", "Next": "Lost"}, "Last": {"Type": "Succeed"}}}';

const block = DEFINITION.replace(/, "States": /, ',\n          "States": ').replace(/, "Last"/, ',\n          "Last"');

const head = (transform = "") => `${transform}Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: arn:aws:iam::123456789012:role/machine
`;

const json = (definition: string) =>
  `{"Resources": {"Machine": {"Type": "AWS::StepFunctions::StateMachine", "Properties": {"RoleArn": "arn:aws:iam::123456789012:role/m", ${definition}}}}}`;

/** Ways to write the same definition into a template. */
const FORMS: Readonly<Record<string, { readonly text: string; readonly language: "json" | "yaml" }>> = {
  "an object in YAML": {
    language: "yaml",
    text: `${head()}      Definition:
        StartAt: First
        States:
          First:
            Type: Pass
            Next: Lost
          Last:
            Type: Succeed
`,
  },
  "an object in JSON": { language: "json", text: json(`"Definition": ${DEFINITION}`) },
  "a string in JSON": { language: "json", text: json(`"DefinitionString": ${JSON.stringify(DEFINITION)}`) },
  "Fn::Join in JSON": {
    language: "json",
    text: json(
      `"DefinitionString": {"Fn::Join": ["", [${JSON.stringify(DEFINITION.slice(0, 30))}, ${JSON.stringify(DEFINITION.slice(30))}]]}`,
    ),
  },
  "a block with !Sub": { language: "yaml", text: `${head()}      DefinitionString: !Sub |\n        ${block}\n` },
  "!Sub with variables": {
    language: "yaml",
    text: `${head()}      DefinitionString: !Sub\n        - |-\n          ${block}\n        - Name: value\n`,
  },
  "Fn::Sub": { language: "yaml", text: `${head()}      DefinitionString:\n        Fn::Sub: >-\n          ${block}\n` },
  "single quotes": { language: "yaml", text: `${head()}      DefinitionString: '${DEFINITION}'\n` },
  "double quotes": { language: "yaml", text: `${head()}      DefinitionString: ${JSON.stringify(DEFINITION)}\n` },
};

describe.each(Object.entries(FORMS))("%s", (_, { text, language }) => {
  const document = openDocument("template", text, language);
  const start = text.indexOf("Lost");

  test("problems stand where they are", () => {
    const found = problemsOf(document).map((problem) => [problem.rule, text.slice(problem.start, problem.end)]);
    expect(found.map(([rule]) => rule)).toContain("unknown-target");
    const [, where] = found.find(([rule]) => rule === "unknown-target") ?? [];
    expect(where?.replace(/[\\"]/g, "")).toBe("Lost");
  });

  test("hover, definition, references", () => {
    const pass = text.indexOf("Pass");
    const told = hover(document, pass + 1);
    expect(told?.markdown).toContain("Pass");
    expect(text.slice(told?.start, told?.end).replace(/[\\"]/g, "")).toBe("Pass");
    const first = text.indexOf("First");
    const [place] = definition(document, first + 1);
    expect(text.slice(place?.nameStart, place?.nameEnd).replace(/[\\"]/g, "")).toBe("First");
    expect(place?.nameStart).toBeGreaterThan(first);
    expect(references(document, first + 1)).toHaveLength(2);
  });

  test("fixes and completion are written as the string wants it", () => {
    const fix = codeActions(document, { start: start + 1, end: start + 1 }).find(({ title }) => /Last/.test(title));
    const entry = complete(document, start + 2).find(({ label }) => label === "Last");
    for (const edits of [fix?.edits ?? [], entry === undefined ? [] : [entry]]) {
      expect(edits).toHaveLength(1);
      const [edit] = edits;
      if (edit === undefined) continue;
      const mended = text.slice(0, edit.start) + edit.newText + text.slice(edit.end);
      expect(problemsOf(openDocument("template", mended, language)).map(({ rule }) => rule)).not.toContain(
        "unknown-target",
      );
      expect(problemsOf(openDocument("template", mended, language)).filter(({ rule }) => /syntax/.test(rule))).toEqual(
        [],
      );
    }
  });

  test("renaming a state", () => {
    const renamed = rename(document, text.indexOf("First") + 1, 'The "new" one');
    if ("refused" in renamed) expect.fail(renamed.refused);
    const edited = renamed.edits.reduceRight(
      (done, { start: from, end, newText }) => done.slice(0, from) + newText + done.slice(end),
      text,
    );
    const again = openDocument("template", edited, language);
    expect(problemsOf(again).map(({ rule }) => rule)).toEqual(problemsOf(document).map(({ rule }) => rule));
    expect(edited.match(/The/g)).toHaveLength(2);
  });
});

test("the type of the machine comes from the template", () => {
  const wait =
    'Definition: {StartAt: A, States: {A: {Type: Task, Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken", End: true}}}';
  const express = `${head()}      StateMachineType: EXPRESS\n      ${wait}\n`;
  const rules = (text: string) => problemsOf(openDocument("template", text, "yaml")).map(({ rule }) => rule);
  expect(rules(express)).toContain("express-integration");
  expect(rules(`${head()}      ${wait}\n`)).not.toContain("express-integration");
});
