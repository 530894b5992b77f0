import { expect, test } from "vitest";
import { sluice } from "./cli.ts";

const files = {
  "a.asl.json": '{ "StartAt": "Say <hi>", "States": { "Say <hi>": { "Type": "Pass", "End": true } } }',
  "b.asl.yaml": "StartAt: A\nStates:\n  A:\n    Type: Succeed\n",
  "c.json": "[]",
};

test("svg, with the names of states as text", async () => {
  const { code, out, err } = await sluice(["graph", "a.asl.json"], { files });
  expect({ code, err }).toEqual({ code: 0, err: "" });
  expect(out).toMatch(/^<svg /);
  expect(out).toContain("Say &lt;hi&gt;");
});

test("mermaid, of YAML too", async () => {
  const { code, out } = await sluice(["graph", "b.asl.yaml", "--format", "mermaid"], { files });
  expect(code).toBe(0);
  expect(out).toMatch(/^flowchart /);
});

test("no machine, no picture", async () => {
  const { code, out, err } = await sluice(["graph", "c.json"], { files });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain("c.json holds no state machine");
});
