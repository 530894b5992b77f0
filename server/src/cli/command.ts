/** What a command is, and the reading of its options. */
import { type ParseArgsOptionsConfig, parseArgs } from "node:util";
import { UsageError } from "./failure.ts";
import type { Terminal } from "./terminal.ts";

export interface Command {
  readonly name: string;
  /** One line for the list of commands. */
  readonly summary: string;
  /** All of `--help`, ending in a line end. */
  readonly usage: string;
  /** Answers the exit code. Throws UsageError or UnreadableError. */
  run(argv: readonly string[], terminal: Terminal): Promise<number>;
}

export interface Arguments {
  readonly positionals: readonly string[];
  /** Value of `--name`, the last one where it stands twice. */
  option(name: string): string | undefined;
  /** Every value of `--name`. */
  list(name: string): readonly string[];
  /** Whether `--name` stands there; it takes no value. */
  flag(name: string): boolean;
}

/**
 * Reads `--name value` and `--name=value` for the given names, and `--name` for the given flags. Throws UsageError for
 * anything else.
 */
export function readArguments(
  argv: readonly string[],
  names: readonly string[],
  flags: readonly string[] = [],
): Arguments {
  const options: ParseArgsOptionsConfig = {
    ...Object.fromEntries(names.map((name) => [name, { type: "string" as const, multiple: true }])),
    ...Object.fromEntries(flags.map((name) => [name, { type: "boolean" as const }])),
  };
  try {
    const { values, positionals } = parseArgs({ args: [...argv], options, allowPositionals: true, strict: true });
    const list = (name: string): readonly string[] => (values[name] as readonly string[] | undefined) ?? [];
    return { positionals, option: (name) => list(name).at(-1), list, flag: (name) => values[name] === true };
  } catch (error) {
    // Node's message goes on about how to escape; its first sentence says what is wrong.
    throw new UsageError((error as Error).message.replace(/\. (?:To specify|Did you forget).*$/s, ""));
  }
}

/** The value of an option that must be one of a few. */
export function choice<T extends string>(
  { option }: Arguments,
  name: string,
  values: readonly [T, ...T[]],
  fallback: T = values[0],
): T {
  const value = option(name);
  if (value === undefined) return fallback;
  const found = values.find((candidate) => candidate === value);
  if (found === undefined) throw new UsageError(`--${name} is one of ${values.join(", ")}, not ${value}`);
  return found;
}

/** The one path or word that a command is about. */
export function onlyPositional({ positionals }: Arguments, what: string): string {
  const [first, second] = positionals;
  if (first === undefined) throw new UsageError(`${what} is missing`);
  if (second !== undefined) throw new UsageError(`one ${what} is expected, but there is also ${second}`);
  return first;
}
