/** Reads a scenario, or what is simulated by itself, with the files that it names, for a job. */
import path from "node:path";
import { filesOf, languageOf, parseText, recognize, scenarioOf } from "@sluice/engine";
import { UnreadableError } from "./failure.ts";
import { readText } from "./files.ts";
import type { ScenarioJob } from "./scenario-job.ts";

export type ReadJob = Pick<ScenarioJob, "name" | "text" | "isScenario" | "files">;

/** Throws UnreadableError where the file is nothing that can be simulated. */
export async function readScenarioJob(cwd: string, name: string): Promise<ReadJob> {
  const text = await readText(cwd, name);
  const kind = recognize({ text, uri: name })?.kind;
  if (kind === undefined) {
    throw new UnreadableError(
      `${name} is no scenario, template, state machine or policy: there is nothing to simulate`,
    );
  }
  const isScenario = kind === "scenario";
  return { name, text, isScenario, files: isScenario ? await filesNamed(cwd, name, text) : new Map() };
}

/** Those that cannot be read are missing; the scenario's own check says so at the right place. */
async function filesNamed(cwd: string, name: string, text: string): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  const { scenario } = scenarioOf(parseText(text, languageOf(text, name)));
  for (const file of filesOf(scenario)) {
    const place = path.posix.isAbsolute(file) ? file : path.posix.join(path.posix.dirname(name), file);
    const found = await readText(cwd, place).catch(() => undefined);
    if (found !== undefined) files.set(file, found);
  }
  return files;
}
