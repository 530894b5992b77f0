/** The conformance runner as a step of `npm test`: each file of cases passes when it reaches its floor. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { execute, root, type StepResult, skip } from "./steps.ts";

const CASES = path.join(root, "../shared/conformance");

/** Least share of cases, by file and level. They only ever rise; files without a floor are shown by the runner. */
type Floors = Readonly<Record<string, Readonly<Record<string, number>>>>;

type Scores = Readonly<Record<string, Readonly<Record<string, readonly [passed: number, total: number]>>>>;

export async function conformance(): Promise<StepResult> {
  if (!existsSync(CASES)) return skip("there are no cases in ../shared/conformance", "put the cases there");
  const { code, stdout, output } = await execute(["test/conformance/run.ts", CASES, "--json"]);
  const last = stdout.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) return { passed: 0, failed: 1, skipped: 0, output: `exit code ${code}\n${output}` };
  const scores: Scores = JSON.parse(last);
  const floors: Floors = JSON.parse(readFileSync(path.join(root, "test/conformance/thresholds.json"), "utf8"));
  const below: string[] = [];
  let passed = 0;
  for (const [file, levels] of Object.entries(floors)) {
    for (const [level, floor] of Object.entries(levels)) {
      const [reached, all] = scores[file]?.[level] ?? [0, 0];
      if (all > 0 && reached / all >= floor) passed++;
      else below.push(`${file} ${level}: ${reached} of ${all} is below ${floor * 100} %`);
    }
  }
  return {
    passed,
    failed: below.length,
    skipped: 0,
    note: `${total(scores)} cases in ${Object.keys(scores).length} files`,
    output: [output, ...below].join("\n"),
  };
}

function total(scores: Scores): number {
  return Object.values(scores).reduce((sum, levels) => sum + (Object.values(levels)[0]?.[1] ?? 0), 0);
}
