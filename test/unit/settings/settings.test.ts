/** Severities by settings, silencing by the text, and the file `.sluicerc.json`. */
import { associationsInConfig, check, readConfigFile } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const CHOICE = `"Type": "Choice", "Choices": [{"Variable": "$.a", "IsPresent": true, "Next": "Z"}]`;
const machine = (choice: string, more = ""): string =>
  `{${more}"StartAt": "C", "States": {"C": {${choice}}, "Z": {"Type": "Succeed"}}}`;
const found = (text: string, rules = {}): string[] =>
  check(text, { rules }).map(({ rule, severity }) => `${severity} ${rule}`);

describe("severities", () => {
  test.each([
    [{}, ["warning choice-without-default"]],
    [{ "choice-without-default": "off" }, []],
    [{ "choice-without-default": "error" }, ["error choice-without-default"]],
    [{ "unknown-target": "off" }, ["warning choice-without-default"]],
  ])("%j", (rules, expected) => {
    expect(found(machine(CHOICE), rules)).toEqual(expected);
  });
});

describe("silencing", () => {
  const silent = `"Comment": "sluice-disable choice-without-default: always there", ${CHOICE}`;

  test.each([
    ["in the state's Comment", machine(silent), []],
    ["in the machine's Comment", machine(CHOICE, '"Comment": "sluice-disable choice-without-default", '), []],
    [
      "of another rule",
      machine(`"Comment": "sluice-disable bad-value", ${CHOICE}`),
      ["warning choice-without-default", "warning useless-disable"],
    ],
    [
      "of two rules",
      machine(`"Comment": "sluice-disable choice-without-default, unknown-target", ${CHOICE}`.replace('"Z"', '"Y"')),
      [],
    ],
    [
      "in a state beside it",
      machine(CHOICE).replace('"Succeed"', '"Succeed", "Comment": "sluice-disable choice-without-default"'),
      ["warning choice-without-default", "warning useless-disable"],
    ],
    [
      "in data that merely mentions it",
      machine(`"Parameters": 1, ${CHOICE}`.replace('"$.a"', "\"$['sluice-disable bad-value']\"")),
      ["error wrong-field-for-type", "warning choice-without-default"],
    ],
  ])("%s", (_, text, expected) => {
    const ids = found(text).filter((id) => !id.endsWith("unreachable-state"));
    expect(ids.sort()).toEqual([...expected].sort());
  });

  const yaml = (before: string, behind = "", top = ""): string =>
    `${top}StartAt: C\nStates:\n${before}  C:${behind}\n    Type: Choice\n    Choices:\n      - Variable: $.a\n        IsPresent: true\n        Next: Z\n  Z: {Type: Succeed}\n`;

  test.each([
    ["the next line", yaml("  # sluice-disable-next-line choice-without-default because\n"), []],
    ["the same line", yaml("", " # sluice-disable-line choice-without-default"), []],
    ["the whole file", yaml("", "", "# sluice-disable choice-without-default\n"), []],
    [
      "another line",
      yaml("", "", "# sluice-disable-next-line choice-without-default\n"),
      ["warning useless-disable", "warning choice-without-default"],
    ],
    [
      "no comment but a text",
      yaml("").replace("Succeed", "Succeed, Comment: 'x # sluice-disable-line bad-value'"),
      ["warning choice-without-default"],
    ],
  ])("YAML, %s", (_, text, expected) => {
    expect(found(text).sort()).toEqual([...expected].sort());
  });
});

describe(".sluicerc.json", () => {
  test("gives its rules", () => {
    const text = '{"$schema": "x", "rules": {"unknown-target": "off", // why not\n "path-syntax": "hint"}}';
    expect(readConfigFile(text)).toEqual({
      rules: { "unknown-target": "off", "path-syntax": "hint" },
      files: {},
      problems: [],
    });
  });

  test.each([
    ["", ""],
    ["[]", "[]"],
    ['{"rule": {}}', '"rule"'],
    ['{"rules": 1}', "1"],
    ['{"rules": {"unknown-targets": "off"}}', '"unknown-targets"'],
    ['{"rules": {"unknown-target": "warn"}}', '"warn"'],
    ['{"rules": {"unknown-target": "off"}', ""],
    ['{"files": []}', "[]"],
    ['{"files": {"a.json": "filter-polcy"}}', '"filter-polcy"'],
  ])("says what is wrong in %s", (text, place) => {
    const { problems } = readConfigFile(text);
    expect(problems).toHaveLength(1);
    const [{ start, end, message } = { start: 0, end: 0, message: "" }] = problems;
    if (place !== "") expect(text.slice(start, end)).toBe(place);
    expect(message).toMatch(/[.?]$/);
  });

  test("gives what files hold", () => {
    const text = '{"files": {"policies/*.json": "filter-policy-body", "x.json": "none"}}';
    expect(readConfigFile(text)).toMatchObject({
      files: { "policies/*.json": "filter-policy-body", "x.json": "none" },
    });
    expect(associationsInConfig(text)).toEqual(readConfigFile(text).files);
  });

  test("understands what it can of a broken one", () => {
    expect(readConfigFile('{"rules": {"bad": 1, "unknown-target": "off"}}').rules).toEqual({ "unknown-target": "off" });
  });
});
