/**
 * The mocha suite in a real VS Code, three times: in the Node extension host, in the web extension host, and from the
 * packaged .vsix. All go through @vscode/test-electron's `runTests`, whichever VS Code there is.
 */
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { stat } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { resolveCliArgsFromVSCodeExecutablePath, runTests } from "@vscode/test-electron";
import { type FoundVscode, findVscode } from "./find-vscode.ts";
import { root, run } from "./install.ts";

export type Host = "desktop" | "web" | "vsix";

export const vsixFile = path.join(root, "dist/sluice.vsix");

const tests = path.join(root, "out/test-vscode");
const workspace = path.join(import.meta.dirname, "workspace");

export interface SuiteOutcome {
  readonly status: "passed" | "failed" | "skipped";
  readonly detail: string;
  readonly mend?: string;
}

let found: Promise<FoundVscode> | undefined;

/** Runs the suite in one host; expects the bundles (with --tests) or, for "vsix", the package to be there. */
export async function runSuite(host: Host): Promise<SuiteOutcome> {
  found ??= findVscode();
  const vscode = await found;
  if (vscode.kind === "none") return { status: "skipped", detail: vscode.why, mend: vscode.mend };
  // A copy: VS Code in a browser saves by itself what a test leaves unsaved for a second.
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-suite-"));
  cpSync(workspace, folder, { recursive: true });
  const launchArgs = [folder];
  if (host === "web") launchArgs.push("--extensionDevelopmentKind=web");
  if (host === "vsix") {
    if (vscode.kind === "npm") launchArgs.push(`--install-extension=${vsixFile}`);
    else await installDesktop(vscode.executable);
  }
  try {
    await runTests({
      vscodeExecutablePath: vscode.executable,
      // From the package the extension comes installed: VS Code still wants one under development to run tests for.
      extensionDevelopmentPath: host === "vsix" ? path.join(import.meta.dirname, "suite") : root,
      extensionTestsPath: path.join(tests, host === "web" ? "index-web" : "index"),
      launchArgs,
    });
    return { status: "passed", detail: vscode.why };
  } catch (error) {
    return { status: "failed", detail: error instanceof Error ? error.message : String(error) };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function installDesktop(executable: string): Promise<void> {
  const [cli = executable, ...args] = resolveCliArgsFromVSCodeExecutablePath(executable);
  await run(cli, [...args, "--install-extension", vsixFile, "--force"], root);
}

/** Makes the package from minified bundles; gives its size in bytes. */
export async function packageVsix(): Promise<number> {
  mkdirSync(path.dirname(vsixFile), { recursive: true });
  await run(process.execPath, ["esbuild.mjs", "--minify"], root);
  const vsce = path.join(root, "node_modules/@vscode/vsce/vsce");
  await run(
    process.execPath,
    [
      vsce,
      "package",
      "--no-dependencies",
      "--allow-missing-repository",
      "--no-rewrite-relative-links",
      "--out",
      vsixFile,
    ],
    root,
  );
  return (await stat(vsixFile)).size;
}
