/**
 * Editing a SAM template of 2,000 lines, in a process of its own: prints what reading it, and a keystroke up to the
 * problems, take; and the same for reading by the yaml package.
 */
import { check, complete, hover, openDocument, parseText, problemsOf, type TemplateDocument } from "@sluice/engine";
import { parseDocument } from "yaml";

export interface TemplateMeasured {
  readonly lines: number;
  /** From a text that nobody has read to its problems. */
  readonly firstMs: number;
  readonly keystroke: { readonly p50Ms: number; readonly p95Ms: number; readonly maxMs: number };
  readonly completionMs: number;
  readonly hoverMs: number;
  readonly parseMs: number;
  /** What the yaml package takes for the same text. */
  readonly packageMs: number;
  readonly sameAsFresh: boolean;
}

const LINES = 2_000;
const KEYSTROKES = 400;

/** One part of a system: a queue with its dead letters, the function that reads it, a state machine. */
function part(index: number): string {
  return `
  Jobs${index}:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 180
      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed${index}.Arn
        maxReceiveCount: 5
  Failed${index}:
    Type: AWS::SQS::Queue
    Properties:
      MessageRetentionPeriod: 1209600
  Worker${index}:
    Type: AWS::Serverless::Function
    Properties:
      Description: Works on jobs
      Handler: worker.handler
      Runtime: nodejs22.x
      Timeout: 30
      CodeUri: worker/
      Environment:
        Variables:
          NEXT: !Sub "https://sqs.\${AWS::Region}.amazonaws.com/\${AWS::AccountId}/next-${index}"
      Events:
        Job:
          Type: SQS
          Properties:
            Queue: !GetAtt Jobs${index}.Arn
            BatchSize: 10
            FilterCriteria:
              Filters:
                - Pattern: '{"body": {"kind": ["a", {"prefix": "b"}], "size": [{"numeric": [">", 0]}]}}'
        Told:
          Type: EventBridgeRule
          Properties:
            Pattern:
              source: [shop]
              detail: {amount: [{numeric: [">", 10]}]}
  Machine${index}:
    Type: AWS::Serverless::StateMachine
    Properties:
      Definition:
        StartAt: Work
        States:
          Work:
            Type: Task
            Resource: !GetAtt Worker${index}.Arn
            Retry:
              - ErrorEquals: [Lambda.TooManyRequestsException]
                MaxAttempts: 3
            Next: Done
          Done:
            Type: Succeed
`;
}

function templateText(): string {
  let text = "AWSTemplateFormatVersion: '2010-09-09'\nTransform: AWS::Serverless-2016-10-31\nResources:";
  for (let index = 0; text.split("\n").length < LINES; index++) text += part(index).trimEnd();
  return `${text}\n`;
}

/** Where somebody types, and what. */
const WORDS: readonly (readonly [behind: string, typed: string])[] = [
  ["Description: Works", " hard"],
  ["Timeout: 3", "1"],
  ["Type: Succeed\n", "          Other:\n            Type: Succeed\n"],
  ['"kind": ["a', "bc"],
  ["BatchSize: 10\n", "            Enabled: true\n"],
];

function timed(work: () => unknown): number {
  const start = performance.now();
  work();
  return performance.now() - start;
}

function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? 0;
}

function measure(): TemplateMeasured {
  const original = templateText();
  const firstMs = timed(() => check(original, { kind: "template", language: "yaml" }));
  let document: TemplateDocument = openDocument("template", original, "yaml");
  problemsOf(document);
  const times: number[] = [];
  for (let word = 0; times.length < KEYSTROKES; word++) {
    const [behind, typed] = WORDS[word % WORDS.length] as (typeof WORDS)[number];
    let at = document.text.indexOf(behind, ((word * 7_919) % 60) * 800) + behind.length;
    for (const letter of typed) {
      const text = document.text.slice(0, at) + letter + document.text.slice(at);
      at++;
      times.push(
        timed(() => {
          document = openDocument("template", text, "yaml", { previous: document });
          problemsOf(document);
        }),
      );
    }
    document = openDocument("template", original, "yaml", { previous: document });
    problemsOf(document);
  }
  const sorted = times.toSorted((a, b) => a - b);
  const near = original.indexOf("Next: Done", original.length >> 1) + 6;
  const rounds = (work: () => unknown) => median(Array.from({ length: 40 }, () => timed(work)));
  return {
    lines: original.split("\n").length,
    firstMs,
    keystroke: {
      p50Ms: median(times),
      p95Ms: sorted[Math.floor(sorted.length * 0.95)] ?? 0,
      maxMs: sorted.at(-1) ?? 0,
    },
    completionMs: rounds(() => complete(document, near)),
    hoverMs: rounds(() => hover(document, near)),
    parseMs: rounds(() => parseText(original, "yaml")),
    packageMs: rounds(() => parseDocument(original, { prettyErrors: false, uniqueKeys: false })),
    sameAsFresh:
      JSON.stringify(problemsOf(document)) ===
      JSON.stringify(check(document.text, { kind: "template", language: "yaml" })),
  };
}

console.log(JSON.stringify(measure()));
