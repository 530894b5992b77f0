/** The mocha suite in one host of a real VS Code, as a step of `npm test`, counted by what mocha reports. */
import { execute, type StepResult } from "./steps.ts";
import type { Host } from "./vscode/suites.ts";

/** Runs in a process of its own, so that nothing of a browser or an extension host outlives it here. */
export async function suiteStep(host: Host): Promise<StepResult> {
  const { code, output } = await execute(["test/vscode/run.ts", "--built", host]);
  const count = (word: string): number => Number(new RegExp(`^\\s*(\\d+) ${word}`, "m").exec(output)?.[1] ?? 0);
  const outcome = /^\w+: (passed|failed|skipped) \((.*)\)$/m.exec(output);
  const note = [outcome?.[2], /activation: [\d.]+ ms/.exec(output)?.[0]].filter(Boolean).join("; ");
  if (outcome?.[1] === "skipped") {
    const mend = /to mend it: (.*)/.exec(output)?.[1] ?? "";
    return { passed: 0, failed: 0, skipped: 1, note, mend };
  }
  const failed = count("failing");
  return {
    passed: count("passing"),
    failed: code === 0 ? failed : Math.max(failed, 1),
    skipped: count("pending"),
    note,
    output,
  };
}
