/** Policies and patterns get their own language's features in a template, in the dialect of where they stand. */
import { complete, filesBeside, hover, lenses, openDocument, problemsOf, type TextLanguage } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const subscription = (more: string) => `Resources:
  ToJobs:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:123456789012:news
      Protocol: lambda
      Endpoint: arn:aws:lambda:us-east-1:123456789012:function:work
${more}`;

const rules = (text: string, language: TextLanguage = "yaml") =>
  problemsOf(openDocument("template", text, language)).map(
    ({ rule, start, end }) => `${rule} ${text.slice(start, end)}`,
  );

test("the scope of a filter policy is what its subscription says", () => {
  const nested = "      FilterPolicy: {order: {kind: [a]}}\n";
  expect(rules(subscription(nested))).toHaveLength(1);
  expect(rules(subscription(`      FilterPolicyScope: MessageBody\n${nested}`))).toEqual([]);
});

test("filters in strings are judged where they stand, and explained", () => {
  const text = `Resources:
  Mapping:
    Type: AWS::Lambda::EventSourceMapping
    Properties:
      FunctionName: work
      EventSourceArn: arn:aws:sqs:us-east-1:123456789012:jobs
      FilterCriteria:
        Filters:
          - Pattern: '{"body": {"kind": [{"prefix": 5}], "size": [{"numeric": [">", 1]}]}}'
`;
  const [problem] = rules(text);
  expect(problem).toMatch(/ 5$/);
  const document = openDocument("template", text, "yaml");
  const told = hover(document, text.indexOf("numeric") + 2);
  expect(text.slice(told?.start, told?.end)).toContain("numeric");
  expect(told?.markdown).toMatch(/numeric/);
});

test("the limits of a filter policy are told above it, and messages are tried from there", () => {
  const text = subscription("      FilterPolicy: {kind: [a, b], size: [{numeric: ['>', 1]}]}\n");
  const told = lenses(openDocument("template", text, "yaml"));
  expect(told.map(({ title }) => title).join(" ")).toMatch(/2 of 150/);
  expect(told.every(({ action }) => action !== "open")).toBe(true);
});

test("sample messages beside a template are counted above each of its patterns", () => {
  const text = subscription("      FilterPolicy: {kind: [a]}\n");
  const document = openDocument("template", text, "yaml");
  const { messages: uri = "" } = filesBeside(document, "file:///shop/orders.template.yaml");
  expect(uri).toBe("file:///shop/orders.messages.json");
  const samples = JSON.stringify([
    { name: "one", MessageAttributes: { kind: "a" } },
    { name: "two", MessageAttributes: { kind: "b" } },
    { name: "three", MessageAttributes: { kind: "a" } },
  ]);
  const told = lenses(document, { files: { messages: { uri, text: samples } } });
  expect(told.find(({ action }) => action === "open")).toMatchObject({ title: "2 of 3 samples match", target: uri });
});

describe("operators are offered", () => {
  test.each([
    [
      "in YAML",
      `Resources:\n  Rule:\n    Type: AWS::Events::Rule\n    Properties:\n      EventPattern:\n        source:\n          - pre$0\n`,
      "yaml",
    ],
    [
      "in a JSON string",
      '{"Resources": {"M": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"FunctionName": "f", "FilterCriteria": {"Filters": [{"Pattern": "{\\"body\\": {\\"a\\": [{\\"pre$0\\"}]}}"}]}}}}}',
      "json",
    ],
  ] as const)("%s", (_, marked, language) => {
    const offset = marked.indexOf("$0");
    const document = openDocument("template", marked.replace("$0", ""), language);
    expect(complete(document, offset).map(({ label }) => label)).toContain("prefix");
  });
});
