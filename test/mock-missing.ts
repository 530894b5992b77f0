/**
 * `sluice run --mock-missing` over real definitions: those of ../shared/corpus/asl that have a Task and that the linter
 * finds no error in, 100 of them by default. `node test/mock-missing.ts [--all] [--verbose]`
 *
 * Every one must come to an end without a crash. Exit 1 where one does not; how many succeed, and why the others fail, is
 * printed.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { check, languageOf, openDocument } from "@sluice/engine";
import { runCli } from "../server/src/cli/cli.ts";
import { cliThread } from "./cli-thread.ts";

const CORPUS = resolve(import.meta.dirname, "../../shared/corpus/asl");
const COUNT = 100;

interface Ended {
  readonly file: string;
  /** "SUCCEEDED", or the status with its error. */
  readonly how: string;
  readonly cause: string;
  readonly crashed: boolean;
}

function definitions(all: boolean): string[] {
  const found = readdirSync(CORPUS)
    .sort()
    .filter((file) => {
      const text = readFileSync(join(CORPUS, file), "utf8");
      const language = languageOf(text, file);
      const { machine } = openDocument("asl", text, language);
      const hasTask = machine?.states.some(({ type }) => type === "Task") === true;
      return hasTask && !check(text, { language }).some(({ severity }) => severity === "error");
    });
  return all ? found : found.slice(0, COUNT);
}

async function runOne(file: string): Promise<Ended> {
  let [out, err] = ["", ""];
  try {
    await runCli(["run", file, "--mock-missing", "--format", "json"], {
      cwd: CORPUS,
      color: false,
      columns: 100,
      workerUrl: await cliThread(),
      write: (text) => {
        out += text;
      },
      error: (text) => {
        err += text;
      },
      readInput: () => Promise.resolve(new Uint8Array()),
    });
    const { status, error, cause } = JSON.parse(out) as { status: string; error?: string; cause?: string };
    const how = status === "FAILED" ? `FAILED with ${error ?? "no error name"}` : status;
    return { file, how, cause: cause ?? "", crashed: false };
  } catch (thrown) {
    const cause = `${thrown instanceof Error ? thrown.message : String(thrown)} ${err.split("\n")[0] ?? ""}`;
    return { file, how: "no result", cause, crashed: true };
  }
}

async function main(): Promise<number> {
  const { values } = parseArgs({ options: { all: { type: "boolean" }, verbose: { type: "boolean" } } });
  if (!existsSync(CORPUS)) {
    console.log("mock-missing: skipped, ../shared/corpus/asl is not there");
    return 0;
  }
  const counts = new Map<string, number>();
  let crashes = 0;
  for (const file of definitions(values.all === true)) {
    const ended = await runOne(file);
    counts.set(ended.how, (counts.get(ended.how) ?? 0) + 1);
    if (ended.crashed) crashes += 1;
    if (ended.crashed || (values.verbose === true && ended.how !== "SUCCEEDED")) {
      console.log(`${ended.file}: ${ended.how}: ${ended.cause.slice(0, 300)}`);
    }
  }
  for (const [how, count] of [...counts].sort((a, b) => b[1] - a[1]))
    console.log(`${String(count).padStart(4)} ${how}`);
  return crashes > 0 ? 1 : 0;
}

process.exitCode = await main();
