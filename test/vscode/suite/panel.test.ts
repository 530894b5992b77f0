import * as vscode from "vscode";
import type { RunReport } from "../../../client/src/panel/protocol.ts";
import { keepAnswer } from "../../../client/src/panel/write-files.ts";
import { equal, ok } from "./check.ts";
import { api, closeAll, open, runToRest } from "./editor.ts";

suite("panel", () => {
  teardown(closeAll);

  test("runs a definition to its end beside the text, with the mocks that lie next to it", async () => {
    const report = await runToRest("order.asl.json");
    equal({ status: report.status, error: report.error }, { status: "SUCCEEDED", error: undefined }, "report");
    ok(report.events > 5, `only ${report.events} events`);
  });

  test("runs JSONata", async () => {
    equal((await runToRest("jsonata.asl.json")).status, "SUCCEEDED", "status");
  });

  test("shows an execution history on the definition that has its states", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0];
    ok(folder, "no folder is open");
    const panel = await (await api()).openHistory(vscode.Uri.joinPath(folder.uri, "sold-out.json"));
    ok(panel, "no panel");
    ok(panel.uri.path.endsWith("/order.asl.json"), `on ${panel.uri.path}`);
    const report = panel.report ?? (await new Promise<RunReport>((resolve) => panel.onDidReport(resolve)));
    equal(report, { status: "FAILED", events: 5, pending: 0, error: "OutOfStock", cause: "Nothing left" }, "report");
  });

  test("keeps an answer in the mock file beside the definition", async () => {
    const document = await open("jsonata.asl.json");
    const mocks = vscode.Uri.joinPath(document.uri, "../jsonata.mocks.json");
    await keepAnswer({ uri: document.uri, stem: "jsonata" }, { stateName: "Ask", outcome: { result: { ok: true } } });
    const text = new TextDecoder().decode(await vscode.workspace.fs.readFile(mocks));
    await vscode.workspace.fs.delete(mocks);
    const { MockedResponses } = JSON.parse(text);
    equal(MockedResponses, { MockedAsk: { "0": { Return: { ok: true } } } }, "responses");
  });

  test("says what is wrong with a broken definition, and stays", async () => {
    const document = await open("truncated.asl.json");
    const panel = await (await api()).openPanel({ uri: document.uri });
    equal(panel.uri.toString(), document.uri.toString(), "panel");
  });
});
