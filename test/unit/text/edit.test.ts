/** An edited tree is the tree of the edited text, and what was not touched is still the same node. */
import { editText, type Node, nodeAtPointer, parseText, valueOf } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { utf8LengthOf } from "../../../engine/src/text/byte-length.ts";
import { utf8Length } from "../../../engine/src/text/utf8.ts";

const STATES = { A: { Type: "Pass", Result: [1, { x: "y" }], Next: "B" }, B: { Type: "Succeed" } };
const TEXT = JSON.stringify({ StartAt: "A", States: STATES }, null, 2);

/** Some things on lines of their own and others not, with a comment. */
const MIXED = `{"StartAt": "A",
  "Comment": "é😀", "Numbers": [1, 2, [3], 4],
  // first
  "States": {"A": {"Type": "Pass", "Next": "B"}, "B": {
      "Type": "Fail",
      "Error": "E"
    },
    "C": {}, "D": [
      {"x": 1},
      {"y": [true, null]}
    ]}
}
`;

/** The tree as plain data, without the links to parents; those are checked on the way. */
function plain(node: Node): unknown {
  const { parent: _, ...rest } = node;
  if (node.kind === "array") {
    for (const item of node.items) expect(item.parent).toBe(node);
    return { ...rest, items: node.items.map(plain) };
  }
  if (node.kind === "placeholder" && node.argument !== undefined) {
    expect(node.argument.parent).toBe(node.parent);
    return { ...rest, argument: plain(node.argument) };
  }
  if (node.kind !== "object") return rest;
  const properties = node.properties.map((property) => {
    expect(property.parent).toBe(node);
    expect(property.key.parent).toBe(property);
    expect(property.value.parent).toBe(property);
    return [property.start, property.end, plain(property.key), plain(property.value)];
  });
  return { ...rest, properties };
}

test("states that were not edited keep their node", () => {
  const parsed = parseText(TEXT, "json");
  const [a, b] = ["/States/A", "/States/B"].map((pointer) => nodeAtPointer(parsed.root, pointer));
  const start = TEXT.indexOf('"y"') + 1;
  const edited = editText(parsed, { start, end: start + 1, newText: "longer" });
  expect(nodeAtPointer(edited.root, "/States/B")).toBe(b);
  expect(nodeAtPointer(edited.root, "/States/A")).not.toBe(a);
  expect(edited.text.slice(b?.start, b?.end)).toBe('{\n      "Type": "Succeed"\n    }');
});

test("a state that is broken for a moment leaves the others as they are", () => {
  let parsed = parseText(TEXT, "json");
  const b = nodeAtPointer(parsed.root, "/States/B");
  const at = TEXT.indexOf('"Next"');
  for (const [index, typed] of [...'"Comment": "x",'].entries()) {
    parsed = editText(parsed, { start: at + index, end: at + index, newText: typed });
    expect(nodeAtPointer(parsed.root, "/States/B")).toBe(b);
  }
  expect(parsed.problems).toEqual([]);
});

test("a state that is put in leaves the others as they are", () => {
  const parsed = parseText(TEXT, "json");
  const nodes = ["/States/A", "/States/B"].map((pointer) => nodeAtPointer(parsed.root, pointer));
  const at = TEXT.indexOf('"B":');
  const edited = editText(parsed, { start: at, end: at, newText: '"New": {"Type": "Succeed"},\n    ' });
  for (const [index, name] of ["A", "B"].entries()) {
    expect(nodeAtPointer(edited.root, `/States/${name}`)).toBe(nodes[index]);
  }
  expect(nodeAtPointer(edited.root, "/States/New")).toBeDefined();
});

test.each([TEXT, MIXED])("any edits give the tree of the new text", (original) => {
  const parts = ["", "x", '"', "{", "}", ",", " ", "\n", ":", "[", "]", "//", "/*", "*/", "7", '"k": 1,', "[1, 2]"];
  const newText = fc.constantFrom(...parts, "\\", "${V}", '"k": ', "\n  x\n", "\ud83d", "\ude00");
  // Most edits near to each other, as people type.
  const edit = fc.record({
    at: fc.nat(original.length),
    near: fc.integer({ min: -4, max: 6 }),
    length: fc.nat(6),
    newText,
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let parsed = parseText(original, "json");
      let last = 0;
      for (const [index, { at, near, length, newText: inserted }] of edits.entries()) {
        const start = Math.max(0, Math.min(index % 3 === 0 ? at : last + near, parsed.text.length));
        const end = Math.min(start + (near < 0 ? length : 0), parsed.text.length);
        last = start + inserted.length;
        utf8LengthOf(parsed);
        parsed = editText(parsed, { start, end, newText: inserted });
        const fresh = parseText(parsed.text, "json");
        expect(parsed.problems).toEqual(fresh.problems);
        expect(plain(parsed.root)).toEqual(plain(fresh.root));
        expect(utf8LengthOf(parsed)).toBe(utf8Length(parsed.text));
      }
    }),
    { numRuns: 600 },
  );
});

const YAML = `AWSTemplateFormatVersion: "2010-09-09"
# a comment
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub '\${AWS::StackName}-jobs'

      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Dlq.Arn   # where to
        maxReceiveCount: 3
  Worker:
    Type: AWS::Serverless::Function
    Properties:
      Events:
        - Name: One
          Pattern: {source: [a, "b"], detail: {x: [{prefix: "é😀"}]}}
        -   Name: Two
            Text: plain over
              two lines
      Environment: !Join
        - ","
        - [a, !Ref Jobs]
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      DefinitionString: !Sub |
        {
          "StartAt": "A: b"
        }

      Folded: >-
        one

        two
  Empty:
Outputs:
- a: 1
- b:
  - c
`;

test("resources that were not edited keep their node", () => {
  let parsed = parseText(YAML, "yaml");
  const kept = ["/Resources/Worker", "/Resources/Machine", "/Outputs"].map((at) => [
    at,
    nodeAtPointer(parsed.root, at),
  ]);
  const at = YAML.indexOf("maxReceiveCount: 3") + "maxReceiveCount: 3".length;
  for (const [index, typed] of [..."0\n        Another: x y"].entries()) {
    parsed = editText(parsed, { start: at + index, end: at + index, newText: typed });
  }
  for (const [pointer, node] of kept) expect(nodeAtPointer(parsed.root, pointer as string)).toBe(node);
  expect(valueOf(parsed.root)).toEqual(valueOf(parseText(parsed.text, "yaml").root));
});

test("any edits of YAML give the tree of the new text", () => {
  const parts = [
    "",
    "x",
    '"',
    "'",
    "{",
    "}",
    ",",
    " ",
    "\n",
    ": ",
    ":",
    "[",
    "]",
    "# ",
    "- ",
    "!Ref ",
    "|",
    ">",
    "&a ",
  ];
  const newText = fc.constantFrom(
    ...parts,
    "\n  ",
    "\n    ",
    "\n      k: ",
    "\nk: v\n",
    "*a",
    "---\n",
    "...",
    "\t",
    "\r\n",
    "? ",
    "%",
    "  ",
  );
  const edit = fc.record({
    at: fc.nat(YAML.length),
    near: fc.integer({ min: -4, max: 6 }),
    length: fc.integer({ min: 0, max: 12 }),
    newText,
  });
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 12 }), (edits) => {
      let parsed = parseText(YAML, "yaml");
      let last = 0;
      for (const [index, { at, near, length, newText: inserted }] of edits.entries()) {
        const start = Math.max(0, Math.min(index % 3 === 0 ? at : last + near, parsed.text.length));
        const end = Math.min(start + (near < 0 ? length : 0), parsed.text.length);
        last = start + inserted.length;
        parsed = editText(parsed, { start, end, newText: inserted });
        const fresh = parseText(parsed.text, "yaml");
        expect(parsed.problems).toEqual(fresh.problems);
        expect(plain(parsed.root)).toEqual(plain(fresh.root));
        expect(parsed.anchored).toBe(fresh.anchored);
      }
    }),
    { numRuns: 120 },
  );
});
