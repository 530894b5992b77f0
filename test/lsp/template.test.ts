/** A template over stdio: the protocol's side of what unit/template and unit/features test. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type {
  CodeAction,
  CompletionList,
  DocumentLink,
  DocumentSymbol,
  Hover,
  Location,
  LocationLink,
  WorkspaceEdit,
} from "vscode-languageserver";
import { type Client, startClient } from "./client.ts";

const TEXT = readFileSync(new URL("../vscode/workspace/jobs.template.yaml", import.meta.url), "utf8");
const folder = mkdtempSync(join(tmpdir(), "sluice-template-"));
const uri = pathToFileURL(join(folder, "jobs.template.yaml")).href;

let client: Client;
beforeAll(async () => {
  writeFileSync(join(folder, "order.asl.json"), '{"StartAt": "A", "States": {"A": {"Type": "Succeed"}}}');
  client = await startClient({ rootUri: pathToFileURL(folder).href });
});
afterAll(async () => {
  expect(await client.stop()).toBe(0);
  expect(client.stderr()).toBe("");
  rmSync(folder, { recursive: true });
});

function positionOf(part: string, by = 0): { line: number; character: number } {
  const before = TEXT.slice(0, TEXT.indexOf(part) + by).split("\n");
  return { line: before.length - 1, character: before.at(-1)?.length ?? 0 };
}

test("diagnostics", async () => {
  const diagnostics = await client.open(uri, TEXT, "yaml");
  expect(diagnostics.map(({ code, range }) => [code, range.start])).toEqual([
    ["visibility-timeout", positionOf("VisibilityTimeout: 30", 19)],
    ["unknown-target", positionOf("Nowhere")],
  ]);
});

test("hover, completion, definition, links", async () => {
  const hover = await client.request<Hover>("hover", uri, positionOf("VisibilityTimeout", 1));
  expect(JSON.stringify(hover.contents)).toContain("0 to 43200 seconds");
  const { items } = await client.request<CompletionList>("completion", uri, positionOf("Next: Nowhere", 7));
  expect(items.map(({ label }) => label)).toContain("Done");
  const found = await client.request<(Location | LocationLink)[]>("definition", uri, positionOf("Failed.Arn", 1));
  expect(JSON.stringify(found)).toContain(`"line":${positionOf("  Failed:").line}`);
  const links = await client.request<DocumentLink[]>("documentLink", uri);
  expect(links.map(({ target }) => target)).toContain(pathToFileURL(join(folder, "order.asl.json")).href);
});

test("symbols, rename, code actions", async () => {
  const symbols = await client.request<DocumentSymbol[]>("documentSymbol", uri);
  const resources = symbols.find(({ name }) => name === "Resources")?.children ?? [];
  expect(resources.map(({ name }) => name)).toEqual(["Jobs", "Failed", "Worker", "Machine", "FromFile"]);
  const edit = await client.request<WorkspaceEdit>("rename", uri, positionOf("Failed.Arn", 1), { newName: "Dead" });
  expect(edit.changes?.[uri]).toHaveLength(2);
  const range = { start: positionOf("VisibilityTimeout: 30", 19), end: positionOf("VisibilityTimeout: 30", 21) };
  const params = { range, context: { diagnostics: [] } };
  const actions = await client.request<CodeAction[]>("codeAction", uri, undefined, params);
  expect(actions.map(({ title }) => title)).toContain("Set VisibilityTimeout to 120 seconds");
});
