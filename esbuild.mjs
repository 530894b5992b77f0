// @ts-check
/**
 * Makes every bundle in dist/: node esbuild.mjs [--watch] [--minify] [--tests]
 *
 * --watch   rebuilds on every change, type declarations included (npm run dev)
 * --minify  for the package: minified, no source maps
 * --tests   the suites that run inside VS Code's extension hosts as well, into out/test-vscode
 */
import { spawn } from "node:child_process";
import { chmod, cp, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as esbuild from "esbuild";

const root = path.dirname(fileURLToPath(import.meta.url));
const flags = new Set(process.argv.slice(2));
for (const flag of flags) {
  if (!["--watch", "--minify", "--tests"].includes(flag)) {
    console.error(`esbuild.mjs: unknown flag ${flag}\nusage: node esbuild.mjs [--watch] [--minify] [--tests]`);
    process.exit(2);
  }
}
const watch = flags.has("--watch");
const minify = flags.has("--minify");

/** @type {esbuild.BuildOptions} */
const common = {
  absWorkingDir: root,
  bundle: true,
  minify,
  sourcemap: minify ? false : "linked",
  metafile: true,
  logLevel: "warning",
  legalComments: "none",
  define: { "process.env.NODE_ENV": minify ? '"production"' : '"development"' },
  // Its Node build brings node:vm, which nothing here may use: the same browser build runs everywhere.
  alias: { "jsonpath-plus": path.join(root, "node_modules/jsonpath-plus/dist/index-browser-esm.js") },
};

/**
 * Node 20 is what VS Code 1.96 carries. The packages' `module` builds come first: some `main` builds are UMD, whose
 * `require` esbuild cannot follow. A bundle has no `import.meta.url` in CommonJS, so it is given its own address.
 * @type {esbuild.BuildOptions}
 */
const node = {
  ...common,
  platform: "node",
  format: "cjs",
  target: "node20",
  mainFields: ["module", "main"],
  define: { ...common.define, "import.meta.url": "importMetaUrl" },
  banner: { js: 'const importMetaUrl = require("node:url").pathToFileURL(__filename).href;' },
};

/**
 * The language server of Node, that of browsers and the flow's worker are of one engine, which is a script of its own: the
 * package has it once.
 * @type {esbuild.Plugin}
 */
const sharedEngine = {
  name: "shared-engine",
  setup({ onResolve, onLoad }) {
    onResolve({ filter: /^@sluice\/engine$/ }, () => ({ path: "engine", namespace: "shared-engine" }));
    onLoad({ filter: /.*/, namespace: "shared-engine" }, () => ({
      contents: "module.exports = globalThis.sluiceEngine;",
    }));
  },
};

/** Can be started by its name. @type {esbuild.BuildOptions} */
const program = { ...node, banner: { js: `#!/usr/bin/env node\n${node.banner?.js}` } };

/** @type {esbuild.BuildOptions} */
const browser = {
  ...common,
  platform: "browser",
  target: "es2023",
  format: "iife",
  mainFields: ["browser", "module", "main"],
};

/**
 * An icon is only what it draws: the rest of its file is the same in all of them, and finer than a hundredth of a pixel
 * nobody sees. @type {esbuild.Plugin}
 */
const icons = {
  name: "icons",
  setup({ onLoad }) {
    onLoad({ filter: /\.svg$/ }, async (file) => {
      const svg = await readFile(file.path, "utf8");
      const paths = Array.from(svg.matchAll(/ d="([^"]+)"/g), ([, path = ""]) =>
        path.replace(/\d+\.\d{3,}/g, (number) => String(Number(Number(number).toFixed(2)))),
      );
      return { contents: JSON.stringify(paths), loader: "json" };
    });
  },
};

/**
 * Imports of the engine's façade become imports of the files behind it: through the façade every part of the panel
 * would reach all that any part uses, and nothing of that could be left to be read later. @type {esbuild.Plugin}
 */
const throughFacade = {
  name: "through-facade",
  async setup({ onLoad }) {
    const facade = await readFile(path.join(root, "engine/src/index.ts"), "utf8");
    /** @type {Map<string, string>} name: the file that exports it */
    const files = new Map();
    for (const [, names = "", file = ""] of facade.matchAll(/^export \{([^}]*)\} from "\.\/([^"]+)";/gm)) {
      for (const name of names.split(",")) files.set(name.trim(), path.join(root, "engine/src", file));
    }
    onLoad({ filter: /client[\\/]webview[\\/]src[\\/].*\.tsx?$/ }, async (file) => {
      const text = await readFile(file.path, "utf8");
      const contents = text.replace(/import \{([^}]*)\} from "@sluice\/engine";/g, (_, /** @type {string} */ names) =>
        names
          .split(",")
          .map((name) => name.trim())
          .filter((name) => name !== "" && !name.startsWith("type "))
          .map((name) => `import { ${name} } from ${JSON.stringify(files.get(name.split(" as ")[0] ?? ""))};`)
          .join(" "),
      );
      return { contents, loader: file.path.endsWith("x") ? "tsx" : "ts" };
    });
  },
};

/**
 * dist/webview/preloads.json: what each view imports before it runs. Its page names them, so that they are asked for at
 * once, and not one level of imports after the other. @type {esbuild.Plugin}
 */
const preloads = {
  name: "preloads",
  setup({ onEnd }) {
    onEnd(async ({ metafile }) => {
      if (!metafile) return;
      const folder = "dist/webview/";
      /** @param {string} file @param {Set<string>} known @returns {Set<string>} */
      const importsOf = (file, known = new Set()) => {
        for (const { path: imported, kind } of metafile.outputs[file]?.imports ?? []) {
          if (kind !== "import-statement" || known.has(imported)) continue;
          known.add(imported);
          importsOf(imported, known);
        }
        return known;
      };
      const views = Object.entries(metafile.outputs).filter(
        ([file, { entryPoint }]) => entryPoint && /[/]\w+\.js$/.test(file),
      );
      const lists = views.map(([file]) => [
        path.basename(file, ".js"),
        [...importsOf(file)].map((imported) => imported.slice(folder.length)),
      ]);
      await writeFile(path.join(root, folder, "preloads.json"), JSON.stringify(Object.fromEntries(lists)));
    });
  },
};

const panelFolder = "client/webview/src/machine";

/** For what a worker reads only where it needs it. */
const standIns = {
  jsonata: path.join(root, panelFolder, "worker/jsonata.ts"),
  "jsonpath-plus": path.join(root, panelFolder, "worker/jsonpath-plus.ts"),
};

/** @type {esbuild.BuildOptions[]} */
const bundles = [
  { ...node, entryPoints: ["client/src/extension.ts"], outfile: "dist/extension.js", external: ["vscode"] },
  {
    ...program,
    entryPoints: ["server/src/main-node.ts"],
    outfile: "dist/server.js",
    plugins: [sharedEngine],
    banner: { js: `${program.banner?.js}\nrequire("./webview/engine.js");` },
  },
  { ...program, entryPoints: ["server/src/cli/main.ts"], outfile: "dist/cli.js" },
  // One module for Node, browsers and workers: the packages' browser builds need no platform of their own.
  {
    ...browser,
    entryPoints: ["engine/src/index.ts"],
    outfile: "dist/engine.js",
    format: "esm",
  },
  // The web extension host reads its entry as CommonJS; the server is a plain worker script.
  {
    ...browser,
    entryPoints: ["client/src/extension-web.ts"],
    outfile: "dist/web/extension.js",
    format: "cjs",
    external: ["vscode"],
  },
  { ...browser, entryPoints: ["server/src/main-worker.ts"], outfile: "dist/web/server.js", plugins: [sharedEngine] },
  {
    ...browser,
    entryPoints: ["engine/src/index.ts"],
    outfile: "dist/webview/engine.js",
    globalName: "sluiceEngine",
    footer: { js: "globalThis.sluiceEngine = sluiceEngine;" },
  },
  // A panel's views: each a script, a style sheet and a worker; what is rarely looked at is read when it is.
  {
    ...browser,
    entryPoints: {
      machine: `${panelFolder}/main.tsx`,
      filter: "client/webview/src/filter/main.tsx",
      flow: "client/webview/src/flow/main.tsx",
      redrive: "client/webview/src/redrive/main.tsx",
    },
    outdir: "dist/webview",
    chunkNames: "parts/[name]-[hash]",
    format: "esm",
    splitting: true,
    plugins: [icons, throughFacade, preloads],
    jsx: "automatic",
    jsxImportSource: "preact",
  },
  {
    ...browser,
    entryPoints: { "machine-worker": `${panelFolder}/worker/main.ts` },
    outdir: "dist/webview",
    alias: standIns,
  },
  {
    ...browser,
    entryPoints: { "flow-worker": "client/webview/src/flow/worker/main.ts" },
    outdir: "dist/webview",
    plugins: [sharedEngine],
  },
  {
    ...common,
    sourcemap: false,
    entryPoints: { jsonata: "node_modules/jsonata/jsonata.min.js" },
    outdir: "dist/webview",
    loader: { ".js": "copy" },
  },
];

if (flags.has("--tests")) {
  bundles.push(
    {
      ...node,
      entryPoints: ["test/vscode/suite/index.ts"],
      outfile: "out/test-vscode/index.js",
      external: ["vscode", "mocha"],
      sourcemap: "inline",
    },
    {
      ...browser,
      entryPoints: ["test/vscode/suite/index-web.ts"],
      outfile: "out/test-vscode/index-web.js",
      external: ["vscode"],
      format: "cjs",
      sourcemap: "inline",
      // mocha's browser build replaces module.exports with itself; VS Code must find our run().
      footer: { js: "module.exports = { run };" },
      banner: { js: 'globalThis.process ??= { env: {}, version: "", cwd: () => "/" };' },
      define: { ...common.define, global: "globalThis" },
    },
  );
}

/** @param {esbuild.Metafile} metafile */
function printSizes(metafile) {
  for (const [file, { bytes }] of Object.entries(metafile.outputs)) {
    if (!file.endsWith(".map")) console.log(`${file.padEnd(28)} ${(bytes / 1024).toFixed(1).padStart(8)} kB`);
  }
}

/** dist/engine.d.ts: what the compiler says about the façade, so that a consumer of dist/engine.js has its types. */
async function copyTypes() {
  const target = path.join(root, "dist/types");
  await rm(target, { recursive: true, force: true });
  await cp(path.join(root, "out/engine"), target, { recursive: true, filter: (file) => !file.endsWith(".map") });
  await writeFile(path.join(root, "dist/engine.d.ts"), 'export * from "./types/index.js";\n');
}

/** @param {string[]} args @returns {Promise<number>} exit code */
function tsc(args) {
  const child = spawn(process.execPath, [path.join(root, "node_modules/typescript/bin/tsc"), ...args], {
    cwd: root,
    stdio: "inherit",
  });
  return new Promise((resolve) => child.once("exit", (code) => resolve(code ?? 1)));
}

async function buildOnce() {
  // Parts have their contents in their names: old ones would stay for ever.
  await rm(path.join(root, "dist/webview"), { recursive: true, force: true });
  // All of them, whatever happens to one: a broken panel need not cost the server.
  const builds = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)));
  for (const build of builds) {
    if (build.status === "fulfilled" && build.value.metafile) printSizes(build.value.metafile);
  }
  let failed = builds.some(({ status }) => status === "rejected"); // esbuild has printed why
  if (!failed) for (const file of ["cli.js", "server.js"]) await chmod(path.join(root, "dist", file), 0o755);
  if (!minify) {
    failed = (await tsc(["-b", "engine"])) !== 0 || failed;
    await copyTypes();
  }
  process.exit(failed ? 1 : 0);
}

async function buildForEver() {
  for (const bundle of bundles) await (await esbuild.context(bundle)).watch();
  console.log("watching");
  await tsc(["-b", "--watch", "--preserveWatchOutput"]);
}

await (watch ? buildForEver() : buildOnce());
