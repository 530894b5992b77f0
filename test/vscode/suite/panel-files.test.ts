import * as vscode from "vscode";
import { readObjects, saveObjects, usesS3 } from "../../../client/src/panel/s3-folder.ts";
import { equal, ok } from "./check.ts";
import { api, closeAll, open, runToRest } from "./editor.ts";

const encode = (text: string): Uint8Array => new TextEncoder().encode(text);

suite("what lies around a definition", () => {
  teardown(closeAll);

  test("S3's folder is read whole, and written to only below itself", async () => {
    const { uri } = await open("order.asl.json");
    const folder = vscode.Uri.joinPath(uri, "../.sluice");
    equal(await readObjects(uri), { type: "objects", objects: undefined }, "without a folder");
    await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, "s3/in/2026/a.csv"), encode("sku\nA\n"));
    await saveObjects(uri, [
      { bucket: "out", key: "manifest.json", body: encode("{}") },
      { bucket: "out", key: "../../../outside.json", body: "{}" },
    ]);
    const message = await readObjects(uri);
    await vscode.workspace.fs.delete(folder, { recursive: true });
    ok(message.type === "objects" && message.objects, "no objects");
    const texts = message.objects.map(({ bucket, key, body }) =>
      [bucket, key, typeof body === "string" ? body : new TextDecoder().decode(body)].join(" "),
    );
    equal(texts.sort(), ["in 2026/a.csv sku\nA\n", "out manifest.json {}"], "objects");
  });

  test("only a definition with readers or writers is given what S3 holds", async () => {
    equal([usesS3('{"ItemReader": {}}'), usesS3("ResultWriter:"), usesS3("{}")], [true, true, false], "usesS3");
  });

  test("functions that are named beside it answer, where there is a process to run them in", async () => {
    const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
    ok(folder, "no folder is open");
    const resource = "arn:aws:lambda:eu-west-1:111122223333:function:ship";
    const definition = { StartAt: "Ship", States: { Ship: { Type: "Task", Resource: resource, End: true } } };
    const files: Readonly<Record<string, string>> = {
      "ship.asl.json": JSON.stringify(definition),
      "ship.handlers.json": '{ "ship": "ship.mjs#handler" }',
      "ship.mjs": 'export const handler = () => { throw new RangeError("too far"); };',
    };
    for (const [name, text] of Object.entries(files)) {
      await vscode.workspace.fs.writeFile(vscode.Uri.joinPath(folder, name), encode(text));
    }
    try {
      const { status, pending, error } = await runToRest("ship.asl.json");
      const called = { status: "FAILED", pending: 0, error: "RangeError" };
      const asked = { status: "RUNNING", pending: 1, error: undefined };
      equal<object>({ status, pending, error }, (await api()).host === "desktop" ? called : asked, "report");
    } finally {
      await closeAll();
      for (const name of Object.keys(files)) await vscode.workspace.fs.delete(vscode.Uri.joinPath(folder, name));
    }
  });
});
