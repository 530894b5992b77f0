/**
 * Random edits with requests in flight, of which some are cancelled: the server answers to the end, says at the end what
 * it says about a fresh document, and its memory stays what it was.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { CancellationTokenSource } from "vscode-jsonrpc/node";
import { type Client, startClient } from "./client.ts";

const EDITS = 1_000;
const MEGABYTE = 1_048_576;
const HEAP_MEGABYTES = 80;
/** Generous: what leaks with every edit or request takes more. */
const MAX_GROWTH_MEGABYTES = 60;

const DOCUMENTS = [
  ["JSON", "file:///fuzz/a.asl.json", "asl", "trip-booking.asl.json", 1],
  ["YAML", "file:///fuzz/b.asl.yaml", "asl-yaml", "nightly-backup.asl.yaml", 2],
] as const;

const PIECES = [
  '"',
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  " ",
  "\n",
  "-",
  "#",
  "$",
  "x",
  "Type",
  '"Next": "A",',
  "{% $x %}",
  "é",
];
const REQUESTS = ["hover", "completion", "definition", "references", "signatureHelp", "documentHighlight"];
const WHOLE_DOCUMENT = ["documentSymbol", "foldingRange", "codeLens", "semanticTokens/full"];

/** The same numbers every time, from 0 to below `limit`. */
function numbers(seed: number): (limit: number) => number {
  let state = seed;
  return (limit) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * limit);
  };
}

function positionIn(text: string, offset: number): { line: number; character: number } {
  const before = text.slice(0, offset).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

/** Resident memory of the server, megabytes; undefined where the system does not tell. */
function memoryOf(pid: number | undefined): number | undefined {
  try {
    const pages = readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[1];
    return (Number(pages) * 4_096) / MEGABYTE;
  } catch {
    return undefined;
  }
}

let client: Client;
beforeAll(async () => {
  // So little that the server would die of what it does not give back.
  client = await startClient({
    nodeOptions: [`--max-old-space-size=${HEAP_MEGABYTES}`, "--max-semi-space-size=4"],
  });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.stderr()).toBe("");
});

/** Asks about a random place; an answer, no answer and "cancelled" are all fine, an error of the server is not. */
async function ask(uri: string, text: string, next: (limit: number) => number): Promise<void> {
  const source = new CancellationTokenSource();
  const textDocument = { uri };
  const method = next(4) === 0 ? WHOLE_DOCUMENT[next(WHOLE_DOCUMENT.length)] : REQUESTS[next(REQUESTS.length)];
  const position = positionIn(text, next(text.length + 1));
  const context = { includeDeclaration: true };
  const answer = client.connection.sendRequest(
    `textDocument/${method}`,
    { textDocument, position, context },
    source.token,
  );
  if (next(3) === 0) source.cancel();
  await answer.catch((error: { code?: number }) => {
    // RequestCancelled and ContentModified of the protocol.
    if (error.code !== -32_800 && error.code !== -32_801) throw error;
  });
}

test.each(DOCUMENTS)("%s: random edits while requests are in flight", async (name, uri, languageId, file, seed) => {
  const original = readFileSync(new URL(`../../examples/${file}`, import.meta.url), "utf8");
  const next = numbers(seed);
  let text = original;
  let version = 1;
  let asked: Promise<void>[] = [];
  let settledMemory: number | undefined;
  await client.open(uri, text, languageId);
  for (let edit = 0; edit < EDITS; edit++) {
    // Now and then everything is taken back, so that most edits meet a document that is nearly whole.
    const whole = edit % 25 === 24;
    const start = next(text.length + 1);
    const end = Math.min(text.length, start + (next(2) === 0 ? next(12) : 0));
    const piece = PIECES[next(PIECES.length)] as string;
    const range = { start: positionIn(text, start), end: positionIn(text, end) };
    text = whole ? original : text.slice(0, start) + piece + text.slice(end);
    await client.change(uri, ++version, whole ? [{ text }] : [{ range, text: piece }]);
    asked.push(ask(uri, text, next), ask(uri, text, next));
    if (asked.length < 20) continue;
    await Promise.all(asked);
    asked = [];
    if (edit > EDITS / 3) settledMemory ??= memoryOf(client.pid);
  }
  await Promise.all(asked);
  const memory = memoryOf(client.pid);
  if (memory !== undefined && settledMemory !== undefined) {
    console.log(
      `${name}: ${settledMemory.toFixed(0)} MB after a third of ${EDITS} edits, ${memory.toFixed(0)} MB at the end`,
    );
    expect(memory - settledMemory).toBeLessThan(MAX_GROWTH_MEGABYTES);
  }
  const fresh = await client.open(`${uri.replace("fuzz", "fresh")}`, text, languageId);
  expect(await client.diagnostics(uri, version)).toEqual(fresh);
});
