/** Reads a scenario, or what is simulated by itself, with the files that it names, for a job. */
import path from "node:path";
import { filesOf, filesOfSubject, languageOf, parseText, recognize, scenarioOf } from "@sluice/engine";
import { UnreadableError } from "./failure.ts";
import { readText } from "./files.ts";
import type { ScenarioJob } from "./scenario-job.ts";

export type ReadJob = Pick<ScenarioJob, "name" | "text" | "isScenario" | "folder" | "files">;

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
  return {
    name,
    text,
    isScenario,
    folder: path.dirname(path.resolve(cwd, name)),
    files: await (isScenario ? filesNamed(cwd, name, text) : filesOfOne(cwd, name, text)),
  };
}

/** What is simulated with a file that is no scenario. */
async function filesOfOne(cwd: string, name: string, text: string): Promise<ReadonlyMap<string, string>> {
  return new Map(await readAll(cwd, filesOfSubject(text, name), (file) => file));
}

/** Those that cannot be read are missing; the scenario's own check says so at the right place. */
async function filesNamed(cwd: string, name: string, text: string): Promise<ReadonlyMap<string, string>> {
  const { scenario } = scenarioOf(parseText(text, languageOf(text, name)));
  const placeOf = (file: string): string =>
    path.posix.isAbsolute(file) ? file : path.posix.join(path.posix.dirname(name), file);
  const files = new Map(await readAll(cwd, filesOf(scenario), placeOf));
  const { file = "" } = scenario.simulate ?? {};
  const subject = files.get(file);
  if (subject === undefined) return files;
  return new Map([...files, ...(await readAll(cwd, filesOfSubject(subject, file), placeOf))]);
}

async function readAll(
  cwd: string,
  files: readonly string[],
  placeOf: (file: string) => string,
): Promise<readonly (readonly [string, string])[]> {
  const read = files.map(async (file): Promise<readonly [string, string] | undefined> => {
    const text = await readText(cwd, placeOf(file)).catch(() => undefined);
    return text === undefined ? undefined : [file, text];
  });
  return (await Promise.all(read)).filter((each) => each !== undefined);
}
