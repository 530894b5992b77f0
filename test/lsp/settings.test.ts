/** The built server: severities from the editor and from `.sluicerc.json`, and what code actions it offers. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { CodeAction, Diagnostic } from "vscode-languageserver";
import { type Client, startClient } from "./client.ts";

const TEXT = `{
  "StartAt": "C",
  "States": {
    "C": { "Type": "Choice", "Choices": [{ "Variable": "$.a", "IsPresent": true, "Next": "Z" }] },
    "Z": { "Type": "Succeed" }
  }
}
`;

let client: Client;
const folder = mkdtempSync(path.join(tmpdir(), "sluice-lsp-"));
const config = path.join(folder, ".sluicerc.json");
const uriOf = (name: string): string => pathToFileURL(path.join(folder, name)).href;

beforeAll(async () => {
  client = await startClient();
});

afterAll(async () => {
  expect(await client.stop()).toBe(0);
  rmSync(folder, { recursive: true });
});

/** The diagnostics that follow from something that is done. */
async function published(uri: string, act: () => Promise<unknown>): Promise<readonly Diagnostic[]> {
  const next = client.next(uri);
  await act();
  return next;
}

const told = (diagnostics: readonly Diagnostic[]) => diagnostics.map(({ code, severity }) => `${code} ${severity}`);

test("a project's file, then its change, then the editor's settings", async () => {
  const uri = uriOf("machine.asl.json");
  writeFileSync(config, '{"rules": {"choice-without-default": "error"}}');
  expect(told(await client.open(uri, TEXT))).toEqual(["choice-without-default 1"]);

  const changed = await published(uri, async () => {
    writeFileSync(config, '{"rules": {}}');
    const changes = [{ uri: pathToFileURL(config).href, type: 2 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
  });
  expect(told(changed)).toEqual(["choice-without-default 2"]);

  const set = await published(uri, () =>
    client.connection.sendNotification("workspace/didChangeConfiguration", {
      settings: { sluice: { rules: { "choice-without-default": "off" } } },
    }),
  );
  expect(told(set)).toEqual([]);
});

test("a broken file is told in itself", async () => {
  const configUri = pathToFileURL(config).href;
  const diagnostics = await published(configUri, async () => {
    writeFileSync(config, '{\n  "rules": { "no-such-rule": "off" }\n}');
    const changes = [{ uri: configUri, type: 2 }];
    await client.connection.sendNotification("workspace/didChangeWatchedFiles", { changes });
    await client.open(uriOf("other.asl.json"), TEXT);
  });
  expect(diagnostics.map(({ message, range }) => [message, range.start])).toEqual([
    ['There is no rule "no-such-rule".', { line: 1, character: 13 }],
  ]);
});

test("fixes, silencing, refactorings and their refusals", async () => {
  const uri = uriOf("actions.asl.json");
  await client.open(uri, TEXT.replace('"IsPresent": true', '"NumericEquals": 1').replace('"$.a"', '"$.a[*]"'));
  const start = { line: 3, character: 6 };
  const actions = await client.request<CodeAction[]>("codeAction", uri, undefined, {
    range: { start, end: start },
    context: { diagnostics: [] },
  });
  const title = ({ title: text, disabled }: CodeAction): string => (disabled === undefined ? text : `(${text})`);
  expect(actions.map(title)).toEqual(['Add Default to "C"', 'Add Comment to "C"', '(Convert "C" to JSONata)']);
  expect(actions.at(-1)?.disabled?.reason).toContain("selects any number of values");
  expect(actions[0]?.edit?.changes?.[uri]?.length).toBe(2);
});
