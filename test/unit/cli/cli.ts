/** Runs the command line in this process, in a folder of its own. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach } from "vitest";
import { runCli } from "../../../server/src/cli/cli.ts";
import { cliThread } from "../../cli-thread.ts";

export interface CliResult {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

export interface CliOptions {
  /** Files of the folder that the command runs in. */
  readonly files?: Readonly<Record<string, string | Uint8Array>>;
  readonly cwd?: string;
  readonly input?: string;
  readonly color?: boolean;
}

const folders: string[] = [];
afterEach(() => {
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

export async function sluice(argv: readonly string[], options: CliOptions = {}): Promise<CliResult> {
  let [out, err] = ["", ""];
  const code = await runCli(argv, {
    cwd: options.cwd ?? folderWith(options.files ?? {}),
    color: options.color ?? false,
    columns: 100,
    workerUrl: await cliThread(),
    write: (text) => {
      out += text;
    },
    error: (text) => {
      err += text;
    },
    readInput: () => Promise.resolve(new TextEncoder().encode(options.input ?? "")),
  });
  return { code, out, err };
}

function folderWith(files: Readonly<Record<string, string | Uint8Array>>): string {
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-"));
  folders.push(folder);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), content);
  }
  return folder;
}
