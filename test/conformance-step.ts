/** The conformance runner as a step of `npm test`: each file of cases passes when it reaches its floor. */
import { existsSync } from "node:fs";
import path from "node:path";
import { execute, root, type StepResult, skip } from "./steps.ts";

const CASES = path.join(root, "../shared/conformance");

/** Least share of cases, by file and level. They only ever rise; files without a floor are shown by the runner. */
const FLOORS: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  "execution.jsonl": { L1: 0.8 },
  "accepted.jsonl": { pass: 0.95 },
};

type Scores = Readonly<Record<string, Readonly<Record<string, readonly [passed: number, total: number]>>>>;

export async function conformance(): Promise<StepResult> {
  if (!existsSync(CASES)) return skip("there are no cases in ../shared/conformance", "put the cases there");
  const { code, stdout, output } = await execute(["test/conformance/run.ts", CASES, "--json"]);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) return { passed: 0, failed: 1, skipped: 0, output: `exit code ${code}\n${output}` };
  const scores: Scores = JSON.parse(last);
  const below: string[] = [];
  let passed = 0;
  for (const [file, levels] of Object.entries(FLOORS)) {
    for (const [level, floor] of Object.entries(levels)) {
      const [reached, total] = scores[file]?.[level] ?? [0, 0];
      if (total > 0 && reached / total >= floor) passed++;
      else below.push(`${file} ${level}: ${reached} of ${total} is below ${floor * 100} %`);
    }
  }
  return {
    passed,
    failed: below.length,
    skipped: 0,
    note: Object.keys(FLOORS)
      .map((file) => `${file} ${percent(scores[file])}`)
      .join(", "),
    output: [output, ...below].join("\n"),
  };
}

function percent(levels: Scores[string] | undefined): string {
  const [reached, total] = Object.values(levels ?? {})[0] ?? [0, 0];
  return total === 0 ? "no cases" : `${((100 * reached) / total).toFixed(1)} %`;
}
