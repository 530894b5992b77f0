/**
 * The program of the child process in which a JavaScript handler runs, as text: it is given to `node --eval`, so that no
 * file of its own is needed beside the bundle. It reads one call a line from standard input and answers on descriptor 3;
 * what the handler prints stays on standard output and standard error, each ended by a mark.
 * https://docs.aws.amazon.com/lambda/latest/dg/nodejs-handler.html
 */
export const NODE_HOST = String.raw`
import { writeSync } from "node:fs";
import { createInterface } from "node:readline";
import { pathToFileURL } from "node:url";

const reply = (message) => writeSync(3, JSON.stringify(message) + "\n");
const mark = (id) => {
  process.stdout.write("\u0000" + id + "\n");
  process.stderr.write("\u0000" + id + "\n");
};
const describe = (thrown) =>
  thrown instanceof Error
    ? { errorType: thrown.name, errorMessage: thrown.message, trace: (thrown.stack ?? "").split("\n") }
    : { errorType: typeof thrown, errorMessage: String(thrown), trace: [] };

async function load({ file, name }) {
  let module;
  try {
    module = await import(pathToFileURL(file).href);
  } catch (thrown) {
    const missing = thrown?.code === "ERR_MODULE_NOT_FOUND" || thrown?.code === "MODULE_NOT_FOUND";
    const errorType = missing
      ? "Runtime.ImportModuleError"
      : thrown instanceof SyntaxError
        ? "Runtime.UserCodeSyntaxError"
        : (thrown?.name ?? "Error");
    const { errorMessage, trace } = describe(thrown);
    const prefix = missing ? "Error: " : thrown instanceof SyntaxError ? "SyntaxError: " : "";
    return { failure: { errorType, errorMessage: prefix + errorMessage, trace } };
  }
  const handler = module[name] ?? module.default?.[name];
  if (typeof handler === "function") return { handler };
  const errorMessage = file.replace(/^.*[\\/]/, "").replace(/\.[^.]*$/, "") + "." + name + " is undefined or not exported";
  return { failure: { errorType: "Runtime.HandlerNotFound", errorMessage, trace: [] } };
}

function call(handler, event, context) {
  return new Promise((resolve, reject) => {
    const callback = (error, result) => (error === null || error === undefined ? resolve(result) : reject(error));
    const returned = handler(event, context, callback);
    if (typeof returned?.then === "function") returned.then(resolve, reject);
    else if (handler.length < 3) resolve(returned);
  });
}

async function answer({ id, event, context, deadlineMs }, loaded) {
  if (loaded.failure !== undefined) return { id, failure: loaded.failure };
  const end = performance.now() + deadlineMs;
  const whole = { ...context, callbackWaitsForEmptyEventLoop: true, getRemainingTimeInMillis: () => Math.max(0, Math.round(end - performance.now())) };
  try {
    const result = await call(loaded.handler, event, whole);
    return { id, result: JSON.parse(JSON.stringify(result ?? null)) };
  } catch (thrown) {
    return { id, failure: describe(thrown) };
  }
}

let loaded;
for await (const line of createInterface({ input: process.stdin })) {
  const message = JSON.parse(line);
  if (message.file !== undefined) {
    loaded = await load(message);
    reply({ ready: true });
    continue;
  }
  const answered = await answer(message, loaded);
  mark(message.id);
  reply(answered);
}
process.exit(0);
`;
