import { ALL_RULES, explain } from "@sluice/engine";
import { expect, test } from "vitest";
import { sluice } from "./cli.ts";

test.each([
  ["unknown-target", /rule: error[\s\S]*Wrong\n[\s\S]*«[\s\S]*Right\n/],
  ["TimeoutSeconds", /field of Task state[\s\S]*field of|field of state machine[\s\S]*field of Task state/],
  ["timeoutseconds", /TimeoutSeconds/],
  ["Task", /state type/],
  ["NumericEquals", /comparison operator/],
  ["States.ALL", /error name/],
  ["States.Format", /intrinsic function/],
  ["$partition", /JSONata function/],
  ["$states.input", /\$states\.input/],
  ["$$.Execution.Input", /context object/],
])("%s", async (name, expected) => {
  const { code, out, err } = await sluice(["explain", name]);
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(expected);
  expect(out).toMatch(/https:\/\//);
});

test("every rule explains itself", () => {
  for (const { id } of ALL_RULES) expect(explain(id)).toMatchObject([{ kind: "rule", name: id }]);
});
