/** Policies, patterns and sample messages over stdio, every feature once. What they answer is tested in unit/policies. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type {
  CodeAction,
  CodeLens,
  CompletionList,
  Diagnostic,
  DocumentSymbol,
  FoldingRange,
  Hover,
  InlayHint,
  Location,
  LocationLink,
  MarkupContent,
  SelectionRange,
  SemanticTokens,
  TextEdit,
  WorkspaceEdit,
} from "vscode-languageserver";
import { type Client, startClient } from "./client.ts";

const POLICY = `{
  "store": ["amsterdam", { "prefix": "ams-" }],
  "price": [{ "numeric": [">=", 100] }]
}
`;
const SAMPLES = `{
  "messages": [
    { "name": "large", "MessageAttributes": { "store": "amsterdam", "price": 120 }, "matches": true },
    { "name": "small", "MessageAttributes": { "store": "amsterdam", "price": 20 }, "matches": false }
  ]
}
`;
const PATTERN = `{
  "source": ["aws.ec2"],
  "detail": { "state": ["running"] }
}
`;

const folder = mkdtempSync(join(tmpdir(), "sluice-lsp-"));
const uriOf = (name: string): string => pathToFileURL(join(folder, name)).href;
const policy = uriOf("orders.filter-policy.json");
const samples = uriOf("orders.messages.json");
const pattern = uriOf("instances.event-pattern.json");

let client: Client;
beforeAll(async () => {
  for (const [name, text] of [
    ["orders.filter-policy.json", POLICY],
    ["orders.messages.json", SAMPLES],
  ] as const) {
    writeFileSync(join(folder, name), text);
  }
  client = await startClient({ rootUri: pathToFileURL(folder).href });
  expect(await client.open(policy, POLICY, "json")).toEqual([]);
  expect(await client.open(samples, SAMPLES, "json")).toEqual([]);
  expect(await client.open(pattern, PATTERN, "json")).toEqual([]);
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.stderr()).toBe("");
  rmSync(folder, { recursive: true });
});

function positionOf(text: string, part: string, by = 0): { line: number; character: number } {
  const before = text.slice(0, text.indexOf(part) + by).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

const codes = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code }) => code);

describe("a filter policy", () => {
  test("hover", async () => {
    const key = await client.request<Hover>("hover", policy, positionOf(POLICY, "price", 1));
    expect((key.contents as MarkupContent).value).toContain("In the samples: `120`, `20`.");
    const operator = await client.request<Hover>("hover", policy, positionOf(POLICY, "numeric", 1));
    expect((operator.contents as MarkupContent).value).toContain("five digits behind the point");
  });

  test("lenses: try, samples, scope, meters", async () => {
    const lenses = await client.request<CodeLens[]>("codeLens", policy);
    expect(lenses.map(({ command }) => [command?.title, command?.command])).toEqual([
      ["$(beaker) Try a message", "sluice.openFilterBench"],
      ["$(checklist) 1 of 2 samples match", "sluice.openFile"],
      ["2 of 5 keys", ""],
      ["2 of 150 combinations", ""],
      ["scope MessageAttributes (default)", ""],
    ]);
    expect(lenses[0]?.command?.arguments?.[0]).toBe(policy);
    expect(lenses[1]?.command?.arguments?.[0]).toBe(samples);
  });

  test("completion with snippets, references, highlights, rename, definition in the samples", async () => {
    const at = positionOf(POLICY, '"ams-"', 7);
    const list = await client.request<CompletionList>("completion", policy, { ...at, character: at.character - 10 });
    expect(list.items.map(({ label }) => label)).toContain("prefix");
    const key = positionOf(POLICY, "store", 2);
    expect(
      await client.request<Location[]>("references", policy, key, { context: { includeDeclaration: true } }),
    ).toHaveLength(1);
    expect(await client.request("documentHighlight", policy, key)).toHaveLength(1);
    const edit = await client.request<WorkspaceEdit>("rename", policy, key, { newName: "shop" });
    expect(edit.changes?.[policy]).toMatchObject([{ newText: "shop" }]);
    const places = await client.request<LocationLink[]>("definition", policy, key);
    expect(places.map(({ targetUri, targetSelectionRange }) => [targetUri, targetSelectionRange.start.line])).toEqual([
      [samples, 2],
      [samples, 3],
    ]);
  });

  test("outline, folding, selection, colours, formatting", async () => {
    const outline = await client.request<DocumentSymbol[]>("documentSymbol", policy);
    expect(outline.map(({ name }) => name)).toEqual(["store", "price"]);
    expect(await client.request<FoldingRange[]>("foldingRange", policy)).toHaveLength(1);
    const positions = [positionOf(POLICY, "ams-", 1)];
    const [selection] = await client.request<SelectionRange[]>("selectionRange", policy, undefined, { positions });
    expect(selection?.parent?.parent).toBeDefined();
    const tokens = await client.request<SemanticTokens>("semanticTokens/full", policy);
    expect(tokens.data.length).toBeGreaterThan(15);
    const options = { tabSize: 2, insertSpaces: true };
    expect(await client.request<TextEdit[]>("formatting", policy, undefined, { options })).toEqual([]);
  });
});

test("mistakes, with AWS's limits and quick fixes", async () => {
  const uri = uriOf("wrong.filter-policy.json");
  const text = '{ "store": [{ "prefx": "a" }], "x": [{ "wildcard": "a*" }] }';
  const diagnostics = await client.open(uri, text, "json");
  expect(codes(diagnostics)).toEqual(["pattern-unknown-operator", "pattern-operator-elsewhere"]);
  const start = positionOf(text, "prefx", 1);
  const context = { diagnostics: [...diagnostics] };
  const actions = await client.request<CodeAction[]>("codeAction", uri, undefined, {
    range: { start, end: start },
    context,
  });
  expect(actions[0]).toMatchObject({ title: "Change to prefix", isPreferred: true });
});

describe("sample messages", () => {
  test("verdicts in place, with their reason", async () => {
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    const hints = await client.request<InlayHint[]>("inlayHint", samples, undefined, { range });
    expect(hints.map(({ label, position }) => [label, position.line])).toEqual([
      ["✓ matches", 2],
      ["✗ no match: price", 3],
    ]);
    expect(hints[1]).toMatchObject({ tooltip: { value: expect.stringContaining("must be a number") } });
  });

  test("are judged anew while the policy is typed into", async () => {
    const told = client.next(samples);
    await client.change(policy, 2, [{ text: POLICY.replace("100", "10") }]);
    expect(codes(await told)).toEqual(["sample-expectation"]);
    const again = client.next(samples);
    await client.change(policy, 3, [{ text: POLICY }]);
    expect(codes(await again)).toEqual([]);
  });

  test("the file for a policy: where it is, or what it begins with", async () => {
    expect(await client.connection.sendRequest("sluice/sampleFile", { uri: policy })).toEqual({ uri: samples });
    const made = await client.connection.sendRequest<{ uri: string; text: string }>("sluice/sampleFile", {
      uri: pattern,
    });
    expect(made.uri).toBe(uriOf("instances.messages.json"));
    expect(JSON.parse(made.text).messages[0]).toMatchObject({ event: { source: "aws.ec2" }, matches: true });
    expect(await client.connection.sendRequest("sluice/sampleFile", { uri: samples })).toBeNull();
  });
});

describe("settings", () => {
  test("a project says what its files hold", async () => {
    writeFileSync(join(folder, ".sluicerc.json"), '{"files": {"plain-*.json": "filter-policy-body"}}');
    const changes = [{ uri: uriOf(".sluicerc.json"), type: 1 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    const uri = uriOf("plain-orders.json");
    expect(codes(await client.open(uri, '{ "order": { "store": ["x", "x"] } }', "json"))).toEqual([
      "pattern-repeated-value",
    ]);
    const lenses = await client.request<CodeLens[]>("codeLens", uri);
    expect(lenses.map(({ command }) => command?.title)).toContain(
      "scope MessageBody (as its name, settings or template say)",
    );
  });

  test("verdicts can be hidden", async () => {
    await client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { sluice: { sampleVerdicts: false } },
    });
    const range = { start: { line: 0, character: 0 }, end: { line: 9, character: 0 } };
    expect(await client.request<InlayHint[]>("inlayHint", samples, undefined, { range })).toEqual([]);
  });
});

test("a redrive policy", async () => {
  const uri = uriOf("orders.redrive-policy.json");
  const text = '{ "deadLetterTargetArn": "arn:aws:sqs:eu-west-1:123456789012:orders-dlq" }';
  const diagnostics = await client.open(uri, text, "json");
  expect(codes(diagnostics)).toEqual(["redrive-missing-field"]);
  const start = diagnostics[0]?.range.start ?? { line: 0, character: 0 };
  const context = { diagnostics: [...diagnostics] };
  const actions = await client.request<CodeAction[]>("codeAction", uri, undefined, {
    range: { start, end: start },
    context,
  });
  expect(actions.map(({ title }) => title)).toContain('Add "maxReceiveCount": 5');
  const hover = await client.request<Hover>("hover", uri, positionOf(text, "deadLetter", 1));
  expect((hover.contents as MarkupContent).value).toContain("a queue of the same type");
});

test("other JSON is left alone", async () => {
  const uri = uriOf("package.json");
  expect(await client.open(uri, '{ "name": "x", "files": ["a"] }', "json")).toEqual([]);
  expect(await client.request("hover", uri, { line: 0, character: 4 })).toBeNull();
});
