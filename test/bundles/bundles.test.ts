/** What `npm run build` leaves in dist/, as others use it. Run after a build. */
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { isBuiltin } from "node:module";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { transform } from "esbuild";
import { expect, test } from "vitest";

const root = path.resolve(import.meta.dirname, "../..");
const dist = (file: string): string => path.join(root, "dist", file);

test("dist/engine.js is a module with the façade", async () => {
  const engine = await import(dist("engine.js"));
  for (const name of ["check", "validateDefinition", "variableReferences", "run"]) {
    expect(typeof engine[name], name).toBe("function");
  }
  expect(engine.check('{ "StartAt": "A", "States": { "A": { "Type": "Succeed" } } }', {})).toEqual([]);
});

test("dist/engine.d.ts gives a consumer's compiler its types", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "sluice-consumer-"));
  try {
    const code = [
      `import { check, type Problem } from ${JSON.stringify(dist("engine.js"))};`,
      'export const problems: readonly Problem[] = check("{}", {});',
      "// @ts-expect-error: a text is wanted",
      "check(5);",
    ];
    writeFileSync(path.join(folder, "use.mts"), code.join("\n"));
    const tsc = path.join(root, "node_modules/typescript/bin/tsc");
    const options = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "--target", "es2023", "use.mts"];
    const { stdout, status } = spawnSync(process.execPath, [tsc, ...options], { cwd: folder, encoding: "utf8" });
    expect({ stdout, status }).toEqual({ stdout: "", status: 0 });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

test("dist/cli.js runs by itself", () => {
  const version = JSON.parse(readFileSync(path.join(root, "package.json"), "utf8")).version;
  expect(execFileSync(dist("cli.js"), ["--version"], { encoding: "utf8" })).toContain(version);
});

test("dist/server.js runs by itself and answers over stdio", async () => {
  const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params: { capabilities: {} } });
  const server = spawn(dist("server.js"), ["--stdio"]);
  try {
    const answer = new Promise<string>((resolve, reject) => {
      server.once("error", reject);
      server.stdout.once("data", (chunk: Buffer) => resolve(chunk.toString()));
    });
    server.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
    expect(await answer).toContain("Content-Length");
  } finally {
    server.kill();
  }
});

const VIEWS = ["machine", "filter", "redrive", "flow"];
const SCRIPTS = [...VIEWS, "machine-worker", "flow-worker", "engine"].map((name) => `webview/${name}.js`);

test.each(["web/extension.js", "web/server.js", ...SCRIPTS, "engine.js"])(
  "dist/%s asks for nothing that only Node has",
  (file) => {
    const required = [...readFileSync(dist(file), "utf8").matchAll(/\brequire\("([^"]+)"\)/g)].map(([, name]) => name);
    expect(required.filter((name) => name && isBuiltin(name))).toEqual([]);
    expect(readFileSync(dist(file), "utf8")).not.toMatch(/\bfrom\s*"node:/);
  },
);

/** What a file weighs in the package: minified and compressed, kB. */
async function packedKilobytes(file: string): Promise<number> {
  const loader = file.endsWith(".css") ? "css" : "js";
  const { code } = await transform(readFileSync(dist(file), "utf8"), { loader, minify: true, legalComments: "none" });
  return gzipSync(code, { level: 9 }).length / 1024;
}

/** A script with those that it imports before it runs; what is imported while it runs is read later. */
function loadedBy(file: string, known = new Set<string>()): ReadonlySet<string> {
  if (known.has(file)) return known;
  known.add(file);
  const imports = readFileSync(dist(file), "utf8").matchAll(/^(?:import|export)\b[^"()]*"(\.[^"]+)";$/gm);
  for (const [, imported = ""] of imports) loadedBy(path.posix.join(path.posix.dirname(file), imported), known);
  return known;
}

test.each(VIEWS)("what is loaded before the %s view is drawn stays small", async (view) => {
  const worker = view === "machine" ? ["webview/machine-worker.js"] : [];
  const files = [...loadedBy(`webview/${view}.js`), `webview/${view}.css`, ...worker];
  const sizes = await Promise.all(files.map(packedKilobytes));
  const total = sizes.reduce((sum, size) => sum + size, 0);
  console.log(`${view}: ${total.toFixed(1)} kB gz in ${files.length} files`);
  expect(files.length).toBeGreaterThan(2);
  expect(total).toBeLessThan(150);
});
