/** The `.sluicerc.json` that holds for a file: the nearest one from the file's folder upwards. */
import { readFile } from "node:fs/promises";
import path from "node:path";
import { CONFIG_FILE_NAME, type ConfigFile, lineStarts, positionAt, readConfigFile } from "@sluice/engine";
import { decode } from "./decode.ts";
import { UnreadableError } from "./failure.ts";

/** What a settings file says. */
export type FolderConfig = Pick<ConfigFile, "rules" | "files">;

export const NO_CONFIG: FolderConfig = { rules: {}, files: {} };

/** Answers the settings for a file by its name, relative to the working directory. */
export type ConfigFor = (name: string) => Promise<FolderConfig>;

/** Every settings file is read once. */
export function configReader(cwd: string): ConfigFor {
  const known = new Map<string, Promise<FolderConfig>>();
  const forFolder = (folder: string): Promise<FolderConfig> => {
    let config = known.get(folder);
    if (config === undefined) {
      config = find(folder);
      known.set(folder, config);
    }
    return config;
  };
  const find = async (folder: string): Promise<FolderConfig> => {
    const own = await readConfig(cwd, path.join(folder, CONFIG_FILE_NAME));
    const parent = path.dirname(folder);
    return own ?? (parent === folder ? NO_CONFIG : forFolder(parent));
  };
  return (name) => forFolder(path.dirname(path.resolve(cwd, name)));
}

/** Undefined where there is no such file. Throws UnreadableError with the place of every mistake. */
async function readConfig(cwd: string, file: string): Promise<FolderConfig | undefined> {
  let bytes: Uint8Array;
  try {
    bytes = await readFile(file);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT" || code === "ENOTDIR") return undefined;
    throw new UnreadableError(`${shown(cwd, file)} cannot be read: ${message}`);
  }
  const text = decode(bytes, shown(cwd, file));
  const config = readConfigFile(text);
  const { problems } = config;
  if (problems.length === 0) return config;
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
