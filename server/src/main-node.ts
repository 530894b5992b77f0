/** The server as a Node process: `server.js --stdio` for any editor, `--node-ipc` for VS Code. */
import { createConnection } from "vscode-languageserver/node";
import { startServer } from "./server.ts";

const TRANSPORTS = ["--stdio", "--node-ipc", "--socket", "--pipe"];

if (process.argv.slice(2).some((argument) => TRANSPORTS.includes(argument.replace(/=.*$/, "")))) {
  startServer(createConnection());
} else {
  process.stderr.write("usage: server.js --stdio | --node-ipc | --socket=PORT | --pipe=NAME\n");
  process.exitCode = 2;
}
