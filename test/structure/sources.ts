/** Every source file that the repository tracks or would track, and what each imports. */
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";

export const root = path.resolve(import.meta.dirname, "../..");

export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** `import type` and `export type`: gone before anything runs. */
  readonly typeOnly: boolean;
}

export interface Source {
  /** From the root, with forward slashes. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
}

/** Files by git's reckoning, so that ignored folders stay out; without git, a walk that leaves the usual ones out. */
export function files(): string[] {
  if (existsSync(path.join(root, ".git"))) {
    const list = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], { cwd: root });
    return list
      .toString()
      .split("\n")
      .filter((file) => file !== "" && existsSync(path.join(root, file)));
  }
  const ignored = /(^|\/)(node_modules|dist|out|\.git|\.vscode-test)(\/|$)/;
  return readdirSync(root, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .filter((file) => !ignored.test(file));
}

export function readText(file: string): string {
  return readFileSync(path.join(root, file), "utf8");
}

export function sources(): Source[] {
  return files()
    .filter((file) => /\.(ts|tsx|mjs|cjs|js)$/.test(file))
    .map((file) => {
      const text = readText(file);
      return { path: file, text, imports: importsOf(text) };
    });
}

const IMPORT =
  /^\s*(?:import|export)\s+(type\s)?(?:[^"';]*?\sfrom\s*)?["']([^"']+)["']|\bimport\(\s*["']([^"']+)["']\s*\)/gm;

export function importsOf(text: string): Import[] {
  const code = text.replace(/\/\*[\s\S]*?\*\//g, (comment) => comment.replace(/[^\n]/g, " "));
  return [...code.matchAll(IMPORT)].map((match) => {
    const start = (match.index ?? 0) + (match[0].length - match[0].trimStart().length);
    return {
      specifier: match[2] ?? match[3] ?? "",
      line: code.slice(0, start).split("\n").length,
      typeOnly: match[1] !== undefined,
    };
  });
}

/** The file that a relative import means, from the root. */
export function resolved(from: string, specifier: string): string {
  return path.posix.join(path.posix.dirname(from), specifier);
}
