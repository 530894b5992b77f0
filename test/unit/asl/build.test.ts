/** The machine that a document describes: scopes, states, transitions, and the graph they make. */
import { buildMachine, graphOf, isLikelyDefinition, parseText, predecessorsOf } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const TEXT = `{
  "StartAt": "Each",
  "QueryLanguage": "JSONPath",
  "States": {
    "Each": {"Type": "Map", "QueryLanguage": "JSONata", "Next": "Decide", "ItemProcessor": {
      "StartAt": "Item", "States": {"Item": {"Type": "Pass", "End": true}}}},
    "Decide": {"Type": "Choice", "Default": "Both", "Choices": [{"Variable": "$.x", "IsNull": true, "Next": "Done"}]},
    "Both": {"Type": "Parallel", "End": true, "Catch": [{"ErrorEquals": ["States.ALL"], "Next": "Done"}], "Branches": [
      {"StartAt": "L", "States": {"L": {"Type": "Succeed"}}}, {"StartAt": "R", "States": {"R": {"Type": "Fail"}}}]},
    "Done": {"Type": "Succeed"},
    "Island": {"Type": "Wait", "Seconds": 1, "Next": "Done"}
  }
}`;

function machineOf(text: string) {
  const machine = buildMachine(parseText(text, "json").root);
  if (machine === undefined) throw new Error("no machine");
  return machine;
}

describe("a machine", () => {
  const machine = machineOf(TEXT);
  const state = (name: string) => {
    const found = machine.states.find((candidate) => candidate.name === name);
    if (found === undefined) throw new Error(`no state ${name}`);
    return found;
  };

  test("lists scopes and states, outer before inner, in document order", () => {
    expect(machine.scopes.map(({ id, kind, index }) => [id, kind, index])).toEqual([
      ["", "machine", 0],
      ["/States/Each/ItemProcessor", "processor", 0],
      ["/States/Both/Branches/0", "branch", 0],
      ["/States/Both/Branches/1", "branch", 1],
    ]);
    expect(machine.states.map(({ name }) => name)).toEqual([
      "Each",
      "Item",
      "Decide",
      "Both",
      "L",
      "R",
      "Done",
      "Island",
    ]);
  });

  test("gives states inside a Map the machine's language, not the Map's", () => {
    expect(state("Each").queryLanguage).toBe("JSONata");
    expect(state("Item").queryLanguage).toBe("JSONPath");
  });

  test("knows every transition with its place", () => {
    expect(state("Decide").transitions.map(({ kind, target, index }) => [kind, target, index])).toEqual([
      ["choice", "Done", 0],
      ["default", "Both", 0],
    ]);
    const caught = state("Both").transitions[0];
    expect(caught?.kind).toBe("catch");
    expect(TEXT.slice(caught?.node.start, caught?.node.end)).toBe('"Done"');
  });

  test("has a graph per scope", () => {
    const graph = graphOf(machine.scope);
    expect([...graph.reachable].map(({ name }) => name).sort()).toEqual(["Both", "Decide", "Done", "Each"]);
    expect(graph.uncertain).toBe(false);
    expect(predecessorsOf(state("Done")).map(({ name }) => name)).toEqual(["Decide", "Both", "Island"]);
    expect(machine.states.filter(({ terminal }) => terminal).map(({ name }) => name)).toEqual([
      "Item",
      "Both",
      "L",
      "R",
      "Done",
    ]);
  });
});

test.each([
  ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Next": "${N}"}}}', true],
  ['{"StartAt": "A", "States": {"A": ${A}}}', true],
  ['{"StartAt": "A", "States": {"A": {"Type": "Choice", "Choices": [{"Next": ${N}}], "Default": "A"}}}', true],
  ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "Comment": "${C}", "End": true}}}', false],
])("%s has unknown transitions: %s", (text, unknown) => {
  expect(graphOf(machineOf(text).scope).hasPlaceholders).toBe(unknown);
});

test.each([
  ['{"StartAt": "A", "States": {"A": {"Type": "Pass"}}}', true],
  ['{"StartAt": "A"}', false],
  ['{"States": {"A": {"Type": "Pass"}}}', false],
  ['{"StartAt": "A", "States": {"AL": {"name": "Alabama"}}}', false],
  ["[1, 2]", false],
])("%s is likely a definition: %s", (text, likely) => {
  expect(isLikelyDefinition(parseText(text, "json"))).toBe(likely);
});

test("misshapen parts are left out", () => {
  const { states, scopes } = machineOf('{"StartAt": 1, "States": {"A": 5, "B": {"Type": "Map", "Iterator": []}}}');
  expect(states.map(({ name }) => name)).toEqual(["B"]);
  expect(scopes.length).toBe(1);
});
