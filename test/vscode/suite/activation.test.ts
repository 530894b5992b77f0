import * as vscode from "vscode";
import { equal, ok } from "./check.ts";
import { api, closeAll, open } from "./editor.ts";
import { print } from "./mark.ts";

suite("activation", () => {
  suiteTeardown(closeAll);

  test("a .asl.json file has the language asl, a .asl.yaml file asl-yaml", async () => {
    equal((await open("order.asl.json")).languageId, "asl", "language");
    equal((await open("approval.asl.yaml")).languageId, "asl-yaml", "language");
  });

  test("opening a state machine activates the extension, and the server answers", async () => {
    const sluice = await api();
    await sluice.serverReady();
    const spentMs = sluice.loadMs + sluice.activateMs;
    print(
      `    activation: ${spentMs.toFixed(1)} ms of the ${sluice.host} extension host (${sluice.loadMs.toFixed(1)} reading)`,
    );
  });

  test("every command of the manifest exists", async () => {
    const known = await vscode.commands.getCommands(true);
    const manifest = vscode.extensions.getExtension("sluice.sluice")?.packageJSON;
    for (const { command } of manifest.contributes.commands)
      ok(known.includes(command), `${command} is not registered`);
  });
});
