/** The scenario file beside a definition: `order.scenario.yaml` or `.json`, or what a new one begins with. */
import { Uri, workspace } from "vscode";
import { type Beside, fileName } from "./siblings.ts";

export interface ScenarioFile {
  readonly uri: Uri;
  readonly text: string;
}

export async function findScenario({ uri, stem }: Beside): Promise<ScenarioFile | undefined> {
  for (const ending of ["yaml", "yml", "json"]) {
    const file = Uri.joinPath(uri, "..", `${stem}.scenario.${ending}`);
    try {
      return { uri: file, text: (await workspace.openTextDocument(file)).getText() };
    } catch {
      // not there: the next one may be
    }
  }
  return undefined;
}

export function newScenario({ uri, stem }: Beside): ScenarioFile {
  const text = `simulate: ${JSON.stringify(fileName(uri))}\n`;
  return { uri: Uri.joinPath(uri, "..", `${stem}.scenario.yaml`), text };
}
