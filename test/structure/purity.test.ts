/** The engine takes time, chance and the world as parameters; nobody's machine or tools appear in what is written. */
import { expect, test } from "vitest";
import { files, readText, sources } from "./sources.ts";

/** What the compiler and the linter cannot tell from harmless uses. */
const IMPURE: readonly (readonly [what: string, pattern: RegExp])[] = [
  ["reads the clock", /\bDate\.now\b|\bnew Date\(\s*\)|\bDate\(\s*\)|\bperformance\.now\b/],
  ["rolls dice", /\bMath\.random\b|\bcrypto\.(?:randomUUID|getRandomValues)\b/],
  ["waits", /\b(?:setTimeout|setInterval|setImmediate|queueMicrotask)\s*\(/],
  [
    "reads the machine's locale or zone",
    /\.toLocale\w*\(|\bIntl\.|\.getTimezoneOffset\(|\.get(?:Hours|Minutes|Date|Day|Month|FullYear)\(/,
  ],
  ["evaluates text as code", /\beval\s*\(|\bnew Function\b/],
  ["logs", /\bconsole\./],
];

/** Asks for zones by their names, and only for those. */
const NAMED_ZONES = "engine/src/schedules/time-zone.ts";

/** Text without comments, line by line. Strings stay: none of the words above belongs in one. */
function codeLines(text: string): string[] {
  return text
    .replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "))
    .split("\n")
    .map((line) => line.replace(/(^|\s)\/\/.*$/, ""));
}

test("the engine reads no clock, rolls no dice and waits for nothing", () => {
  const found = sources()
    .filter(({ path }) => path.startsWith("engine/src/") && !path.includes("/generated/") && path !== NAMED_ZONES)
    .flatMap(({ path, text }) =>
      codeLines(text).flatMap((line, index) =>
        IMPURE.filter(([, pattern]) => pattern.test(line)).map(
          ([what]) => `${path}:${index + 1} ${what}: ${line.trim()}`,
        ),
      ),
    );
  expect(found).toEqual([]);
});

/** Built from pieces, so that this file does not find itself. */
const UNWANTED: readonly RegExp[] = [
  new RegExp(`(?<![\\w.])/${"work"}/(?:main|shared)`),
  new RegExp(`(?<![\\w.])/${"root"}/`),
  new RegExp(`\\b${"TO"}${"DO"}\\b|\\b${"FIX"}${"ME"}\\b`),
];

test("no machine's paths and no unfinished places are written down", () => {
  const found = files()
    .filter((file) => /\.(tsx?|mjs|cjs|js|json|md|css|sh|ya?ml)$|^\.ci\//.test(file) && file !== "package-lock.json")
    .flatMap((file) => {
      const lines = readText(file).split("\n");
      return lines.flatMap((line, index) => (UNWANTED.some((word) => word.test(line)) ? [`${file}:${index + 1}`] : []));
    });
  expect(found).toEqual([]);
});

test("the lock file holds no registry's address", () => {
  expect(readText("package-lock.json")).not.toMatch(/"resolved": "https?:/);
});
