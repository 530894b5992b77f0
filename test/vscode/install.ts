/**
 * A real VS Code from the npm registry, for machines that cannot reach Microsoft's downloads. The package `code-server`
 * carries a built VS Code in lib/vscode: its workbench runs in a browser, its extension host in Node. Only that folder
 * is kept, its own server is started directly, and nothing is compiled. It lands in .vscode-test/, once.
 */
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");
export const cacheFolder = path.join(root, ".vscode-test");

/** The tarball is pinned by the checksum that the registry publishes; its own shrinkwrap pins everything in it. */
const SERVER = "code-server@4.139.1";
const SERVER_SHA512 = "fUYvJVdz4ZoVJfakGiGWXFMpF8K1ObsrpGvX17ZxNpKOzdNHs7lANT670JTr4ZhA8DnWqyvvmFG/d3HV9Yy6ew==";
const VERSION = "1.139.1";
/** Raise it when the steps below change: older installations are then replaced. */
const RECIPE = "1";

/** Parts that neither the tests nor a look at the examples use. */
const UNUSED_EXTENSIONS = [
  "copilot",
  "microsoft-authentication",
  "github",
  "ms-vscode.js-debug",
  "ms-vscode.js-debug-companion",
  "tunnel-forwarding",
  "grunt",
  "gulp",
  "jake",
  "debug-auto-launch",
  "debug-server-ready",
];
const UNUSED_PACKAGES = [
  "@github/copilot-sdk",
  "@microsoft/mxc-sdk",
  "@devcontainers/cli",
  "@vscode/copilot-api",
  "@vscode/sandbox-runtime",
  "@vscode/sqlite3",
  "@vscode/windows-process-tree",
  "@vscode/windows-registry",
  "kerberos",
  "ssh2",
];

/** Says why the installation cannot be done here, or undefined. */
export function cannotInstall(): string | undefined {
  const platform = `${process.platform}-${process.arch}`;
  return platform === "linux-x64" ? undefined : `the npm build of VS Code runs on linux-x64, this is ${platform}`;
}

/** The folder with the built VS Code; installs it first if it is not there (about 10 s, 300 MB). */
export async function installVscode(say: (text: string) => void): Promise<string> {
  const target = path.join(cacheFolder, `npm-vscode-${VERSION}`);
  const marker = path.join(target, ".recipe");
  if ((await readFile(marker, "utf8").catch(() => "")) === RECIPE) return target;
  const reason = cannotInstall();
  if (reason) throw new Error(reason);
  await mkdir(cacheFolder, { recursive: true });
  // Built beside its place and renamed at the end: an unfinished installation is never seen.
  const work = await mkdtemp(path.join(cacheFolder, ".installing-"));
  try {
    say(`fetching ${SERVER}`);
    await unpack(work);
    const vscode = path.join(work, "vscode");
    await prune(vscode);
    say("installing VS Code's own packages, without scripts");
    await run(
      "npm",
      ["install", "--omit=dev", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"],
      vscode,
    );
    await replaceNatives(path.join(vscode, "node_modules"));
    await run(process.execPath, ["out/server-main.js", "--accept-server-license-terms", "--version"], vscode);
    await writeFile(path.join(work, ".recipe"), RECIPE);
    await rm(target, { recursive: true, force: true });
    await rename(work, target);
    say(`VS Code ${VERSION} is in ${path.relative(root, target)}`);
    return target;
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function unpack(work: string): Promise<void> {
  const name = (await run("npm", ["pack", "--silent", SERVER], work)).trim().split("\n").at(-1) ?? "";
  const tarball = path.join(work, name);
  const sha512 = createHash("sha512")
    .update(await readFile(tarball))
    .digest("base64");
  if (sha512 !== SERVER_SHA512) throw new Error(`${SERVER} has the checksum ${sha512}, which is not the one expected`);
  await run("tar", ["-xzf", name, "--strip-components=2", "package/lib/vscode"], work);
  await rm(tarball);
}

async function prune(vscode: string): Promise<void> {
  const extensions = path.join(vscode, "extensions");
  for (const name of UNUSED_EXTENSIONS) {
    const manifest = await readFile(path.join(extensions, name, "package.json"), "utf8").catch(() => undefined);
    // A list of those with a browser entry is compiled into the workbench, which would miss them.
    if (manifest && !manifest.includes('"browser"')) await rm(path.join(extensions, name), { recursive: true });
  }
  const mermaid = path.join(extensions, "mermaid-markdown-features");
  for (const file of await readdir(mermaid, { recursive: true, withFileTypes: true }).catch(() => [])) {
    if (file.isFile() && !file.name.startsWith("package")) await rm(path.join(file.parentPath, file.name));
  }
  // TypeScript itself is not in the package: its extension would only complain, so it never starts.
  await editJson(path.join(extensions, "typescript-language-features/package.json"), (manifest) => {
    manifest.activationEvents = [];
    manifest.contributes = {};
    delete manifest.browser;
  });
  await editJson(path.join(vscode, "package.json"), (manifest) => {
    const dependencies = manifest.dependencies as Record<string, string>;
    for (const name of UNUSED_PACKAGES) delete dependencies[name];
    delete manifest.devDependencies;
    delete manifest.overrides;
    manifest.allowScripts = {};
  });
}

/** Native modules without a prebuilt binary get a few lines of JavaScript instead of a compiler. */
async function replaceNatives(modules: string): Promise<void> {
  // The log files of VS Code and of extensions' output channels go through spdlog, so it must really write.
  await cp(path.join(import.meta.dirname, "spdlog-in-js.cjs"), path.join(modules, "@vscode/spdlog/index.js"));
  // The watchdog ends an extension host whose parent is gone; VS Code also looks after that itself.
  await writeFile(path.join(modules, "@vscode/native-watchdog/index.js"), "exports.start = () => {};\n");
  for (const folder of ["@vscode/ripgrep-universal/bin", "node-pty/prebuilds"]) {
    for (const platform of await readdir(path.join(modules, folder)).catch(() => [])) {
      if (platform !== "linux-x64") await rm(path.join(modules, folder, platform), { recursive: true, force: true });
    }
  }
}

async function editJson(file: string, edit: (value: Record<string, unknown>) => void): Promise<void> {
  const value = JSON.parse(await readFile(file, "utf8"));
  edit(value);
  await writeFile(file, JSON.stringify(value, null, 1));
}

/** Runs a program to its end; gives what it printed, or throws with it. */
export function run(command: string, args: readonly string[], cwd: string, env = process.env): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd, env, stdio: ["ignore", "pipe", "pipe"] });
    let out = "";
    let err = "";
    child.stdout.on("data", (data) => {
      out += data;
    });
    child.stderr.on("data", (data) => {
      err += data;
    });
    child.once("error", reject);
    child.once("close", (code) => {
      if (code === 0) resolve(out);
      else reject(new Error(`${command} ${args.join(" ")} ended with ${code}\n${out}${err}`));
    });
  });
}
