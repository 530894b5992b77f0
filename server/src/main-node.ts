/** The server as a Node process: `server.js --stdio` for any editor, `--node-ipc` for VS Code. */
import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { createConnection } from "vscode-languageserver/node";
import { askClient } from "./ask-client.ts";
import { localFunctions } from "./handlers/local-functions.ts";
import { scenarioHandlers } from "./handlers/scenario-handlers.ts";
import { listFiles } from "./list-files.ts";
import { startServer } from "./server.ts";

const TRANSPORTS = ["--stdio", "--node-ipc", "--socket", "--pipe"];

if (process.argv.slice(2).some((argument) => TRANSPORTS.includes(argument.replace(/=.*$/, "")))) {
  const connection = createConnection();
  const ask = askClient(connection);
  const functions = localFunctions();
  const handlers = scenarioHandlers();
  process.once("exit", () => {
    functions.close();
    handlers.close();
  });
  const read = (uri: string) => (uri.startsWith("file:") ? readLocal(uri) : ask(uri));
  startServer(connection, read, listFiles, functions, handlers.call);
} else {
  process.stderr.write("usage: server.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n");
  process.exitCode = 2;
}

async function readLocal(uri: string): Promise<string | undefined> {
  try {
    return await readFile(fileURLToPath(uri), "utf8");
  } catch {
    return undefined;
  }
}
