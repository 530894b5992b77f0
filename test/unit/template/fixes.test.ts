/** The fixes of rules about templates mend what they are for, in YAML and in JSON. */
import { ALL_RULES, check, parseText, type TextLanguage, valueOf } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { applyEdits } from "../actions/apply-edits.ts";

/** Only a person knows what is to stand there. */
const WITHOUT = new Set(["missing-property", "bucket-notifies-fifo"]);

/** Tags have no counterpart in JSON's own text: the long form says the same. */
function asJson(yaml: string): string {
  const long = yaml
    .replace(/!GetAtt (\w+)\.(\w+)/g, '{"Fn::GetAtt": [$1, $2]}')
    .replace(/!Ref ([\w:]+)/g, '{"Ref": "$1"}')
    .replace(/!Sub (".*?"|\S+)/g, '{"Fn::Sub": $1}');
  return JSON.stringify(valueOf(parseText(long, "yaml").root), null, 2);
}

const rules = ALL_RULES.filter(({ kind, id }) => kind === "template" && !WITHOUT.has(id));

/** Rules with findings that only their author can mend. */
const WITHOUT_FIX = [
  "message-loop",
  "property-value",
  "sql-application-ended",
  "target-without-role",
  "unknown-reference",
];

describe.each(rules.map((rule) => [rule.id, rule] as const))("%s", (id, { bad }) => {
  const yaml = bad.map((example) => example.replace(/[«»]/g, ""));
  const texts: readonly (readonly [TextLanguage, string])[] = [
    ...yaml.map((text) => ["yaml", text] as const),
    ...yaml.map((text) => ["json", asJson(text)] as const),
  ];
  test.each(texts)("%s: %s", (language, text) => {
    const options = { kind: "template", language } as const;
    const found = check(text, options).filter(({ rule }) => rule === id);
    // What is near to no name that would do has no fix.
    const fixes = found.flatMap((problem) => problem.fixes ?? []);
    if (fixes.length === 0) return expect(WITHOUT_FIX).toContain(id);
    for (const { edits } of fixes) {
      const mended = check(applyEdits(text, edits), options);
      expect(
        mended.filter(({ rule, severity }) => (rule === id && severity !== "info") || /syntax/.test(rule)),
      ).toEqual([]);
    }
  });
});

describe("a queue of the other type is made the right one, name and all", () => {
  const text = (queues: string): string => `Resources:\n${queues}`;
  const source = (fifo: string): string => `  Orders:
    Type: AWS::SQS::Queue
    Properties:
${fifo}      RedrivePolicy:
        deadLetterTargetArn: !GetAtt Failed.Arn
        maxReceiveCount: 3
`;
  const rows: readonly (readonly [string, string, string])[] = [
    [
      "FIFO",
      text(
        `${source("      FifoQueue: true\n")}  Failed:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: failed\n`,
      ),
      "QueueName: failed.fifo\n      FifoQueue: true",
    ],
    [
      "FIFO",
      text(
        `${source("      FifoQueue: true\n")}  Failed:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: "failed"\n`,
      ),
      'QueueName: "failed.fifo"\n      FifoQueue: true',
    ],
    [
      "standard",
      text(
        `${source("")}  Failed:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: failed.fifo\n      FifoQueue: true\n      ContentBasedDeduplication: true\n      DelaySeconds: 5\n`,
      ),
      "    Properties:\n      QueueName: failed\n      DelaySeconds: 5\n",
    ],
  ];
  test.each(rows)("%s: %s", (_, given, expected) => {
    const [problem] = check(given, { kind: "template", language: "yaml" }).filter(
      ({ rule }) => rule === "dlq-of-other-type",
    );
    const mended = applyEdits(given, problem?.fixes?.[0]?.edits ?? []);
    expect(mended).toContain(expected);
    expect(
      check(mended, { kind: "template", language: "yaml" }).filter(({ severity }) => severity === "error"),
    ).toEqual([]);
  });

  test("a name that is made elsewhere is left to its author", () => {
    const given = text(
      `${source("      FifoQueue: true\n")}  Failed:\n    Type: AWS::SQS::Queue\n    Properties:\n      QueueName: !Ref Name\nParameters:\n  Name: {Type: String}\n`,
    );
    const [problem] = check(given, { kind: "template", language: "yaml" });
    expect(problem?.rule).toBe("dlq-of-other-type");
    expect(problem?.fixes ?? []).toEqual([]);
  });
});
