/** What a flow is made of: the text of a scenario, template, policy or definition, and the files that it names. */
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
import { Uri, workspace } from "vscode";

export interface ReadSource {
  readonly source: FlowSource;
  /** Addresses of the files, by the names that the source has for them; its own name among them. */
  readonly uris: ReadonlyMap<string, Uri>;
}

/** Undefined: there is nothing in the file that could be simulated. */
export async function readSource(uri: Uri): Promise<ReadSource | undefined> {
  const text = await readText(uri);
  if (text === undefined) return undefined;
  const name = nameOf(uri);
  const files = new Map<string, string>();
  const uris = new Map([[name, uri]]);
  const read = async (names: readonly string[]): Promise<void> => {
    for (const file of names) {
      const beside = besideOf(uri, file);
      const found = await readText(beside);
      uris.set(file, beside);
      if (found !== undefined) files.set(file, found);
    }
  };
  if (isScenarioName(name)) {
    const { scenario } = scenarioOf(parseText(text, languageOf(text, name)));
    await read(filesOf(scenario));
    const { file = "" } = scenario.simulate ?? {};
    const subject = files.get(file);
    if (subject !== undefined) await read(filesOfSubject(subject, file));
  } else await read(filesOfSubject(text, name));
  const source = flowSource(name, text, Object.fromEntries(files));
  return source && { source, uris };
}

/** As an open editor has it, or else as the file has it. */
async function readText(uri: Uri): Promise<string | undefined> {
  const open = workspace.textDocuments.find((document) => document.uri.toString() === uri.toString());
  if (open) return open.getText();
  try {
    return new TextDecoder().decode(await workspace.fs.readFile(uri));
  } catch {
    return undefined; // no such file: the scenario's own check says so
  }
}

export function nameOf(uri: Uri): string {
  return uri.path.slice(uri.path.lastIndexOf("/") + 1);
}

function besideOf(uri: Uri, file: string): Uri {
  return file.startsWith("/") ? uri.with({ path: file }) : Uri.joinPath(uri, "..", file);
}
