/** The built server over stdio: one test for each thing that an editor asks. What the answers say is tested in unit/features. */
import { fork, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  CancellationTokenSource,
  createMessageConnection,
  IPCMessageReader,
  IPCMessageWriter,
} from "vscode-jsonrpc/node";
import {
  type CodeAction,
  type CodeLens,
  type CompletionList,
  type DocumentSymbol,
  type FoldingRange,
  type Hover,
  type Location,
  type LocationLink,
  LSPErrorCodes,
} from "vscode-languageserver";
import { type Client, cursor, SERVER, startClient } from "./client.ts";

const ORDER = readFileSync(new URL("../../examples/order-fulfilment.asl.json", import.meta.url), "utf8");

const MACHINE = `{
  "StartAt": "Charge",
  "States": {
    "Charge": {
      "Type": "Task",
      "Resource": "arn:aws:states:::lambda:invoke",
      "Parameters": { "FunctionName": "charge" },
      "Next": "$0Ship"
    },
    "Ship": { "Type": "Succeed" }
  }
}
`;
const { text: TEXT, position: AT_TARGET } = cursor(MACHINE);
const BROKEN = TEXT.replace('"Next": "Ship"', '"Next": "Shpi"');

let client: Client;
let count = 0;
const newUri = (ending = ".asl.json"): string => `file:///test/machine-${++count}${ending}`;

beforeAll(async () => {
  client = await startClient();
});

afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.stderr()).toBe("");
});

test("initialize answers with what the server can do", () => {
  const { capabilities, serverInfo } = client.initialized;
  expect(serverInfo?.name).toBe("sluice");
  expect(capabilities.textDocumentSync).toEqual({ openClose: true, change: 2 });
  expect(capabilities).toMatchObject({ hoverProvider: true, definitionProvider: true, foldingRangeProvider: true });
  console.log(`initialize was answered ${client.initializeMs.toFixed(0)} ms after the process was started`);
});

describe("diagnostics", () => {
  test("a sound definition has none", async () => {
    expect(await client.open(newUri(), ORDER)).toEqual([]);
  });

  test("say where, what, which rule, and where to read more", async () => {
    const [diagnostic, ...others] = await client.open(newUri(), BROKEN);
    expect(others.filter(({ severity }) => severity === 1)).toEqual([]);
    expect(diagnostic).toMatchObject({
      range: { start: { line: 7, character: 14 }, end: { line: 7, character: 20 } },
      severity: 1,
      source: "sluice",
      code: "unknown-target",
      codeDescription: { href: expect.stringMatching(/^https:/) },
    });
  });

  test("follow the changes, and name the version that they speak of", async () => {
    const uri = newUri();
    const range = { start: { line: 7, character: 15 }, end: { line: 7, character: 19 } };
    expect(await client.open(uri, BROKEN)).not.toEqual([]);
    await client.change(uri, 2, [{ range, text: "Shi" }]);
    await client.change(uri, 3, [{ range: { ...range, end: { line: 7, character: 18 } }, text: "Ship" }]);
    expect(await client.diagnostics(uri, 3)).toEqual([]);
    await client.change(uri, 4, [{ range: { ...range, end: { line: 7, character: 19 } }, text: "Nope" }]);
    expect(await client.diagnostics(uri, 4)).toMatchObject([{ code: "unknown-target" }]);
  });

  test("YAML has them too", async () => {
    const yaml = "StartAt: A\nStates:\n  A:\n    Type: Pass\n    Next: B\n";
    const diagnostics = await client.open(newUri(".asl.yaml"), yaml, "asl-yaml");
    expect(diagnostics).toContainEqual(
      expect.objectContaining({
        code: "unknown-target",
        range: { start: { line: 4, character: 10 }, end: { line: 4, character: 11 } },
      }),
    );
  });

  test("plain JSON is looked at only where it is a state machine", async () => {
    expect(await client.open(newUri(".json"), '{ "name": "x" ', "json")).toEqual([]);
    expect(await client.open(newUri(".json"), BROKEN, "json")).toMatchObject([{ code: "unknown-target" }]);
  });
});

describe("requests", () => {
  let uri: string;
  beforeAll(async () => {
    uri = newUri();
    await client.open(uri, TEXT);
  });

  test("hover", async () => {
    const hover = await client.request<Hover>("hover", uri, AT_TARGET);
    expect(hover.range).toEqual({ start: { line: 7, character: 14 }, end: { line: 7, character: 20 } });
    expect(hover.contents).toMatchObject({ kind: "markdown", value: expect.stringContaining("Succeed state") });
  });

  test("completion of states at Next", async () => {
    const list = await client.request<CompletionList>("completion", uri, AT_TARGET);
    expect(list.items.map(({ label }) => label)).toEqual(["Ship", "Charge"]);
    expect(list.items[0]?.textEdit).toMatchObject({ newText: '"Ship"' });
  });

  test("completion of fields at a key", async () => {
    const { text, position } = cursor(TEXT.replace('"Type": "Succeed"', '"Type": "Succeed", "$0"'));
    const other = newUri();
    await client.open(other, text);
    const list = await client.request<CompletionList>("completion", other, position);
    const field = list.items.find(({ label }) => label === "OutputPath");
    expect(field).toMatchObject({ insertTextFormat: 2, documentation: { kind: "markdown" } });
  });

  test("definition", async () => {
    const [link] = await client.request<LocationLink[]>("definition", uri, AT_TARGET);
    expect(link).toMatchObject({ targetUri: uri, targetSelectionRange: { start: { line: 9, character: 4 } } });
  });

  test("references and highlights", async () => {
    const context = { includeDeclaration: false };
    const locations = await client.request<Location[]>("references", uri, { line: 9, character: 6 }, { context });
    expect(locations.map(({ range }) => range.start.line)).toEqual([7]);
    expect(await client.request<unknown[]>("documentHighlight", uri, { line: 9, character: 6 })).toHaveLength(2);
  });

  test("symbols", async () => {
    const found = await client.request<DocumentSymbol[]>("documentSymbol", uri);
    expect(found.map(({ name, detail }) => `${name}: ${detail}`)).toEqual(["Charge: Task, start", "Ship: Succeed"]);
  });

  test("folding", async () => {
    const ranges = await client.request<FoldingRange[]>("foldingRange", uri);
    expect(ranges).toContainEqual({ startLine: 3, endLine: 7, kind: "region" });
  });

  test("lenses on StartAt", async () => {
    const lenses = await client.request<CodeLens[]>("codeLens", uri);
    expect(lenses.map(({ command, range }) => [command?.command, command?.arguments, range.start.line])).toEqual([
      ["sluice.run", [uri], 1],
      ["sluice.step", [uri], 1],
    ]);
  });

  test("a quick fix changes the misspelled target", async () => {
    const broken = newUri();
    const diagnostics = await client.open(broken, BROKEN);
    const range = diagnostics[0]?.range;
    const actions = await client.request<CodeAction[]>("codeAction", broken, undefined, {
      range,
      context: { diagnostics },
    });
    const edits = actions.flatMap(({ edit }) => edit?.changes?.[broken] ?? []);
    expect(edits).toContainEqual({ range, newText: '"Ship"' });
  });

  test("about a document that is not open, or no definition, nothing", async () => {
    expect(await client.request("hover", "file:///test/nowhere.asl.json", AT_TARGET)).toBeNull();
    const plain = newUri(".json");
    await client.open(plain, "[1]", "json");
    expect(await client.request("documentSymbol", plain)).toBeNull();
  });

  test("a position outside the text is none of the server's troubles", async () => {
    expect(await client.request("hover", uri, { line: 999, character: 999 })).toBeNull();
    expect(await client.request<CompletionList>("completion", uri, { line: 0, character: 999 })).toBeDefined();
  });
});

test("a request can be cancelled before its turn comes", async () => {
  const uri = newUri();
  const large = `{"StartAt":"S","States":{${Array.from({ length: 20_000 }, (_, i) => `"S${i}":{"Type":"Succeed"}`)}}}`;
  const opened = client.open(uri, large);
  // The server is busy with this one while the next request and its cancellation arrive together.
  const busy = client.request("documentSymbol", uri);
  const source = new CancellationTokenSource();
  const params = { textDocument: { uri }, position: { line: 0, character: 5 } };
  const answer = client.connection.sendRequest("textDocument/hover", params, source.token);
  source.cancel();
  await expect(answer).rejects.toMatchObject({ code: LSPErrorCodes.RequestCancelled });
  expect(await busy).toHaveLength(20_000);
  await opened;
});

test("a closed document has no diagnostics any more, and opens again", async () => {
  const uri = newUri();
  await client.open(uri, BROKEN);
  await client.close(uri);
  expect(await client.request("hover", uri, AT_TARGET)).toBeNull();
  expect(await client.open(uri, TEXT)).toEqual([]);
});

test("over IPC, as VS Code starts it", async () => {
  const child = fork(SERVER, ["--node-ipc"], { silent: true });
  const connection = createMessageConnection(new IPCMessageReader(child), new IPCMessageWriter(child));
  connection.listen();
  const params = { processId: process.pid, rootUri: null, capabilities: {} };
  expect(await connection.sendRequest("initialize", params)).toMatchObject({ serverInfo: { name: "sluice" } });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  await connection.sendRequest("shutdown");
  await connection.sendNotification("exit");
  expect(await exited).toBe(0);
});

test("without a transport it says what it wants", () => {
  const { status, stderr } = spawnSync(process.execPath, [SERVER], { encoding: "utf8" });
  expect(status).toBe(2);
  expect(stderr).toMatch(/^usage: server\.js --stdio/);
});
