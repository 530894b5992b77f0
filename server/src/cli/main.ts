/**
 * The entry of the command line, `dist/cli.js`. It is entered twice: as the program, and as the worker thread in which
 * the program runs and simulates, so that an expression that hangs can be ended.
 */
import { isMainThread } from "node:worker_threads";
import { runCli } from "./cli.ts";
import { serveThread } from "./serve-thread.ts";
import { processTerminal } from "./terminal.ts";

if (isMainThread) {
  const terminal = processTerminal(new URL(import.meta.url));
  // The exit code is set, not forced: what is still on its way to a pipe must arrive.
  runCli(process.argv.slice(2), terminal).then(
    (code) => {
      process.exitCode = code;
    },
    (error: unknown) => {
      terminal.error(`sluice: ${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 2;
    },
  );
} else {
  void serveThread();
}
