/** What "Try a message" begins with: samples to which the policy says what they expect. */
import { fileBeside, newSamples, openDocument, PATTERN_RULES, type PatternDialect, problemsOf } from "@sluice/engine";
import { expect, test } from "vitest";

function samplesFor(text: string, dialect: PatternDialect) {
  const kind = dialect.startsWith("sns") ? "filter-policy" : "event-pattern";
  const policy = openDocument(kind, text, "json", { dialect });
  const samples = newSamples(policy) ?? "";
  const beside = {
    ...fileBeside("file:///x/a.filter-policy.json", text),
    holds: { kind, options: { dialect } },
  } as const;
  const document = openDocument("messages", samples, "json");
  const files = { [kind === "filter-policy" ? "filter-policy.json" : "event-pattern.json"]: beside };
  return { messages: JSON.parse(samples).messages, problems: problemsOf(document, { files }) };
}

test.each<[string, PatternDialect, unknown]>([
  [
    '{"store": ["a", "b"], "price": [{"numeric": [">", 100]}]}',
    "sns-attributes",
    [
      { name: "to be taken", MessageAttributes: { store: "a" }, matches: true },
      { name: "to be left out", MessageAttributes: {}, matches: false },
    ],
  ],
  [
    '{"order": {"state": ["open"]}}',
    "sns-body",
    [{ Message: { order: { state: "open" } }, matches: true }, { matches: false }],
  ],
  [
    '{"source": ["aws.ec2"], "detail": {"state": ["running"]}}',
    "eventbridge",
    [{ event: { source: "aws.ec2", detail: { state: "running" } }, matches: true }, { matches: false }],
  ],
  ['{"body": {"a": [{"exists": false}]}}', "esm", [{ event: {}, matches: true }, { matches: false }]],
])("%s for %s", (text, dialect, expected) => {
  const { messages, problems } = samplesFor(text, dialect);
  expect(messages).toMatchObject(expected as object);
  expect(problems).toEqual([]);
});

test("whatever the pattern, the samples expect what it says", () => {
  for (const { good, bad, dialect } of PATTERN_RULES) {
    for (const text of [...good, ...bad.map((marked) => marked.replace(/[«»]/g, ""))]) {
      const { problems } = samplesFor(text, dialect);
      expect(problems.filter(({ severity }) => severity === "error")).toEqual([]);
    }
  }
});
