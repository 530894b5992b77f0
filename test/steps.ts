/** How `npm test` runs one kind of check and counts it. A step never throws: what goes wrong is a failure with output. */
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "..");

export interface StepResult {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
  /** One line beside the numbers: a size, a version, why something was left out. */
  readonly note?: string;
  /** The one command that makes a skipped step run. */
  readonly mend?: string;
  /** What the tools printed: shown when the step fails. */
  readonly output?: string;
}

export interface Step {
  readonly name: string;
  run(): Promise<StepResult>;
}

export function skip(note: string, mend: string): StepResult {
  return { passed: 0, failed: 0, skipped: 1, note, mend };
}

/** Runs a program from the root with this Node first on the PATH. Nothing of it is shown meanwhile. */
export async function execute(args: readonly string[]): Promise<{ code: number; output: string; stdout: string }> {
  const child = spawn(process.execPath, args, { cwd: root, stdio: ["ignore", "pipe", "pipe"] });
  let output = "";
  let stdout = "";
  child.stdout.on("data", (data) => {
    output += data;
    stdout += data;
  });
  child.stderr.on("data", (data) => {
    output += data;
  });
  const code = await new Promise<number>((resolve) => child.once("close", (status) => resolve(status ?? 1)));
  return { code, output, stdout };
}

/** A program that passes or fails as a whole. */
export async function command(...args: readonly string[]): Promise<StepResult> {
  const { code, output } = await execute(args);
  return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0, output };
}

/** The path of a package's program. */
export function bin(file: string): string {
  return path.join(root, "node_modules", file);
}

interface VitestReport {
  readonly numPassedTests: number;
  readonly numFailedTests: number;
  readonly numPendingTests: number;
  readonly numTodoTests: number;
  readonly numFailedTestSuites: number;
}

/** One of vitest.config.mts's projects, counted by test. A file that cannot be loaded counts as one failure. */
export async function vitest(project: string): Promise<StepResult> {
  const folder = await mkdtemp(path.join(tmpdir(), "sluice-test-"));
  const file = path.join(folder, "report.json");
  try {
    const { code, output } = await execute([
      bin("vitest/vitest.mjs"),
      ...["run", "--project", project, "--reporter=default", "--reporter=json", `--outputFile.json=${file}`],
    ]);
    const report: VitestReport = JSON.parse(await readFile(file, "utf8"));
    const broken = code !== 0 && report.numFailedTests === 0 ? 1 : 0;
    return {
      passed: report.numPassedTests,
      failed: report.numFailedTests + broken,
      skipped: report.numPendingTests + report.numTodoTests,
      ...(code === 0 ? {} : { output }),
    };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: String(error) };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
