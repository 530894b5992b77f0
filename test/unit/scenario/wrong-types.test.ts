/** Scenarios with anything in the place of anything: each is told, or simulated; nothing throws. */
import { readdirSync, readFileSync } from "node:fs";
import { type JsonValue, openScenario, parseText, scenarioProblems, simulateSystem, systemOf } from "@sluice/engine";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { Dice } from "../sim/properties/dice.ts";

const FOLDER = new URL("../../fixtures/outcomes/", import.meta.url);
const MUTANTS = 120;
/** A simulation that has come so far has not thrown. */
const MAX_EVENTS = 5_000;

/** What somebody might write where something else belongs. */
const JUNK: readonly JsonValue[] = [
  ...[null, true, -1, 0, 1.5, 1e308, [], {}, [[]], [null], { "": null }, { Ref: 1 }, { rate: -1 }],
  ...[
    "",
    "x",
    "5/0s",
    "-3s",
    "9999999d",
    "NaN",
    "$.a[",
    "@nothing.json",
    "__proto__",
    "constructor",
    "arn:aws:sqs:::x",
  ],
];

type Path = readonly string[];

function pathsOf(value: JsonValue, at: Path = []): Path[] {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [[...at, key], ...pathsOf(inner, [...at, key])]);
}

/** The value with another one at a place. */
function changed(value: JsonValue, [key, ...more]: Path, to: JsonValue): JsonValue {
  if (key === undefined) return to;
  if (Array.isArray(value)) return value.map((each, index) => (String(index) === key ? changed(each, more, to) : each));
  const entries = Object.entries(value as Record<string, JsonValue>);
  return Object.fromEntries(entries.map(([name, each]) => [name, name === key ? changed(each, more, to) : each]));
}

const files = new Map(readdirSync(FOLDER).map((name) => [name, readFileSync(new URL(name, FOLDER), "utf8")]));
const scenarios = [...files].filter(([name]) => name.endsWith(".scenario.yaml"));

test.each(scenarios)("%s, with what does not belong there", async (_name, text) => {
  const data = parse(text, { logLevel: "silent" }) as JsonValue;
  const dice = new Dice(Number(process.env.SEED ?? 1));
  for (let count = 0; count < MUTANTS / scenarios.length; count++) {
    const mutant = JSON.stringify(changed(data, dice.of(...pathsOf(data)), dice.of(...JUNK)));
    await expect(tried(mutant), mutant).resolves.toBeUndefined();
  }
});

/** What the simulator itself has got wrong: nothing. */
async function tried(text: string): Promise<string | undefined> {
  const open = openScenario(parseText(text, "json"), files);
  const system = systemOf(open.subject, open.scenario, open.replays);
  const problems = scenarioProblems(open, system);
  if (problems.some(({ severity }) => severity === "error")) return undefined;
  const outcome = await simulateSystem(system, open.scenario, {
    slice: { maxEvents: MAX_EVENTS },
    onSlice: ({ events }) => events >= MAX_EVENTS,
  });
  return outcome?.violations[0]?.text;
}
