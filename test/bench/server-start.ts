/** How long the bundled language server takes from its start to its answer to `initialize`, milliseconds. */
import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const SERVER = join(import.meta.dirname, "../../dist/server.js");
const LIMIT_MS = 10_000;

/** Undefined where the server is not built or does not answer. */
export function measureServerStart(): Promise<number | undefined> {
  if (!existsSync(SERVER)) return Promise.resolve(undefined);
  return new Promise((done) => {
    const start = performance.now();
    const server = spawn(process.execPath, [SERVER, "--stdio"], { stdio: ["pipe", "pipe", "ignore"] });
    const finish = (timeMs: number | undefined): void => {
      clearTimeout(timer);
      server.kill();
      done(timeMs);
    };
    const timer = setTimeout(() => finish(undefined), LIMIT_MS);
    server.once("error", () => finish(undefined));
    server.once("exit", () => finish(undefined));
    server.stdout.once("data", () => finish(performance.now() - start));
    const params = { processId: process.pid, rootUri: null, capabilities: {} };
    const body = JSON.stringify({ jsonrpc: "2.0", id: 1, method: "initialize", params });
    server.stdin.on("error", () => finish(undefined));
    server.stdin.write(`Content-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
  });
}
