/** Who may import whom: ARCHITECTURE.md's directions, held by reading every import. */
import { expect, test } from "vitest";
import { importsOf, resolved, type Source, sources } from "./sources.ts";

const all = sources();

/** What the production code of each part may reach besides its own folder; packages by name. */
const PARTS: Readonly<Record<string, { folders: readonly string[]; packages: RegExp }>> = {
  "engine/src": {
    folders: [],
    packages: /^(ajv|jsonata|jsonc-parser|jsonpath-plus|node-sql-parser|@noble\/hashes)(\/|$)/,
  },
  "server/src": {
    folders: [],
    packages: /^(node:|@sluice\/engine$|vscode-languageserver(-textdocument|-protocol)?(\/|$)|hyparquet$)/,
  },
  "client/src": {
    folders: [],
    packages: /^(vscode$|node:worker_threads$|@sluice\/engine$|vscode-languageclient(\/|$))/,
  },
  "client/webview/src": {
    folders: ["client/src/panel", "client/src/filter", "client/src/flow", "client/src/redrive"],
    packages: /^(@sluice\/engine$|preact(\/|$)|jsonata$|uplot(\/|$)|@vscode\/codicons\/)/,
  },
};

/** Inside the engine each folder may import these besides itself and the files beside the folders: only rows above it. */
const ENGINE: Readonly<Record<string, readonly string[]>> = {
  text: [],
  schedules: [],
  sim: [],
  schema: ["text"],
  rules: ["text"],
  paths: ["text", "schema"],
  intrinsics: ["text", "schema", "paths"],
  jsonata: ["text", "schema", "paths", "intrinsics"],
  patterns: ["text", "schema", "rules"],
  editor: ["text", "schema", "rules", "patterns"],
  refusals: ["text", "patterns", "schedules"],
  policies: ["text", "schema", "rules", "editor", "patterns"],
  asl: ["text", "schema", "paths", "jsonata", "intrinsics", "rules", "editor"],
  template: ["text", "schema", "rules", "editor", "asl", "schedules", "patterns", "refusals", "policies"],
  run: ["text", "schema", "paths", "jsonata", "intrinsics", "asl"],
  layout: ["text", "asl", "template", "run"],
  services: ["text", "schema", "paths", "run", "schedules", "patterns", "refusals", "policies", "sim"],
  scenario: [
    "text",
    "schema",
    "rules",
    "editor",
    "paths",
    "asl",
    "run",
    "patterns",
    "refusals",
    "policies",
    "template",
    "sim",
    "services",
  ],
  languages: ["text", "schema", "rules", "editor", "asl", "patterns", "policies", "template", "scenario"],
  flow: [
    "text",
    "schema",
    "editor",
    "patterns",
    "policies",
    "template",
    "layout",
    "sim",
    "services",
    "scenario",
    "languages",
  ],
};

/** Files of shapes: they bring no code along. */
const SHAPES = /\/(?:types|model)\.ts$/;

function complaints(check: (source: Source) => readonly string[]): string[] {
  return all.flatMap((source) => check(source).map((text) => `${source.path}: ${text}`));
}

test("the reader of imports sees every form", () => {
  const text =
    'import a from "a";\nimport type { B } from "b";\nexport * from "c";\nimport "d";\nconst e = import("e");\n';
  expect(importsOf(text).map(({ specifier, line }) => `${line} ${specifier}`)).toEqual([
    "1 a",
    "2 b",
    "3 c",
    "4 d",
    "5 e",
  ]);
  expect(importsOf('/* import x from "x"; */\n')).toEqual([]);
});

test("each part imports only what lies below it", () => {
  const found = complaints(({ path: file, imports }) => {
    const part = Object.entries(PARTS).find(([folder]) => file.startsWith(`${folder}/`));
    if (!part) return [];
    const [folder, { folders, packages }] = part;
    return imports.flatMap(({ specifier, line }) => {
      const inside = [folder, ...folders].some((each) => resolved(file, specifier).startsWith(`${each}/`));
      const own = resolved(file, specifier) === `${folder.replace(/\/src$/, "")}/package.json`;
      const allowed = specifier.startsWith(".") ? inside || own : packages.test(specifier);
      return allowed ? [] : [`line ${line} imports ${specifier}`];
    });
  });
  expect(found).toEqual([]);
});

test("inside the engine imports go one way", () => {
  const found = complaints(({ path: file, imports }) => {
    const folder = /^engine\/src\/([^/]+)\//.exec(file)?.[1];
    if (!folder) return [];
    const allowed = ENGINE[folder];
    if (!allowed) return [`engine/src/${folder} is not in this test's table`];
    return imports.flatMap(({ specifier, line }) => {
      const target = /^engine\/src\/([^/]+)\//.exec(resolved(file, specifier))?.[1];
      const ok = !specifier.startsWith(".") || !target || target === folder || allowed.includes(target);
      return ok ? [] : [`line ${line} imports ${specifier}`];
    });
  });
  expect(found).toEqual([]);
});

test("the table of directions has no circle", () => {
  const rows = Object.keys(ENGINE);
  const upwards = Object.entries(ENGINE).flatMap(([folder, below]) =>
    below.filter((each) => !rows.slice(0, rows.indexOf(folder)).includes(each)).map((each) => `${folder} -> ${each}`),
  );
  expect(upwards).toEqual([]);
});

test("files of shapes import types only", () => {
  const found = complaints(({ path: file, imports }) =>
    file.startsWith("engine/src/") && SHAPES.test(file)
      ? imports.filter(({ typeOnly }) => !typeOnly).map(({ specifier }) => `imports ${specifier}`)
      : [],
  );
  expect(found).toEqual([]);
});

test("relative imports name the file with its ending", () => {
  const found = complaints(({ path: file, imports }) =>
    /\.tsx?$/.test(file) && !file.endsWith(".d.ts")
      ? imports
          .filter(({ specifier }) => specifier.startsWith(".") && !/\.(tsx?|js|mjs|cjs|json|css)$/.test(specifier))
          .map(({ specifier, line }) => `line ${line} imports ${specifier}`)
      : [],
  );
  expect(found).toEqual([]);
});
