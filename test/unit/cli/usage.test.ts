import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { wantsColor } from "../../../server/src/cli/terminal.ts";
import { sluice } from "./cli.ts";

const COMMANDS = ["check", "run", "match", "simulate", "test", "graph", "explain"];

test("--version is the package's", async () => {
  const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  expect(await sluice(["--version"])).toEqual({ code: 0, out: `${manifest.version}\n`, err: "" });
});

test("--help lists what there is and nothing else", async () => {
  const { code, out, err } = await sluice(["--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect([...out.matchAll(/^ {2}(\w+) {3,}/gm)].map(([, name]) => name)).toEqual(COMMANDS);
});

test.each(COMMANDS)("%s --help goes to standard output", async (name) => {
  const { code, out, err } = await sluice([name, "--help"]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(new RegExp(`^usage: sluice ${name} `));
});

describe("wrong usage is told on standard error with exit code 2", () => {
  test.each([
    [[], /^usage: sluice/],
    [["chekc"], /unknown command chekc/],
    [["--nope"], /unknown option --nope/],
    [["simulate", "nowhere.scenario.yaml"], /nowhere.scenario.yaml does not exist/],
    [["check", "--nope"], /sluice check: Unknown option '--nope'\n/],
    [["check", "--format"], /sluice check: .*--format/],
    [["check", "--format", "xml"], /--format is one of text, json, sarif, junit, not xml/],
    [["check", "--fail-on", "hint"], /--fail-on is one of error, warning/],
    [["check", ""], /a path is empty/],
    [["run"], /the definition is missing/],
    [["run", "a", "b"], /there is also b/],
    [["run", "a", "--seed", "x"], /--seed is a whole number, not x/],
    [["run", "a", "--type", "FAST"], /--type is one of STANDARD, EXPRESS/],
    [["match", "--message", "{}"], /--policy is missing/],
    [["match", "--policy", "{}"], /--message is missing/],
    [["match", "--policy", "{}", "--message", "{}", "x"], /x stands behind no option/],
    [
      ["match", "--policy", "{}", "--message", "{}", "--dialect", "kafka"],
      /--dialect is one of sns, eventbridge, pipes, esm/,
    ],
    [
      ["match", "--policy", "{}", "--message", "{}", "--dialect", "esm", "--scope", "MessageBody"],
      /--scope goes with --dialect sns/,
    ],
    [["match", "--policy", "nowhere.json", "--message", "{}"], /nowhere.json does not exist/],
    [["graph"], /the definition or template is missing/],
    [["graph", "nowhere.json"], /nowhere.json does not exist/],
    [["explain", "TimeoutSecond"], /nothing is known as TimeoutSecond; did you mean TimeoutSeconds\?/],
  ])("%j", async (argv, message) => {
    const { code, out, err } = await sluice(argv);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(message);
  });
});

test.each([
  [true, {}, true],
  [false, {}, false],
  [true, { NO_COLOR: "1" }, false],
  [true, { NO_COLOR: "" }, true],
  [false, { FORCE_COLOR: "1" }, true],
  [true, { FORCE_COLOR: "0" }, false],
  [true, { TERM: "dumb" }, false],
])("colours on a terminal (%s) with %j: %s", (isTty, env, expected) => {
  expect(wantsColor(isTty, env)).toBe(expected);
});
