/**
 * npm test: everything that must hold, in one command. Prints a table and, as its last line, the sums. What this machine
 * cannot run is skipped, with the reason and the command that mends it; only failures make the exit code 1.
 *
 * npm test -- types unit    only the steps whose names begin with one of these
 */
import { existsSync } from "node:fs";
import path from "node:path";
import { conformance } from "./conformance-step.ts";
import { bin, command, root, type Step, type StepResult, skip, vitest } from "./steps.ts";
import { findChromium, INSTALL_CHROMIUM } from "./vscode/browser.ts";
import { cannotInstall } from "./vscode/install.ts";
import { type Host, packageVsix, vsixFile } from "./vscode/suites.ts";
import { suiteStep } from "./vscode-step.ts";

const NO_CHROMIUM = "there is no Chromium on this machine";

/**
 * One after another: browsers and extension hosts work more than they wait, and two of them at once on two cores are no
 * quicker, but miss what a person would see in time.
 */
const steps: readonly Step[] = [
  { name: "types", run: () => command(bin("typescript/bin/tsc"), "-b") },
  { name: "lint", run: () => command(bin("@biomejs/biome/bin/biome"), "ci", "--colors=off") },
  { name: "structure", run: () => vitest("structure") },
  { name: "generated files are fresh", run: () => command("schemas/generate.ts", "--check") },
  { name: "unit and property tests", run: () => vitest("unit") },
  { name: "conformance", run: conformance },
  { name: "bundles", run: () => command("esbuild.mjs", "--tests") },
  { name: "bundles as others use them", run: () => vitest("bundles") },
  { name: "language server over stdio", run: () => vitest("lsp") },
  { name: "panel in Chromium", run: () => inChromium(() => vitest("panel")) },
  { name: "VS Code, web extension host", run: () => suite("web") },
  { name: "package (.vsix)", run: packageStep },
  // From the folder (`npm run test:vscode -- desktop`) is the same once more, and a minute that nobody needs.
  { name: "VS Code, Node extension host, installed from the .vsix", run: () => suite("vsix") },
  { name: "VS Code as a person uses it", run: () => person("test/vscode/ui-test.ts", "--built") },
  { name: "VS Code by mouse, and by keyboard alone", run: () => person("test/vscode/all-walks.ts") },
];

async function inChromium(run: () => Promise<StepResult>): Promise<StepResult> {
  return findChromium() ? run() : skip(NO_CHROMIUM, INSTALL_CHROMIUM);
}

async function suite(host: Host): Promise<StepResult> {
  const needed = host === "vsix" ? vsixFile : path.join(root, "out/test-vscode/index.js");
  if (!existsSync(needed)) return skip(`${path.relative(root, needed)} was not built`, "npm run build");
  return suiteStep(host);
}

async function person(...script: readonly string[]): Promise<StepResult> {
  const cannot = cannotInstall();
  if (cannot) return skip(cannot, "npm run test:ui on linux-x64");
  if (!existsSync(vsixFile)) return skip(`${path.relative(root, vsixFile)} was not built`, "npm run package");
  return inChromium(() => command(...script));
}

async function packageStep(): Promise<StepResult> {
  try {
    const bytes = await packageVsix();
    return { passed: 1, failed: 0, skipped: 0, note: `${(bytes / 1024).toFixed(0)} kB` };
  } catch (error) {
    return { passed: 0, failed: 1, skipped: 0, output: String(error) };
  }
}

const wanted = process.argv.slice(2).map((name) => name.toLowerCase());
const chosen = steps.filter(
  ({ name }) => wanted.length === 0 || wanted.some((prefix) => name.toLowerCase().startsWith(prefix)),
);
if (chosen.length === 0) {
  console.error(
    `no step begins with ${wanted.join(" or ")}; there are:\n${steps.map(({ name }) => `  ${name}`).join("\n")}`,
  );
  process.exit(2);
}

const rows: string[] = [];
const mends = new Set<string>();
const sums = { passed: 0, failed: 0, skipped: 0 };
const begunMs = performance.now();
for (const step of chosen) {
  console.log(`\u25B8 ${step.name}`);
  const startedMs = performance.now();
  const result = await step.run();
  const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
  sums.passed += result.passed;
  sums.failed += result.failed;
  sums.skipped += result.skipped;
  if (result.failed > 0 && result.output) console.log(result.output);
  const mark = result.failed > 0 ? "\u2717" : result.passed > 0 ? "\u2713" : "-";
  const numbers = [result.passed, result.failed, result.skipped].map((number) => String(number).padStart(8)).join("");
  rows.push(`${mark} ${step.name.padEnd(36)}${numbers}${`${seconds} s`.padStart(10)}  ${result.note ?? ""}`.trimEnd());
  console.log(rows.at(-1));
  if (result.mend) mends.add(`  ${step.name} was skipped: ${result.note}. To mend it: ${result.mend}`);
}

console.log(`\n  ${"".padEnd(36)}${"passed".padStart(8)}${"failed".padStart(8)}${"skipped".padStart(8)}`);
console.log(rows.join("\n"));
if (mends.size > 0) console.log(`\n${[...mends].join("\n")}`);
console.log(`\nin ${((performance.now() - begunMs) / 1000).toFixed(0)} s`);
console.log(`${sums.passed} passed, ${sums.failed} failed, ${sums.skipped} skipped`);
process.exit(sums.failed > 0 ? 1 : 0);
