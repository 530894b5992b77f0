/** The features that change, colour and find things, as VS Code asks for them, in JSON and in YAML. */
import * as vscode from "vscode";
import { equal, includes, matches, ok, until } from "./check.ts";
import { api, ask, at, closeAll, completions, hoverText, open } from "./editor.ts";

const OPTIONS: vscode.FormattingOptions = { tabSize: 2, insertSpaces: true };

suite("editing", () => {
  let json: vscode.TextDocument;
  let yaml: vscode.TextDocument;

  suiteSetup(async () => {
    await (await api()).serverReady();
    json = await open("order.asl.json");
    yaml = await open("approval.asl.yaml");
  });
  suiteTeardown(closeAll);

  test("rename changes a state everywhere", async () => {
    const edit = await renamed(json, at(json, '"Next": "Sh|ip"'), "Send");
    equal(edit.get(json.uri).length, 2, "edits in JSON");
    equal((await renamed(yaml, at(yaml, "StartAt: A|sk"), "Question")).get(yaml.uri).length, 2, "edits in YAML");
  });

  test("signature help shows the argument that is written", async () => {
    const position = at(json, "States.Format('order {}', |$.orderId)");
    const help = await ask<vscode.SignatureHelp>("vscode.executeSignatureHelpProvider", json, position, "(");
    equal([help?.signatures[0]?.label, help?.activeParameter], ["States.Format(template, value...)", 1], "help");
  });

  test("semantic tokens tell states from strings", async () => {
    for (const document of [json, yaml]) {
      const tokens = await until(
        "tokens",
        async () => await ask<vscode.SemanticTokens>("vscode.provideDocumentSemanticTokens", document),
      );
      ok(tokens.data.length >= 20, `${tokens.data.length} numbers`);
    }
  });

  test("what is in order stays as it is when formatted", async () => {
    for (const document of [json, yaml]) {
      const edits = await ask<vscode.TextEdit[]>("vscode.executeFormatDocumentProvider", document, OPTIONS);
      equal(edits ?? [], [], "edits");
    }
  });

  test("selections grow from a word to the state", async () => {
    type Ranges = readonly vscode.SelectionRange[];
    const places = [at(json, "$.ord|erId")];
    const [range] = (await ask<Ranges>("vscode.executeSelectionRangeProvider", json, places)) ?? [];
    // VS Code puts parts of words of its own among them.
    const texts: string[] = [];
    for (let at = range; at !== undefined; at = at.parent) texts.push(json.getText(at.range));
    for (const text of ["orderId", "$.orderId", "'order {}', $.orderId"]) includes(texts, text, "ranges");
  });

  test("links lead to the pages of resources and to the files beside", async () => {
    const targets = async (document: vscode.TextDocument): Promise<string[]> => {
      const links = await ask<vscode.DocumentLink[]>("vscode.executeLinkProvider", document);
      return (links ?? []).map(({ target }) => target?.toString() ?? "");
    };
    matches((await targets(json)).join(" "), /order\.input\.json .*order\.mocks\.json .*connect-lambda/, "links");
    matches((await targets(yaml)).join(" "), /connect-sqs/, "links");
  });

  test("the workspace's states are found by name", async () => {
    const found = await vscode.commands.executeCommand<vscode.SymbolInformation[]>(
      "vscode.executeWorkspaceSymbolProvider",
      "CheckStock",
    );
    includes(
      found.map(({ name }) => name),
      "CheckStock",
      "symbols",
    );
  });

  test("completion and hover know the example input", async () => {
    includes(await completions(json, at(json, "$.|orderId")), "orderId", "labels");
    matches(await hoverText(json, at(json, "$.order|Id)")), /For example/, "hover");
  });

  test("inlay hints stay away until they are asked for", async () => {
    const all = new vscode.Range(0, 0, json.lineCount, 0);
    const hints = (): Promise<vscode.InlayHint[]> =>
      Promise.resolve(ask<vscode.InlayHint[]>("vscode.executeInlayHintProvider", json, all)).then(
        (found) => found ?? [],
      );
    equal(await hints(), [], "hints");
    const settings = vscode.workspace.getConfiguration("sluice");
    await settings.update("inlayHints", true, vscode.ConfigurationTarget.Global);
    try {
      const found = await until("hints", async () => ((await hints()).length > 0 ? hints() : undefined));
      matches(found.map(({ label }) => String(label)).join(" "), /quantity/, "hints");
    } finally {
      await settings.update("inlayHints", undefined, vscode.ConfigurationTarget.Global);
    }
  });
});

async function renamed(
  document: vscode.TextDocument,
  position: vscode.Position,
  name: string,
): Promise<vscode.WorkspaceEdit> {
  const edit = await ask<vscode.WorkspaceEdit>("vscode.executeDocumentRenameProvider", document, position, name);
  ok(edit, "no edit");
  return edit;
}
