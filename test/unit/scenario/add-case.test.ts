/** A run as a case, and the case in a scenario file: it has to pass there. */
import { addCase, caseOf, isObject, type JsonValue, parseText, valueOf } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { readCase } from "../../../engine/src/scenario/cases.ts";
import { runCase } from "../../../engine/src/scenario/run-case.ts";
import { answers, failure, task, traceOf } from "../run/fold/traces.ts";

const MACHINE = {
  StartAt: "Charge",
  States: {
    Charge: task({
      Retry: [{ ErrorEquals: ["Busy"], IntervalSeconds: 2 }],
      Catch: [{ ErrorEquals: ["Declined"], Next: "Refuse" }],
      Next: "Label",
    }),
    Label: task({ End: true }),
    Refuse: { Type: "Fail", Error: "Refused", Cause: "No money" },
  },
} as JsonValue;

const CASE = { name: "sold out: again", input: { a: [1] }, expect: { status: "SUCCEEDED", path: ["A"] } };

describe("addCase", () => {
  const added = (text: string, name: string): JsonValue => {
    const after = addCase(text, name, CASE);
    return valueOf(parseText(after ?? "", name.endsWith(".json") ? "json" : "yaml").root);
  };
  const one = { name: "one", input: {} };

  it.each([
    ["a new file", "simulate: m.asl.json\n", "s.yaml", [CASE]],
    [
      "a block list",
      "simulate: m.asl.json\ncases:\n  - name: one # the first\n    input: {}\nseed: 7\n",
      "s.yaml",
      [one, CASE],
    ],
    ["a list that is not indented", "cases:\n- name: one\n  input: {}\n", "s.yaml", [one, CASE]],
    ["an empty list", "cases: []\nseed: 7\n", "s.yaml", [CASE]],
    ["a list in brackets", "cases: [{ name: one, input: {} }]\n", "s.yaml", [one, CASE]],
    ["JSON", JSON.stringify({ simulate: "m.asl.json", cases: [one] }, undefined, 2), "s.json", [one, CASE]],
    ["JSON without cases", '{\n  "simulate": "m.asl.json"\n}\n', "s.json", [CASE]],
  ])("adds to %s", (_, text, name, cases) => {
    const scenario = added(text, name);
    expect(isObject(scenario) && scenario.cases).toEqual(cases);
    if (text.includes("seed")) expect(scenario).toMatchObject({ seed: 7 });
    if (text.includes("#")) expect(addCase(text, name, CASE)).toContain("# the first");
  });

  it.each(["- a\n", "{", "cases: 3\n"])("adds nothing to %j", (text) => {
    expect(addCase(text, "s.yaml", CASE)).toBeUndefined();
  });
});

describe("caseOf", () => {
  it.each([
    ["a success", [failure("Busy"), { paid: 1 }], "SUCCEEDED"],
    ["a failure", [failure("Declined", "empty")], "FAILED"],
    ["a text as a result", ["plain"], "SUCCEEDED"],
  ])("passes as a case of a scenario: %s", async (_, charge, status) => {
    const { events, fold } = await traceOf(MACHINE, { n: 1 }, answers({ Charge: charge }));
    const scenarioCase = caseOf("again", events, fold);
    expect(scenarioCase).toMatchObject({ input: { n: 1 }, expect: { status } });
    const { root } = parseText(JSON.stringify(scenarioCase), "json");
    const reading = {
      value: (node: typeof root, name: string) => (valueOf(node) as Record<string, JsonValue>)[name],
      text: (node: typeof root, name: string) => (valueOf(node) as Record<string, string>)[name],
      texts: (node: typeof root, name: string) => (valueOf(node) as Record<string, string[]>)[name] ?? [],
    };
    const result = await runCase(MACHINE, readCase(root, 0, reading as never), {});
    expect(result.differences).toEqual([]);
  });
});
