/**
 * The command line: `sluice <command> [options]`. Exit codes: 0 fine; 1 problems or a failed execution; 2 wrong usage or
 * unreadable input.
 */
import { VERSION } from "../version.ts";
import { checkCommand } from "./check.ts";
import type { Command } from "./command.ts";
import { explainCommand } from "./explain.ts";
import { UnreadableError, UsageError } from "./failure.ts";
import { graphCommand } from "./graph.ts";
import { matchCommand } from "./match.ts";
import { runCommand } from "./run.ts";
import { simulateCommand } from "./simulate.ts";
import type { Terminal } from "./terminal.ts";
import { testCommand } from "./test.ts";

const COMMANDS: readonly Command[] = [
  checkCommand,
  runCommand,
  matchCommand,
  simulateCommand,
  testCommand,
  graphCommand,
  explainCommand,
];

const USAGE = `usage: sluice <command> [options]

commands:
${COMMANDS.map(({ name, summary }) => `  ${name.padEnd(10)} ${summary}`).join("\n")}

  sluice <command> --help    the options of a command
  sluice --version           the version

exit codes: 0 fine; 1 problems found, an execution or an expectation failed; 2 wrong usage or unreadable input
`;

/** Runs one command line (without the program's name) and answers its exit code. Never throws for a user's mistake. */
export async function runCli(argv: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = argv;
  if (name === "--help" || name === "-h" || name === "help") return print(terminal, USAGE);
  if (name === "--version" || name === "-v") return print(terminal, `${VERSION}\n`);
  const command = COMMANDS.find((candidate) => candidate.name === name);
  if (command === undefined) return refuse(terminal, name);
  if (rest.includes("--help") || rest.includes("-h")) return print(terminal, command.usage);
  try {
    return await command.run(rest, terminal);
  } catch (error) {
    if (error instanceof UsageError) {
      terminal.error(`sluice ${command.name}: ${error.message}\n\n${command.usage}`);
    } else if (error instanceof UnreadableError) {
      terminal.error(`sluice ${command.name}: ${error.message}\n`);
    } else {
      throw error;
    }
    return 2;
  }
}

function print(terminal: Terminal, text: string): number {
  terminal.write(text);
  return 0;
}

function refuse(terminal: Terminal, name: string | undefined): number {
  if (name !== undefined) {
    const what = name.startsWith("-") ? "option" : "command";
    terminal.error(`sluice: unknown ${what} ${name}\n\n`);
  }
  terminal.error(USAGE);
  return 2;
}
