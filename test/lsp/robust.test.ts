/** Nothing that can stand in an editor takes the server down. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Client, startClient } from "./client.ts";

const TEXT = readFileSync(new URL("../../examples/trip-booking.asl.json", import.meta.url), "utf8");
const YAML = readFileSync(new URL("../../examples/nightly-backup.asl.yaml", import.meta.url), "utf8");
const REQUESTS = ["hover", "completion", "definition", "documentHighlight", "prepareRename", "signatureHelp"];

let client: Client;
beforeAll(async () => {
  client = await startClient();
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.stderr()).toBe("");
});

/** Asks everything about the end of the text; a failure inside the server would be an error answer or its death. */
async function askAll(uri: string, text: string): Promise<void> {
  const lines = text.split("\n");
  const position = { line: lines.length - 1, character: lines.at(-1)?.length ?? 0 };
  await Promise.all([
    ...REQUESTS.map((method) => client.request(method, uri, position)),
    client.request("documentSymbol", uri),
    client.request("foldingRange", uri),
    client.request("codeLens", uri),
    client.request("semanticTokens/full", uri),
    client.request("documentLink", uri),
    client.request("selectionRange", uri, undefined, { positions: [position] }),
    client.request("formatting", uri, undefined, { options: { tabSize: 2, insertSpaces: true } }),
  ]);
}

test.each([
  ["JSON", "file:///test/cut.asl.json", "asl", TEXT],
  ["YAML", "file:///test/cut.asl.yaml", "asl-yaml", YAML],
])("%s cut off at every 37th byte", async (_, uri, languageId, text) => {
  await client.open(uri, "", languageId);
  let version = 1;
  for (let end = 0; end <= text.length; end += 37) {
    await client.change(uri, ++version, [{ text: text.slice(0, end) }]);
    await askAll(uri, text.slice(0, end));
  }
  await client.change(uri, ++version, [{ text }]);
  expect(await client.diagnostics(uri, version)).toEqual([]);
});

test("5,000 brackets", async () => {
  const uri = "file:///test/brackets.asl.json";
  const text = "[".repeat(5_000);
  expect(await client.open(uri, text)).toHaveLength(1);
  await askAll(uri, text);
});

test("lone surrogates, a byte order mark, no text at all", async () => {
  for (const [index, text] of ['{"StartAt":"\ud800"}', '\ufeff{"StartAt":', ""].entries()) {
    const uri = `file:///test/odd-${index}.asl.json`;
    await client.open(uri, text);
    await askAll(uri, text);
  }
});

test("a definition of 5 MB", async () => {
  const states = Array.from(
    { length: 40_000 },
    (_, index) => `"S${index}":{"Type":"Pass","Comment":"${"x".repeat(60)}","Next":"S${index + 1}"}`,
  );
  const text = `{"StartAt":"S0","States":{${states.join(",")},"S40000":{"Type":"Succeed"}}}`;
  const uri = "file:///test/large.asl.json";
  expect(await client.open(uri, text)).toMatchObject([{ code: "definition-too-long" }]);
  await client.request("hover", uri, { line: 0, character: 5_000 });
});

test("every keystroke of a definition that is written", async () => {
  const uri = "file:///test/typed.asl.json";
  await client.open(uri, "");
  const typed = '{"StartAt":"A","States":{"A":{"Type":"Pass","End":true}}}';
  let version = 1;
  for (let index = 0; index < typed.length; index++) {
    const at = { line: 0, character: index };
    await client.change(uri, ++version, [{ range: { start: at, end: at }, text: typed[index] }]);
    await client.request("completion", uri, { line: 0, character: index + 1 });
  }
  expect(await client.diagnostics(uri, version)).toEqual([]);
});
