/**
 * Runs every case file that it knows by name below the given directories and says how many of its cases the engine
 * answers as AWS did. `npm run -s conformance -- [dir...] [--json] [--verbose] [--check]`
 *
 * Without directories, it also says of how many real templates in ../shared/corpus everything is simulated.
 *
 * --json     one last line {"<file>": {"<level>": [passed, total]}}
 * --verbose  names the cases that failed, and why
 * --check    exit 1 where a level has fallen below thresholds.json
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { Worker } from "node:worker_threads";
import { CASE_FILES } from "./case-files.ts";
import type { Case, CaseFile, Verdict } from "./cases.ts";
import { CORPUS, coverageOf, coverageText } from "./template-coverage.ts";

const DEFAULT_DIRECTORY = resolve(import.meta.dirname, "../../../shared/conformance");
const THRESHOLDS = join(import.meta.dirname, "thresholds.json");
/** For one case, milliseconds. The slowest takes a few hundred. */
const LIMIT_MS = 10_000;

/** Level to [passed, total]. */
type Score = Record<string, [passed: number, total: number]>;

interface FileReport {
  readonly score: Score;
  readonly failures: string[];
  readonly leftOut: Map<string, number>;
}

type Answer = Verdict | { readonly crash: string };

/** A worker that is replaced when a case hangs it. */
class Judge {
  private worker: Worker | undefined;

  /** Undefined where the case did not end in time. */
  async ask(file: string, line: string): Promise<Answer | undefined> {
    const worker = await this.start();
    return new Promise((done) => {
      const finish = (answer: Answer | undefined): void => {
        clearTimeout(timer);
        worker.off("message", finish);
        worker.off("error", ended);
        if (answer === undefined) void this.stop();
        done(answer);
      };
      const ended = (error: Error): void => {
        this.worker = undefined;
        finish({ crash: `the worker ended: ${error.message}` });
      };
      const timer = setTimeout(() => finish(undefined), LIMIT_MS);
      worker.once("message", finish);
      worker.once("error", ended);
      worker.postMessage({ file, line });
    });
  }

  async stop(): Promise<void> {
    const worker = this.worker;
    this.worker = undefined;
    await worker?.terminate();
  }

  private start(): Promise<Worker> {
    const running = this.worker;
    if (running !== undefined) return Promise.resolve(running);
    const worker = new Worker(new URL("./worker.ts", import.meta.url));
    this.worker = worker;
    return new Promise((ready, fail) => {
      worker.once("error", fail);
      worker.once("message", () => {
        worker.off("error", fail);
        ready(worker);
      });
    });
  }
}

function caseFilesBelow(directory: string): string[] {
  if (statSync(directory).isFile()) return basename(directory) in CASE_FILES ? [directory] : [];
  const entries = readdirSync(directory, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name in CASE_FILES)
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}

function count(report: FileReport, level: string, passed: boolean): void {
  const score = report.score[level] ?? [0, 0];
  report.score[level] = [score[0] + (passed ? 1 : 0), score[1] + 1];
}

async function judgeFile(path: string, judge: Judge, report: FileReport): Promise<void> {
  const file = basename(path);
  const { levels: levelsOf } = CASE_FILES[file] as CaseFile;
  const lines = readFileSync(path, "utf8")
    .split("\n")
    .filter((line) => line.trim() !== "");
  for (const line of lines) {
    const row = JSON.parse(line) as Case;
    const answer = await judge.ask(file, line);
    if (answer !== undefined && "leftOut" in answer && answer.leftOut !== undefined) {
      report.leftOut.set(answer.leftOut, (report.leftOut.get(answer.leftOut) ?? 0) + 1);
      for (const [level, passed] of Object.entries(answer.levels)) count(report, level, passed);
      continue;
    }
    const verdict: Verdict =
      answer !== undefined && "levels" in answer
        ? answer
        : {
            levels: {},
            why: answer === undefined ? `no answer within ${LIMIT_MS / 1000} s` : `threw: ${answer.crash}`,
          };
    const levels = levelsOf(row);
    for (const level of levels) count(report, level, verdict.levels[level] === true);
    if (!levels.every((level) => verdict.levels[level] === true)) {
      report.failures.push(`${row.id}: ${verdict.why ?? "?"}`);
    }
  }
}

function printReport(file: string, report: FileReport, verbose: boolean): void {
  const levels = Object.entries(report.score).map(([level, [passed, total]]) => {
    const share = total === 0 ? 100 : (100 * passed) / total;
    return `${level} ${passed}/${total} (${share.toFixed(1)} %)`;
  });
  console.log(`${file.padEnd(28)} ${levels.join("  ") || "nothing counted"}`);
  for (const [reason, cases] of report.leftOut) console.log(`  ${cases} left out: ${reason}`);
  if (verbose) for (const failure of report.failures) console.log(`  failed ${failure.replaceAll("\n", "\\n")}`);
}

/** Shares that every level must reach, by file. */
function belowThresholds(reports: ReadonlyMap<string, FileReport>): string[] {
  const thresholds = JSON.parse(readFileSync(THRESHOLDS, "utf8")) as Record<string, Record<string, number>>;
  return Object.entries(thresholds).flatMap(([file, levels]) =>
    Object.entries(levels).flatMap(([level, least]) => {
      const [passed, total] = reports.get(file)?.score[level] ?? [0, 0];
      return total > 0 && passed / total < least
        ? [`${file} ${level}: ${passed}/${total}, at least ${least} wanted`]
        : [];
    }),
  );
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { json: { type: "boolean" }, verbose: { type: "boolean" }, check: { type: "boolean" } },
  });
  const directories = positionals.length > 0 ? positionals : [DEFAULT_DIRECTORY];
  const missing = directories.filter((directory) => !existsSync(directory));
  if (missing.length > 0 && positionals.length > 0) {
    console.error(`conformance: no such directory: ${missing.join(", ")}`);
    return 2;
  }
  if (missing.length > 0) {
    console.log("conformance: skipped, ../shared/conformance is not there; name a directory of case files to run them");
    if (values.json === true) console.log("{}");
    return 0;
  }
  const reports = new Map<string, FileReport>();
  const judge = new Judge();
  for (const path of new Set(directories.flatMap(caseFilesBelow))) {
    const file = basename(path);
    const report = reports.get(file) ?? { score: {}, failures: [], leftOut: new Map() };
    reports.set(file, report);
    try {
      await judgeFile(path, judge, report);
    } catch (error) {
      // A running worker would keep the process alive.
      await judge.stop();
      throw new Error(`${path}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  await judge.stop();
  for (const [file, report] of reports) printReport(file, report, values.verbose === true);
  if (positionals.length === 0 && existsSync(CORPUS)) console.log(coverageText(coverageOf(CORPUS)));
  const fallen = values.check === true ? belowThresholds(reports) : [];
  for (const line of fallen) console.log(`below its threshold: ${line}`);
  const scores = Object.fromEntries([...reports].map(([file, report]) => [file, report.score]));
  if (values.json === true) console.log(JSON.stringify(scores));
  return fallen.length > 0 ? 1 : 0;
}

try {
  process.exitCode = await main();
} catch (error) {
  console.error(`conformance: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
