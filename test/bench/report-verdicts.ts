/** What the tools say about the public cases, side by side, as the report prints it. */
import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import type { Verdicts } from "./verdicts.ts";

const VERDICTS = join(import.meta.dirname, "verdicts.ts");
const CASES = join(import.meta.dirname, "../../../shared/conformance");
const LINT = join(CASES, "lint/cases.jsonl");
const ACCEPTED = join(CASES, "asl/accepted.jsonl");

export async function reportVerdicts(tools: readonly string[]): Promise<Readonly<Record<string, Verdicts>>> {
  const results: Record<string, Verdicts> = {};
  if (![LINT, ACCEPTED].every((path) => existsSync(path))) {
    console.log("\nNo verdicts on the public cases: ../shared/conformance is missing.");
    return results;
  }
  console.log("\nVerdicts on the public cases; whatever is reported counts as caught, an error as a wrong flag.");
  for (const who of tools) {
    const { stdout } = await promisify(execFile)(process.execPath, [VERDICTS, who, LINT, ACCEPTED]);
    const verdicts = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Verdicts;
    results[who] = verdicts;
    const { errorsCaught, warningsCaught, goodFlagged, acceptedFlagged } = verdicts;
    console.log(
      `${who.padEnd(16)} caught ${errorsCaught.join("/")} errors, ${warningsCaught.join("/")} warnings; wrongly flagged ` +
        `${goodFlagged.join("/")} good ones, ${acceptedFlagged.join("/")} definitions that AWS accepted`,
    );
  }
  return results;
}
