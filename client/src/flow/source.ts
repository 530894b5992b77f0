/** What a flow is made of: the text of a scenario, template, policy or definition, and the files that it names. */
import type { FlowSource } from "@sluice/engine";
import { Uri, workspace } from "vscode";
import { askServer } from "../panel/ask-server.ts";

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
  const files: Record<string, string | null> = {};
  const uris = new Map([[name, uri]]);
  for (;;) {
    const asked = { name, text, files };
    const answer = await askServer<{ needs: readonly string[]; source: FlowSource | null }>("sluice/flowSource", asked);
    const { needs = [], source = null } = answer ?? {};
    if (needs.length === 0) return source === null ? undefined : { source, uris };
    for (const file of needs) {
      const beside = besideOf(uri, file);
      uris.set(file, beside);
      files[file] = (await readText(beside)) ?? null;
    }
  }
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
