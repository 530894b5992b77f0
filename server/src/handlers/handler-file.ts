/**
 * The file of `--handlers`: which code runs for which function.
 *
 *     { "charge": "src/charge.mjs#handler",
 *       "arn:aws:lambda:eu-west-1:111122223333:function:ship": { "handler": "ship.py#handler", "timeoutSeconds": 10 } }
 *
 * Paths are relative to the file. Without `#name` the export is called `handler`.
 */
import path from "node:path";
import { isObject, type JsonObject, type JsonValue } from "@sluice/engine";

/** Plain data: it is copied into the execution's thread. */
export interface LocalFunction {
  /** As Task states call it: a name, an ARN, or whatever stands in FunctionName. */
  readonly name: string;
  readonly language: "javascript" | "python";
  /** Absolute. */
  readonly file: string;
  readonly exportName: string;
  readonly timeoutSeconds: number;
  readonly environment: Readonly<Record<string, string>>;
}

/** Lambda's own default. https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html */
const DEFAULT_TIMEOUT_SECONDS = 3;
const MAX_TIMEOUT_SECONDS = 900;

const LANGUAGES: Readonly<Record<string, LocalFunction["language"]>> = {
  ".cjs": "javascript",
  ".js": "javascript",
  ".mjs": "javascript",
  ".mts": "javascript",
  ".py": "python",
  ".ts": "javascript",
};

/** `folder`: where the file lies. Gives what is wrong with the file, in words, where something is. */
export function readHandlerFile(
  value: JsonValue,
  folder: string,
): { readonly functions: readonly LocalFunction[] } | { readonly problem: string } {
  if (!isObject(value)) return { problem: 'it must be an object like {"function": "file.mjs#handler"}' };
  const functions: LocalFunction[] = [];
  for (const [name, given] of Object.entries(value)) {
    const read = readFunction(name, isObject(given) ? given : { handler: given }, folder);
    if (typeof read === "string") return { problem: `${name}: ${read}` };
    functions.push(read);
  }
  return { functions };
}

function readFunction(name: string, given: JsonObject, folder: string): LocalFunction | string {
  const { handler, timeoutSeconds = DEFAULT_TIMEOUT_SECONDS, environment = {} } = given;
  if (typeof handler !== "string") return 'the handler must be a text like "file.mjs#handler"';
  const hash = handler.lastIndexOf("#");
  const file = hash < 0 ? handler : handler.slice(0, hash);
  const language = LANGUAGES[path.extname(file).toLowerCase()];
  if (language === undefined) return `${file} is neither JavaScript nor Python`;
  if (typeof timeoutSeconds !== "number" || !(timeoutSeconds > 0 && timeoutSeconds <= MAX_TIMEOUT_SECONDS)) {
    return `timeoutSeconds must be a number up to ${MAX_TIMEOUT_SECONDS}`;
  }
  if (!isObject(environment) || !Object.values(environment).every((one) => typeof one === "string")) {
    return "environment must be an object of texts";
  }
  return {
    name,
    language,
    file: path.resolve(folder, file),
    exportName: hash < 0 ? "handler" : handler.slice(hash + 1),
    timeoutSeconds,
    environment: environment as Record<string, string>,
  };
}
