/** The `.sluicerc.json` that holds for a file: the nearest one from the file's folder upwards. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { CONFIG_FILE_NAME, lineStarts, positionAt, type RuleSettings, readConfigFile } from "@sluice/engine";
import { UnreadableError } from "./failure.ts";
import { decode } from "./files.ts";

/** Answers the settings for files, by names relative to `cwd`; every settings file is read once. */
export function configReader(cwd: string): (name: string) => Promise<RuleSettings> {
  const known = new Map<string, Promise<RuleSettings>>();
  const forFolder = (folder: string): Promise<RuleSettings> => {
    let rules = known.get(folder);
    if (rules === undefined) {
      rules = find(folder);
      known.set(folder, rules);
    }
    return rules;
  };
  const find = async (folder: string): Promise<RuleSettings> => {
    const own = await readRules(cwd, path.join(folder, CONFIG_FILE_NAME));
    const parent = path.dirname(folder);
    return own ?? (parent === folder ? {} : forFolder(parent));
  };
  return (name) => forFolder(path.dirname(path.resolve(cwd, name)));
}

/** Undefined where there is no such file. Throws UnreadableError with the place of every mistake. */
async function readRules(cwd: string, file: string): Promise<RuleSettings | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UnreadableError(`${shown(cwd, file)} cannot be read: ${message}`);
  }
  const text = decode(bytes, shown(cwd, file));
  const { rules, problems } = readConfigFile(text);
  if (problems.length === 0) return rules;
  const lines = lineStarts(text);
  const places = problems.map(({ start, message }) => {
    const { line, character } = positionAt(lines, start);
    return `${shown(cwd, file)}:${line + 1}:${character + 1} ${message}`;
  });
  throw new UnreadableError(places.join("\n"));
}

function shown(cwd: string, file: string): string {
  return path.relative(cwd, file).split(path.sep).join("/");
}
