/**
 * What `simulate` and `test` print of scenarios, as text files: a scenario, then what came of it. With UPDATE_FIXTURES=1 the
 * expected parts are written anew; look at the difference before keeping it.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import type { ScenarioOutcome } from "../../../server/src/cli/scenario-job.ts";
import { answerScenario } from "../../../server/src/cli/scenario-worker.ts";
import { simulateText } from "../../../server/src/cli/simulate-text.ts";
import { sweepText } from "../../../server/src/cli/sweep-text.ts";
import { testJunit } from "../../../server/src/cli/test-reports.ts";
import { resultsOf } from "../../../server/src/cli/test-results.ts";

const FOLDER = new URL("../../fixtures/outcomes/", import.meta.url);
/** Between a scenario and what came of it. */
const LINE = "\n# ---\n";

async function outcomeOf(name: string, text: string): Promise<ScenarioOutcome> {
  const job = {
    name,
    text,
    isScenario: true,
    folder: "/",
    files: new Map(),
    maxRecords: 10_000,
    coverage: false,
    sweeps: true,
  };
  const nothing = (): void => undefined;
  return answerScenario(job, { stepped: nothing, entered: nothing });
}

describe.each(readdirSync(FOLDER))("%s", (file) => {
  test("what it prints", async () => {
    const address = new URL(file, FOLDER);
    const [scenario = "", expected = ""] = readFileSync(address, "utf8").split(LINE);
    const outcome = await outcomeOf(file, scenario);
    const print =
      outcome.sweep === undefined
        ? simulateText(file, outcome, { color: false })
        : sweepText(file, outcome.sweep, { color: false });
    const commented = print.trimEnd().replace(/^/gm, "# ").replace(/ +$/gm, "");
    if (process.env.UPDATE_FIXTURES === "1") writeFileSync(address, `${scenario}${LINE}${commented}\n`);
    expect(commented).toBe(expected.trimEnd());
  });
});

test("JUnit tells what was seen where an expectation failed", async () => {
  const scenario =
    "resources: {Q: {Type: AWS::SQS::Queue}}\ntraffic: {to: Q, at: 0s}\nexpect: [{empty: Q}, {lost: 0}]\n";
  const results = resultsOf(await outcomeOf("a.scenario.yaml", scenario));
  expect(testJunit([{ name: "a.scenario.yaml", results }])).toBe(`<?xml version="1.0" encoding="UTF-8"?>
<testsuites name="sluice test" tests="2" failures="1">
  <testsuite name="a.scenario.yaml" tests="2" failures="1">
    <testcase classname="a.scenario.yaml" name="Q is empty" file="a.scenario.yaml">
      <failure message="1 visible"/>
    </testcase>
    <testcase classname="a.scenario.yaml" name="nothing is lost" file="a.scenario.yaml"/>
  </testsuite>
</testsuites>
`);
});
