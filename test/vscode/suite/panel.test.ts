import * as vscode from "vscode";
import { equal, ok } from "./check.ts";
import { api, closeAll, open } from "./editor.ts";

/** Opens the panel of a file, starts a run and waits until it comes to rest. */
async function runToRest(name: string) {
  const document = await open(name);
  const panel = await (await api()).openPanel(document);
  const rest = new Promise<NonNullable<typeof panel.report>>((resolve) => {
    const listener = panel.onDidReport((report) => {
      if (report.status === "RUNNING" && report.pending === 0) return;
      listener.dispose();
      resolve(report);
    });
  });
  await vscode.commands.executeCommand("sluice.run", document.uri.toString());
  return rest;
}

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

  test("says what is wrong with a broken definition, and stays", async () => {
    const document = await open("truncated.asl.json");
    const panel = await (await api()).openPanel(document);
    equal(panel.uri.toString(), document.uri.toString(), "panel");
  });
});
