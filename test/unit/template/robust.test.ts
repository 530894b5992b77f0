/** Half-written templates: no feature ever fails, and an edited template is as the new text read afresh. */
import { readFileSync } from "node:fs";
import path from "node:path";
import {
  codeActions,
  complete,
  definition,
  documentLinks,
  foldingRanges,
  hover,
  inlayHints,
  layoutTopology,
  openDocument,
  problemsOf,
  references,
  rename,
  renameTarget,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  symbols,
  type TemplateDocument,
  type TextLanguage,
  type Topology,
  topologyOf,
} from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";

const EXAMPLES = ["shop-fan-out", "thumbnail-worker", "refunds"].map((name) =>
  readFileSync(path.join(import.meta.dirname, "../../../examples", `${name}.template.yaml`), "utf8"),
);

const MACHINE = `Resources:
  Machine:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionSubstitutions: {Target: !Ref Jobs}
      DefinitionString: !Sub |
        {
          "StartAt": "A", "States": {"A": {"Type": "Pass", "Result": "\${Jobs.Arn}", "Next": "B"}, "B": {"Type": "Succeed"}}
        }
  Jobs:
    Type: AWS::SQS::Queue
  Role:
    Type: AWS::IAM::Role
  Joined:
    Type: AWS::StepFunctions::StateMachine
    Properties:
      RoleArn: !GetAtt Role.Arn
      DefinitionString:
        Fn::Join: ["", ['{"StartAt": "A", "States": {"A": {"Type": "Task", "Resource": "', !Ref Jobs, '", "End": true}}}']]
`;

/** Resources whose values come from one another, and from every other section. */
const ENTANGLED = `Transform: AWS::Serverless-2016-10-31
Parameters:
  Stage: {Type: String, Default: test}
  Secret: {Type: String}
Mappings:
  Delays: {test: {Short: 5}, live: {Short: !Ref Secret}}
Conditions:
  IsLive: !Equals [!Ref Stage, live]
  Known: !Not [!Equals [!Ref Secret, x]]
Globals:
  Function: {Timeout: 9, AutoPublishAlias: live, Environment: {Variables: {TO: !Ref Jobs}}}
Resources:
  Jobs:
    Type: AWS::SQS::Queue
    Properties:
      QueueName: !Sub "\${Stage}-\${Failed.QueueName}"
      DelaySeconds: !FindInMap [Delays, !Ref Stage, Short]
      RedrivePolicy: {deadLetterTargetArn: !GetAtt Failed.Arn, maxReceiveCount: 3}
  Failed:
    Type: AWS::SQS::Queue
    Properties: {QueueName: !If [IsLive, failed, !Ref Secret], FifoQueue: !If [Known, false, true]}
  Work:
    Type: AWS::Serverless::Function
    Properties:
      Description: !Sub "\${Secret} \${Other.Thing} \${Jobs.Arn}"
      Events:
        Job: {Type: SQS, Properties: {Queue: !GetAtt Jobs.Arn}}
  Told:
    Type: AWS::Events::Rule
    Properties: {EventPattern: {source: [a]}, Targets: [{Id: a, Arn: !Ref Work.Alias}, {Id: b, Arn: !GetAtt Failed.Arn}]}
`;

const JSON_TEXT = JSON.stringify(
  {
    Resources: {
      Machine: {
        Type: "AWS::StepFunctions::StateMachine",
        Properties: {
          DefinitionString: '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}',
          RoleArn: { "Fn::GetAtt": ["Role", "Arn"] },
        },
      },
      Role: { Type: "AWS::IAM::Role" },
    },
  },
  null,
  1,
);

function everything(document: TemplateDocument, offset: number): void {
  const place = { start: offset, end: offset };
  problemsOf(document);
  hover(document, offset);
  complete(document, offset);
  definition(document, offset);
  references(document, offset);
  renameTarget(document, offset);
  rename(document, offset, "Other");
  signatureHelp(document, offset);
  selectionRanges(document, offset);
  codeActions(document, place);
  inlayHints(document, { start: 0, end: document.text.length });
  semanticTokens(document);
  documentLinks(document);
  foldingRanges(document);
  symbols(document);
  if (document.template !== undefined) layoutTopology(topologyOf(document.template));
}

function topologyIn({ template }: TemplateDocument): Topology | undefined {
  return template && topologyOf(template);
}

const TEXTS: readonly (readonly [string, TextLanguage])[] = [
  ...EXAMPLES.map((text) => [text, "yaml"] as const),
  [MACHINE, "yaml"],
  [ENTANGLED, "yaml"],
  [JSON_TEXT, "json"],
];

test.each(TEXTS)(
  "cut off anywhere: %#",
  (text, language) => {
    const step = text.length > 1_500 ? 7 : 1;
    for (let length = 0; length <= text.length; length += step) {
      const document = openDocument("template", text.slice(0, length), language);
      everything(document, length);
    }
  },
  30_000,
);

test.each(TEXTS)(
  "the cursor anywhere: %#",
  (text, language) => {
    const document = openDocument("template", text, language);
    for (let offset = 0; offset <= text.length; offset += text.length > 1_500 ? 5 : 1) everything(document, offset);
  },
  30_000,
);

test("an edited template is as the new text read afresh", () => {
  const edit = fc.record({
    text: fc.nat(TEXTS.length - 1),
    at: fc.double({ min: 0, max: 1, noNaN: true }),
    length: fc.nat(8),
    newText: fc.constantFrom(
      "",
      "x",
      "\n",
      "  ",
      '"',
      "'",
      "{",
      "}",
      ": ",
      "!Ref Jobs",
      "- ",
      "30",
      "Jobs",
      "\n      DelaySeconds: 5\n",
      "#",
      "live",
      "Secret",
    ),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const [original, language] = TEXTS[edits[0]?.text ?? 0] as (typeof TEXTS)[number];
      let document = openDocument("template", original, language);
      for (const { at, length, newText } of edits) {
        problemsOf(document);
        const start = Math.floor(at * document.text.length);
        const text = document.text.slice(0, start) + newText + document.text.slice(start + length);
        document = openDocument("template", text, language, { previous: document });
        const fresh = openDocument("template", text, language);
        expect(problemsOf(document)).toEqual(problemsOf(fresh));
        expect(topologyIn(document)).toEqual(topologyIn(fresh));
        expect(symbols(document)).toEqual(symbols(fresh));
        expect(semanticTokens(document)).toEqual(semanticTokens(fresh));
      }
    }),
    { numRuns: 150 },
  );
}, 30_000);
