/**
 * Conversion to JSONata and extraction to a Parallel, proven by running: whatever the machine made of an input before, it
 * makes the same of it afterwards. RUNS and SEED try more and other machines.
 */
import {
  buildMachine,
  check,
  codeActions,
  convertMachine,
  convertState,
  type JsonValue,
  openDocument,
  parseText,
  run,
  valueOf,
} from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stringify } from "yaml";
import { applyEdits } from "./apply-edits.ts";
import { anyInput, anyMachine } from "./arbitrary-jsonpath.ts";

/** Undefined where it is refused. */
type Change = (machine: JsonValue) => JsonValue | undefined;

function machineOf(text: string, language: "json" | "yaml") {
  const parsed = parseText(text, language);
  const machine = buildMachine(parsed.root);
  if (machine === undefined) throw new Error("no machine");
  return { parsed, machine };
}

const wholeMachine: Change = (value) => {
  const text = JSON.stringify(value, null, 2);
  const { parsed, machine } = machineOf(text, "json");
  const conversion = convertMachine(parsed, machine);
  return "edits" in conversion ? JSON.parse(applyEdits(text, conversion.edits)) : undefined;
};

const oneStateInYaml: Change = (value) => {
  const text = stringify(value, { aliasDuplicateObjects: false });
  const { parsed, machine } = machineOf(text, "yaml");
  const state = machine.states.find(({ name }) => name === "S0");
  const conversion = state === undefined ? undefined : convertState(parsed, state);
  if (conversion === undefined || !("edits" in conversion)) return undefined;
  return valueOfYaml(applyEdits(text, conversion.edits));
};

const toParallel: Change = (value) => {
  const text = JSON.stringify(value, null, 2);
  const document = openDocument("asl", text, "json");
  const states = document.machine?.scope.states.filter(({ name }) => /^S\d/.test(name)) ?? [];
  const selection = { start: states[0]?.nameNode.start ?? 0, end: states.at(-1)?.node.end ?? 0 };
  const actions = codeActions(document, selection, { only: ["refactor.extract"] });
  const action = actions.find(({ title }) => title.endsWith("to a Parallel state"));
  return action === undefined || action.disabled ? undefined : JSON.parse(applyEdits(text, action.edits));
};

function valueOfYaml(text: string): JsonValue {
  return valueOf(machineOf(text, "yaml").machine.node);
}

function outcome(definition: JsonValue, input: JsonValue) {
  return run(definition, {
    input,
    tasks: ({ resource, arguments: given }) =>
      resource.endsWith("fails") ? { error: "Failed", cause: "so" } : { result: { given, list: [[1]], x: [2] } },
  });
}

describe.each<[string, Change, number]>([
  ["a machine in JSON, converted", wholeMachine, 200],
  ["one state in YAML, converted", oneStateInYaml, 200],
  ["states extracted to a Parallel", toParallel, 30],
])("%s", (_, change, atLeast) => {
  test("gives what it gave before", async () => {
    let [succeeded, refused] = [0, 0];
    await fc.assert(
      fc.asyncProperty(anyMachine, anyInput, async (generated, input) => {
        const machine = generated as JsonValue;
        const changed = change(machine);
        if (changed === undefined) {
          refused++;
          return;
        }
        expect(newErrors(machine, changed)).toEqual([]);
        const before = await outcome(machine, input as JsonValue);
        if (before.status !== "SUCCEEDED") return;
        succeeded++;
        const { status, output, cause } = await outcome(changed, input as JsonValue);
        expect({ status, output, cause }).toEqual({ status: "SUCCEEDED", output: before.output, cause: undefined });
      }),
      { numRuns: Number(process.env.RUNS ?? 500), seed: Number(process.env.SEED ?? 7) },
    );
    if (process.env.RUNS !== undefined) console.log({ succeeded, refused });
    expect(succeeded).toBeGreaterThan(atLeast);
  }, 300_000);
});

function newErrors(before: JsonValue, after: JsonValue): readonly string[] {
  const had = new Set(errorsOf(before));
  return errorsOf(after).filter((rule) => !had.has(rule));
}

function errorsOf(machine: JsonValue): readonly string[] {
  return check(JSON.stringify(machine)).flatMap(({ severity, rule }) => (severity === "error" ? [rule] : []));
}
