import { describe, expect, test } from "vitest";
import { sluice } from "./cli.ts";

const policy = {
  store: ["example_corp"],
  event: [{ "anything-but": "order_cancelled" }],
  price: [{ numeric: [">=", 100] }],
};
const attributes = {
  store: { Type: "String", Value: "example_corp" },
  event: { Type: "String", Value: "order_placed" },
  price: { Type: "Number", Value: "210.75" },
};
const files = {
  "orders.filter-policy.json": JSON.stringify(policy),
  "orders.filter-policy.yaml": 'store: [example_corp]\nprice: [{numeric: [">=", 100]}]\n',
  "paid.event-pattern.json":
    '{"source": ["my.shop"], "$or": [{"detail": {"state": ["paid"]}}, {"detail-type": ["Paid"]}]}',
  "good.json": JSON.stringify({ body: "Hi", attributes }),
  "api.json": JSON.stringify({
    Message: "Hi",
    MessageAttributes: { ...attributes, price: { DataType: "Number", StringValue: "5" } },
  }),
  "paid.json": '{"source": "my.shop", "detail-type": "Something", "detail": {"state": "open"}}',
};

test("a message that matches: exit code 0, and by which alternative", async () => {
  const { code, out, err } = await sluice(
    ["match", "--policy", "orders.filter-policy.json", "--message", "good.json"],
    { files },
  );
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toBe(`orders.filter-policy.json  SNS filter policy, MessageAttributes

\u2713 good.json matches

  \u2713 event  "order_placed" passes {"anything-but": "order_cancelled"}.
  \u2713 price  210.75 passes {"numeric": [">=", 100]}.
  \u2713 store  It is "example_corp".
`);
});

test("one that does not: exit code 1, why, and the nearest changes", async () => {
  const { code, out } = await sluice(["match", "--policy", "orders.filter-policy.json", "--message", "api.json"], {
    files,
  });
  expect(code).toBe(1);
  expect(out).toContain(`  \u2717 price  It is 5, and must be a number >= 100.
           \u2192 Set the attribute price to 100 (Number).
           \u2192 or add 5 to the list at /price.
`);
});

test("several messages are told one by one and counted", async () => {
  const { code, out } = await sluice(
    ["match", "--policy", "orders.filter-policy.json", "--message", "good.json", "--message", "api.json"],
    { files },
  );
  expect(code).toBe(1);
  expect(out).toMatch(/good\.json matches[\s\S]*api\.json does not match[\s\S]*\n1 of 2 messages gets through\n$/);
});

test("the nearest of several ways through $or is told", async () => {
  const { code, out } = await sluice(["match", "--policy", "paid.event-pattern.json", "--message", "paid.json"], {
    files,
  });
  expect(code).toBe(1);
  expect(out).toContain("EventBridge event pattern");
  expect(out).toContain("comes nearest, of 2 ways, by /$or/0");
});

test("YAML, JSON on the command line, the body by itself, standard input", async () => {
  const yaml = ["match", "--policy", "orders.filter-policy.yaml", "--message"];
  expect((await sluice([...yaml, "good.json"], { files })).code).toBe(0);
  expect((await sluice([...yaml, '{"store": "example_corp", "price": 100}'], { files })).code).toBe(0);
  const body = ["match", "--policy", '{"a": {"b": ["x"]}}', "--scope", "MessageBody", "--message"];
  expect((await sluice([...body, '{"a": {"b": "x"}}'])).code).toBe(0);
  expect((await sluice([...body, "-"], { input: '{"a": {"b": "x"}}' })).code).toBe(0);
  expect((await sluice([...body, "-"], { input: "plain" })).out).toContain("The body is not a JSON object");
});

test.each([
  ["esm", '{"body": {"a": ["x"]}}', '{"body": "{\\"a\\": \\"x\\"}"}'],
  ["pipes", '{"data": {"a": ["x"]}}', `{"data": "${btoa('{"a": "x"}')}"}`],
])("--dialect %s takes data out of its record", async (dialect, filter, record) => {
  const { code, out } = await sluice(["match", "--dialect", dialect, "--policy", filter, "--message", record]);
  expect(out).toContain("matches");
  expect(code).toBe(0);
});

describe("--format json", () => {
  const argv = ["match", "--format", "json", "--policy", "orders.filter-policy.json", "--message"];

  test("one message is one object", async () => {
    const { out } = await sluice([...argv, "api.json"], { files });
    const result = JSON.parse(out);
    expect(result).toMatchObject({
      policy: "orders.filter-policy.json",
      message: "api.json",
      dialect: "sns-attributes",
      matches: false,
    });
    expect(result.because.map(({ path, matched }: { path: string; matched: boolean }) => [path, matched])).toEqual([
      ["event", true],
      ["price", false],
      ["store", true],
    ]);
    expect(result.because[0].by).toEqual({ pointer: "/event/0", text: '{"anything-but": "order_cancelled"}' });
  });

  test("several are a list", async () => {
    const { out } = await sluice([...argv, "api.json", "--message", "good.json"], { files });
    expect(JSON.parse(out).map(({ matches }: { matches: boolean }) => matches)).toEqual([false, true]);
  });
});

test("a policy that AWS refuses lets nothing through, and says why", async () => {
  const { code, out } = await sluice(["match", "--policy", '{"a": [{"prefx": "x"}]}', "--message", '{"a": "x"}']);
  expect(code).toBe(1);
  expect(out).toContain("error There is no operator prefx. Did you mean prefix? [pattern-unknown-operator]");
  expect(out).toContain("AWS refuses the pattern: Invalid parameter: FilterPolicy: Unrecognized match type prefx");
});

test("control characters of a message do not reach the terminal", async () => {
  const { out } = await sluice(["match", "--policy", '{"a": ["x"]}', "--message", '{"a": "\\u001b[31m"}']);
  expect(out).not.toContain("\u001b");
});
