import { describe, expect, test } from "vitest";
import { sluice } from "./cli.ts";

const GOOD = '{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }';
const BAD = `{
  "StartAt": "A",
  "States": {
    "A": { "Type": "Pass", "Next": "Bee" },
    "Be": { "Type": "Succeed" }
  }
}
`;
/** A warning and no error. */
const WARNED = '{ "StartAt": "A", "States": { "A": { "Type": "Pass", "Result": { "a.$": "$.x" }, "End": true } } }';

describe("text", () => {
  test("shows the line and marks the range", async () => {
    const { code, out, err } = await sluice(["check", "bad.asl.json"], { files: { "bad.asl.json": BAD } });
    expect(code).toBe(1);
    expect(err).toBe("");
    expect(out).toContain(
      [
        " --> bad.asl.json:4:36",
        "  |",
        '4 |     "A": { "Type": "Pass", "Next": "Bee" },',
        "  |                                    ^^^^^",
      ].join("\n"),
    );
    expect(out).toMatch(/^error\[unknown-target\] /);
    expect(out).toMatch(/1 error in 1 file\n$/);
  });

  test("a long line is cut around the range", async () => {
    const line = JSON.stringify({ ...JSON.parse(BAD), Comment: "x".repeat(100_000) });
    const { out } = await sluice(["check", "bad.asl.json"], { files: { "bad.asl.json": line } });
    expect(Math.max(...out.split("\n").map((text) => text.length))).toBeLessThan(200);
    const [source = "", carets = ""] = out.split("\n").slice(3);
    expect(source.slice(carets.indexOf("^"), carets.lastIndexOf("^") + 1)).toBe('"Bee"');
  });

  test("escape sequences of a file do not reach the terminal", async () => {
    const text = BAD.replace("Bee", "\u001b]0;owned\u0007").replace('"A": {', '"A": { "\u009b31m": 1,');
    const { out } = await sluice(["check", "bad.asl.json"], { files: { "bad.asl.json": text } });
    expect(out.replaceAll("\n", "")).not.toMatch(/\p{Cc}/u);
  });

  test("colours only where they are wanted", async () => {
    const files = { "bad.asl.json": BAD };
    expect((await sluice(["check"], { files })).out).not.toContain("\u001b[");
    expect((await sluice(["check"], { files, color: true })).out).toContain("\u001b[31m");
  });
});

describe("files", () => {
  const files = {
    "a.asl.json": GOOD,
    "b/c.asl.yaml": "StartAt: A\nStates:\n  A:\n    Type: Succeed\n",
    "b/d.asl.yml": "StartAt: A\nStates:\n  A:\n    Type: Pass\n",
    "b/plain.json": BAD,
    "b/other.json": '{ "name": "no machine" }',
    "node_modules/x.asl.json": BAD,
    ".hidden/x.asl.json": BAD,
  };

  test("a folder is searched by names and by content", async () => {
    const { code, out } = await sluice(["check", "--format", "json"], { files });
    expect(code).toBe(1);
    expect([...new Set(JSON.parse(out).map((problem: { file: string }) => problem.file))]).toEqual([
      "b/d.asl.yml",
      "b/plain.json",
    ]);
  });

  test("a file that is named is checked whatever its name", async () => {
    const { code, out } = await sluice(["check", "node_modules/x.asl.json", "b/other.json"], { files });
    expect(code).toBe(1);
    expect(out).toMatch(/in 2 files\n$/);
  });

  test("nothing found is fine, and says so", async () => {
    expect(await sluice(["check", "."])).toEqual({ code: 0, out: "no definitions found\n", err: "" });
  });

  test.each([
    ["does not exist", "nowhere.json", "error: nowhere.json does not exist\n"],
    ["is not UTF-8", "bytes.asl.json", "error: bytes.asl.json is not UTF-8 text: byte 2 cannot be read\n"],
    ["is UTF-16", "wide.asl.json", "error: wide.asl.json is not UTF-8 text: it begins as UTF-16 does\n"],
  ])("a file that %s is reported, the others are still checked", async (_, name, message) => {
    const unreadable = {
      "bytes.asl.json": Uint8Array.of(0x7b, 0x22, 0xff, 0x22),
      "wide.asl.json": Uint8Array.of(0xff, 0xfe, 0x7b, 0x00),
      "good.asl.json": GOOD,
    };
    const { code, out, err } = await sluice(["check", name, "good.asl.json"], { files: unreadable });
    expect({ code, err }).toEqual({ code: 2, err: message });
    expect(out).toBe("no problems in 1 file\n");
  });

  test("a definition over AWS's limit", async () => {
    const text = JSON.stringify({ ...JSON.parse(GOOD), Comment: "x".repeat(5_000_000) });
    const { out } = await sluice(["check", "--format", "json", "large.asl.json"], {
      files: { "large.asl.json": text },
    });
    expect(JSON.parse(out)).toMatchObject([{ rule: "definition-too-long" }]);
  });
});

describe("exit code", () => {
  test.each([
    [[], 0],
    [["--fail-on", "error"], 0],
    [["--fail-on=warning"], 1],
  ])("of a warning with %j is %d", async (options, expected) => {
    const { code, out } = await sluice(["check", ...options], { files: { "a.asl.json": WARNED } });
    expect(code).toBe(expected);
    expect(out).toContain("1 warning in 1 file");
  });
});

test("json is one array with 0-based UTF-16 ranges and pointers", async () => {
  const text = BAD.replace('"Type": "Pass",', '"Comment": "😀", "Type": "Pass",').replace('"States"', '"States"');
  const { out } = await sluice(["check", "--format", "json"], { files: { "bad.asl.json": text } });
  const [problem] = JSON.parse(out);
  expect(problem).toMatchObject({
    file: "bad.asl.json",
    rule: "unknown-target",
    severity: "error",
    range: { start: { line: 3, character: 52 }, end: { line: 3, character: 57 } },
    pointer: "/States/A/Next",
    docs: expect.stringMatching(/^https:/),
  });
  expect(problem.message).toContain("Bee");
});

test("json without a problem is an empty array", async () => {
  expect(await sluice(["check", "--format", "json"], { files: { "a.asl.json": GOOD } })).toEqual({
    code: 0,
    out: "[]\n",
    err: "",
  });
});

test("sarif names the rule, its page and the place", async () => {
  const { out } = await sluice(["check", "--format", "sarif"], { files: { "my flows/bad.asl.json": BAD } });
  const { version, runs } = JSON.parse(out);
  expect(version).toBe("2.1.0");
  const [{ tool, results }] = runs;
  const result = results.find(({ ruleId }: { ruleId: string }) => ruleId === "unknown-target");
  expect(tool.driver.rules[result.ruleIndex]).toMatchObject({ id: "unknown-target", helpUri: expect.any(String) });
  expect(result.locations[0].physicalLocation).toMatchObject({
    artifactLocation: { uri: "my%20flows/bad.asl.json" },
    region: { startLine: 4, startColumn: 36, endLine: 4, endColumn: 41 },
  });
});

test("junit has a case for each file and fails those with errors", async () => {
  const files = { "a.asl.json": GOOD, "b.asl.json": BAD, "c.asl.json": WARNED };
  const { out } = await sluice(["check", "--format", "junit"], { files });
  expect(out).toContain('<testsuites name="sluice check" tests="3" failures="1" errors="0">');
  expect(out).toContain('name="b.asl.json" file="b.asl.json">\n      <failure type="unknown-target" message="');
  expect(out).toContain('name="a.asl.json" file="a.asl.json"/>');
  expect(out).toContain("&quot;Bee&quot;");
});

describe("settings", () => {
  const config = (rules: object): string => JSON.stringify({ rules });

  test("the nearest .sluicerc.json holds, alone", async () => {
    const files = {
      ".sluicerc.json": config({ "pass-result-static": "error", "unknown-target": "off" }),
      "a.asl.json": WARNED,
      "b/.sluicerc.json": config({ "pass-result-static": "off" }),
      "b/c/d.asl.json": WARNED,
    };
    const { code, out } = await sluice(["check", "--format", "json"], { files });
    expect(code).toBe(1);
    const report = JSON.parse(out) as { file: string; severity: string }[];
    expect(report.map(({ file, severity }) => [file, severity])).toEqual([["a.asl.json", "error"]]);
  });

  test("a broken one is told at its place", async () => {
    const files = { ".sluicerc.json": '{\n  "rules": { "no-such": "off" }\n}', "a.asl.json": GOOD };
    const { code, out, err } = await sluice(["check"], { files });
    expect(code).toBe(2);
    expect(out).toBe("");
    expect(err).toBe('sluice check: .sluicerc.json:2:14 There is no rule "no-such".\n');
  });
});
