/** The features that change, colour and find things, over stdio, each in JSON and in YAML. What they answer is tested in unit/features. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  type CompletionList,
  type DocumentLink,
  type Hover,
  type InlayHint,
  LSPErrorCodes,
  type SelectionRange,
  type SemanticTokens,
  type SemanticTokensDelta,
  type SignatureHelp,
  type SymbolInformation,
  type TextEdit,
  type WorkspaceEdit,
} from "vscode-languageserver";
import { type Client, startClient } from "./client.ts";

const JSON_TEXT = `{
    "QueryLanguage": "JSONata",
    "StartAt": "Price",
    "States": {
        "Price": { "Type": "Pass", "Assign": { "total": "{% $states.input.order.total %}" }, "Next": "Send" },
        "Send": { "Type": "Task", "Resource": "arn:aws:states:::sqs:sendMessage",
            "Arguments": { "QueueUrl": "q", "MessageBody": "{% $round($total, 2) %}" },
            "Retry": [{ "ErrorEquals": ["States.ALL"] }],
            "End": true }
    }
}
`;
const YAML_TEXT = `QueryLanguage: JSONata
StartAt: Price
States:
  Price:
    Type: Pass
    Assign:
      total: "{% $states.input.order.total %}"
    Next: Send
  Send:
    Type: Task
    Resource: arn:aws:states:::sqs:sendMessage
    Arguments:
      QueueUrl: q
      MessageBody: |-
        {% $round($total, 2) %}
    Retry:
      - ErrorEquals: [States.ALL]
    End: true
`;

const folder = mkdtempSync(join(tmpdir(), "sluice-lsp-"));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;

let client: Client;
beforeAll(async () => {
  const files = {
    "order.asl.json": JSON_TEXT,
    "order.input.json": '{ "order": { "total": 12, "currency": "EUR" } }',
    "order.mocks.json": "{}",
    "closed.asl.yaml": "StartAt: Far away\nStates:\n  Far away:\n    Type: Succeed\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  client = await startClient({ rootUri: pathToFileURL(folder).href });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.stderr()).toBe("");
  rmSync(folder, { recursive: true });
});

/** Where a text stands, its first or a later occurrence; `by` characters further. */
function positionOf(text: string, part: string, by = 0): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(part) + by).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

test("all is announced", () => {
  expect(client.initialized.capabilities).toMatchObject({
    renameProvider: { prepareProvider: true },
    signatureHelpProvider: { triggerCharacters: ["(", ","] },
    selectionRangeProvider: true,
    documentFormattingProvider: true,
    documentRangeFormattingProvider: true,
    documentLinkProvider: {},
    inlayHintProvider: true,
    workspaceSymbolProvider: true,
    semanticTokensProvider: { full: { delta: true }, range: true },
  });
});

describe.each([
  ["JSON", "order.asl.json", "asl", JSON_TEXT],
  ["YAML", "order.asl.yaml", "asl-yaml", YAML_TEXT],
])("%s", (_, name, languageId, text) => {
  const uri = uriOf(name);
  const applied = (edits: readonly TextEdit[]): string => {
    const lines = text.split("\n");
    const offset = ({ line, character }: { line: number; character: number }): number =>
      lines.slice(0, line).reduce((sum, one) => sum + one.length + 1, 0) + character;
    return [...edits]
      .sort((a, b) => offset(b.range.start) - offset(a.range.start))
      .reduce(
        (done, { range, newText }) => done.slice(0, offset(range.start)) + newText + done.slice(offset(range.end)),
        text,
      );
  };

  beforeAll(async () => {
    expect(await client.open(uri, text, languageId)).toEqual([]);
  });

  test("rename of a state", async () => {
    const position = positionOf(text, "Send", 1);
    const target = await client.request<{ placeholder: string }>("prepareRename", uri, position);
    expect(target.placeholder).toBe("Send");
    const edit = await client.request<WorkspaceEdit>("rename", uri, position, { newName: "Tell" });
    expect(applied(edit.changes?.[uri] ?? [])).toBe(
      text.replaceAll("Send", "Tell").replace("TellMessage", "SendMessage"),
    );
  });

  test("rename of a variable", async () => {
    const position = positionOf(text, "$total,", 2);
    const edit = await client.request<WorkspaceEdit>("rename", uri, position, { newName: "$amount" });
    const renamed = text.replace("$total,", "$amount,").replace(/total("?): "/, 'amount$1: "');
    expect(applied(edit.changes?.[uri] ?? [])).toBe(renamed);
  });

  test("a rename that cannot be says why", async () => {
    const request = client.request("rename", uri, positionOf(text, "Send", 1), { newName: "Price" });
    await expect(request).rejects.toMatchObject({
      code: LSPErrorCodes.RequestFailed,
      message: expect.stringContaining("unique"),
    });
    expect(await client.request("prepareRename", uri, positionOf(text, "QueueUrl", 1))).toBeNull();
  });

  test("signature help", async () => {
    const help = await client.request<SignatureHelp>("signatureHelp", uri, positionOf(text, ", 2)", 2));
    expect(help).toMatchObject({ signatures: [{ label: "$round(number, [precision])" }], activeParameter: 1 });
    expect(await client.request("signatureHelp", uri, positionOf(text, "QueueUrl", 1))).toBeNull();
  });

  test("selection ranges", async () => {
    const [range] = await client.request<SelectionRange[]>("selectionRange", uri, undefined, {
      positions: [positionOf(text, "$total,", 2)],
    });
    const { line, character } = positionOf(text, "$total,");
    expect(range?.range).toEqual({ start: { line, character }, end: { line, character: character + 6 } });
    let count = 0;
    for (let at = range; at !== undefined; at = at.parent) count += 1;
    expect(count).toBeGreaterThan(5);
  });

  test("semantic tokens: all, those in sight, what has changed", async () => {
    const all = await client.request<SemanticTokens>("semanticTokens/full", uri);
    expect(all.data.length % 5).toBe(0);
    expect(all.data.length).toBeGreaterThan(50);
    const start = positionOf(text, "Send");
    const some = await client.request<SemanticTokens>("semanticTokens/range", uri, undefined, {
      range: { start, end: { line: start.line + 20, character: 0 } },
    });
    expect(some.data.length).toBeLessThan(all.data.length);
    const params = { previousResultId: all.resultId };
    const same = await client.request<SemanticTokensDelta>("semanticTokens/full/delta", uri, undefined, params);
    expect(same.edits).toEqual([]);
  });

  test("formatting keeps what is in order, ranges too", async () => {
    const options = { tabSize: 2, insertSpaces: true };
    expect(applied(await client.request("formatting", uri, undefined, { options }))).toBe(text);
    const range = { start: { line: 0, character: 0 }, end: { line: 3, character: 0 } };
    expect(await client.request("rangeFormatting", uri, undefined, { options, range })).toEqual([]);
  });

  test("document links, to pages and to the files beside", async () => {
    const links = await client.request<DocumentLink[]>("documentLink", uri);
    expect(links.map(({ target }) => target)).toEqual([
      uriOf("order.input.json"),
      uriOf("order.mocks.json"),
      expect.stringMatching(/connect-sqs\.html$/),
    ]);
  });

  test("inlay hints, once they are asked for", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } };
    const ask = (): Promise<InlayHint[]> => client.request("inlayHint", uri, undefined, { range });
    expect(await ask()).toEqual([]);
    const set = (inlayHints: boolean): Promise<void> =>
      client.connection.sendNotification("workspace/didChangeConfiguration", { settings: { sluice: { inlayHints } } });
    await set(true);
    expect((await ask()).map(({ label }) => label)).toEqual([
      "{ order }",
      "{ order }",
      expect.stringMatching(/MaxAttempts 3/),
    ]);
    await set(false);
  });

  test("completion and hover know the example of the input", async () => {
    const position = positionOf(text, "order.total", 6);
    const list = await client.request<CompletionList>("completion", uri, position);
    expect(list.items.map(({ label }) => label)).toEqual(["total", "currency"]);
    const hover = await client.request<Hover>("hover", uri, position);
    expect(hover.contents).toMatchObject({ value: expect.stringContaining("For example `12`") });
  });

  test("a change is answered by what is different in the tokens", async () => {
    const { resultId } = await client.request<SemanticTokens>("semanticTokens/full", uri);
    const start = positionOf(text, ", 2)", 2);
    const range = { start, end: { line: start.line, character: start.character + 1 } };
    await client.change(uri, 2, [{ range, text: "$n" }]);
    const params = { previousResultId: resultId };
    const delta = await client.request<SemanticTokensDelta>("semanticTokens/full/delta", uri, undefined, params);
    expect(delta.edits).toHaveLength(1);
    expect(delta.edits[0]?.data?.length ?? 0).toBeLessThan(16);
  });
});

test("workspace symbols: of what is open and of what is not", async () => {
  const find = (query: string): Promise<SymbolInformation[]> =>
    client.connection.sendRequest("workspace/symbol", { query });
  expect((await find("far")).map(({ name, location }) => [name, location.uri])).toEqual([
    ["Far away", uriOf("closed.asl.yaml")],
  ]);
  expect((await find("price")).map(({ location }) => location.uri).sort()).toEqual([
    uriOf("order.asl.json"),
    uriOf("order.asl.yaml"),
  ]);
});

test("about a document that is not open, nothing", async () => {
  const uri = uriOf("nowhere.asl.json");
  const position = { line: 0, character: 0 };
  const range = { start: position, end: position };
  expect(await client.request("prepareRename", uri, position)).toBeNull();
  expect(await client.request("rename", uri, position, { newName: "x" })).toBeNull();
  expect(await client.request("signatureHelp", uri, position)).toBeNull();
  expect(await client.request("selectionRange", uri, undefined, { positions: [position] })).toBeNull();
  expect(await client.request("semanticTokens/full", uri)).toEqual({ data: [] });
  expect(await client.request("documentLink", uri)).toBeNull();
  expect(await client.request("inlayHint", uri, undefined, { range })).toBeNull();
});

test("sluice/drawing: the picture of a text, none of one with a mistake", async () => {
  const ask = (text: string) => client.connection.sendRequest("sluice/drawing", { text, language: "json" });
  const drawn = await ask('{ "StartAt": "Only", "States": { "Only": { "Type": "Succeed" } } }');
  expect(drawn).toMatchObject({ startAt: "Only", states: [{ name: "Only", type: "Succeed", nameStart: 33 }] });
  expect(await ask('{ "StartAt": "Only", "States": { "Only": ')).toBeNull();
  expect(await ask("[]")).toBeNull();
});
