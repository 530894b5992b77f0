/** What the panel of flows and the Test Explorer ask of a file: what it is simulated with, and the tests in a scenario. */
import {
  type FlowSource,
  filesOf,
  filesOfSubject,
  flowSource,
  isScenarioName,
  languageOf,
  parseText,
  scenarioOf,
} from "@sluice/engine";
import type { Connection } from "vscode-languageserver";

interface Asked {
  readonly name: string;
  readonly text: string;
  /** Those that have been read so far; null: there is no such file. */
  readonly files: Readonly<Record<string, string | null>>;
}

interface Answered {
  /** Files to be read first. */
  readonly needs: readonly string[];
  readonly source: FlowSource | null;
}

export function registerFlows(connection: Connection): void {
  connection.onRequest("sluice/flowSource", ({ name, text, files }: Asked): Answered => {
    const needs = neededBy(name, text, files).filter((file) => files[file] === undefined);
    if (needs.length > 0) return { needs, source: null };
    const found = Object.entries(files).filter((entry): entry is [string, string] => entry[1] !== null);
    return { needs, source: flowSource(name, text, Object.fromEntries(found)) ?? null };
  });
  connection.onRequest("sluice/scenarioTests", ({ name, text }: Pick<Asked, "name" | "text">) => {
    const { scenario } = scenarioOf(parseText(text, languageOf(text, name)));
    return [...scenario.expect, ...scenario.cases].map(({ name: title, node: { start, end } }) => ({
      title,
      start,
      end,
    }));
  });
}

function neededBy(name: string, text: string, files: Asked["files"]): readonly string[] {
  if (!isScenarioName(name)) return filesOfSubject(text, name);
  const { scenario } = scenarioOf(parseText(text, languageOf(text, name)));
  const { file = "" } = scenario.simulate ?? {};
  const subject = files[file];
  return [...filesOf(scenario), ...(typeof subject === "string" ? filesOfSubject(subject, file) : [])];
}
