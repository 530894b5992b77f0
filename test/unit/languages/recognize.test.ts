/** What files hold: by setting, by name, by content; and what is none of ours. */
import { type FileAssociations, recognize } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const kindOf = (text: string, name?: string, files?: FileAssociations): string | undefined => {
  const found = recognize({ text, uri: name === undefined ? undefined : `file:///project/${name}`, files });
  const { dialect = "", redriveOf = "" } = found?.options ?? {};
  return found && [found.kind, dialect, redriveOf].filter((word) => word !== "").join(" ");
};

describe("by name", () => {
  test.each([
    ["orders.filter-policy.json", "filter-policy"],
    ["orders.body.filter-policy.json", "filter-policy sns-body"],
    ["orders.attributes.filter-policy.json", "filter-policy sns-attributes"],
    ["orders.event-pattern.json", "event-pattern"],
    ["orders.pipes.event-pattern.json", "event-pattern pipes"],
    ["orders.redrive-policy.json", "redrive-policy"],
    ["orders.subscription.redrive-policy.json", "redrive-policy subscription"],
    ["orders.redrive-allow-policy.json", "redrive-allow-policy"],
    ["orders.messages.json", "messages"],
    ["order.asl.json", "asl"],
    ["orders.json", undefined],
  ])("%s", (name, expected) => {
    expect(kindOf("", name)).toBe(expected);
  });

  test("translations are called like samples", () => {
    expect(kindOf('{"greeting": "Hello", "messages.empty": "Nothing"}', "en.messages.json")).toBe(undefined);
    expect(kindOf('{"messages": []}', "orders.messages.json")).toBe("messages");
    expect(kindOf("[]", "orders.messages.json")).toBe("messages");
  });
});

describe("by content", () => {
  test.each([
    ['{"store": ["x", {"prefix": "a"}]}', "filter-policy"],
    ['{"store": [{"anything-but": ["x"]}], "price": [{"numeric": [">", 1]}]}', "filter-policy"],
    ['{"order": {"price": [{"numeric": [">=", 100]}]}}', "filter-policy"],
    ['{"source": ["aws.ec2"], "detail": {"state": [{"prefix": "r"}]}}', "event-pattern"],
    ['{"detail-type": ["x"]}', "event-pattern"],
    ['{"deadLetterTargetArn": "x", "maxReceiveCount": 5}', "redrive-policy"],
    ['{"redrivePermission": "denyAll"}', "redrive-allow-policy"],
  ])("%s", (text, expected) => {
    expect(kindOf(text)).toBe(expected);
    expect(kindOf(text, "some.json")).toBe(expected);
  });

  test.each([
    ["an event", '{"source": "aws.ec2", "detail-type": "x", "detail": {}}'],
    ["a list of names", '{"files": ["a", "b"], "include": []}'],
    ["a search query", '{"query": {"bool": {"must": [{"prefix": {"user": "k"}}, {"exists": {"field": "x"}}]}}}'],
    ["a package", '{"name": "x", "files": ["dist"], "numeric": [1]}'],
    ["nothing", "{}"],
    ["a list", '[{"prefix": "a"}]'],
    ["dead letters and more", '{"deadLetterTargetArn": "x", "queues": []}'],
  ])("not %s", (_, text) => {
    expect(kindOf(text)).toBe(undefined);
  });
});

describe("by setting", () => {
  test.each<[string, FileAssociations, string | undefined]>([
    ["policies/a.json", { "policies/*.json": "filter-policy-body" }, "filter-policy sns-body"],
    ["deep/policies/a.json", { "policies/*.json": "filter-policy-body" }, "filter-policy sns-body"],
    ["policies/deep/a.json", { "policies/*.json": "filter-policy-body" }, undefined],
    ["policies/deep/a.json", { "policies/**/*.json": "event-pattern" }, "event-pattern"],
    ["policies/a.json", { "policies/**/*.json": "event-pattern" }, "event-pattern"],
    ["a.json", { "{a,b}.json": "redrive-policy" }, "redrive-policy"],
    ["c.json", { "{a,b}.json": "redrive-policy" }, undefined],
    ["a1.json", { "a[0-9].json": "state-machine" }, "asl"],
    ["orders.filter-policy.json", { "*.json": "none" }, undefined],
    ["orders.filter-policy.json", { "*.json": "none", "orders.*": "filter-policy" }, "filter-policy"],
    ["my%20policies/a.json", { "my policies/*.json": "filter-policy" }, "filter-policy"],
    ["a.json", { "{a.json": "filter-policy", "[": "none" }, undefined],
  ])("%s with %j", (name, files, expected) => {
    expect(kindOf("", name, files)).toBe(expected);
  });
});
