/** The server as a Web Worker: what VS Code in a browser starts. */
import { BrowserMessageReader, BrowserMessageWriter, createConnection } from "vscode-languageserver/browser";
import { askClient } from "./ask-client.ts";
import { startServer } from "./server.ts";

const worker = globalThis as unknown as DedicatedWorkerGlobalScope;
const connection = createConnection(new BrowserMessageReader(worker), new BrowserMessageWriter(worker));
startServer(connection, askClient(connection));
