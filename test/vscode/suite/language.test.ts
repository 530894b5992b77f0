import * as vscode from "vscode";
import { equal, includes, matches, ok, until } from "./check.ts";
import { api, ask, at, closeAll, completions, hoverText, open, ownProblems, problems, replace } from "./editor.ts";

suite("language features", () => {
  let order: vscode.TextDocument;

  suiteSetup(async () => {
    await (await api()).serverReady();
    order = await open("order.asl.json");
  });
  suiteTeardown(closeAll);

  test("a sound definition has no problems", async () => {
    await open("mistakes.asl.json").then(problems); // by now the server has had its say about the other file too
    equal(
      ownProblems(order).map(({ message }) => message),
      [],
      "problems",
    );
  });

  test("a target that does not exist is reported where it stands, until it is mended", async () => {
    const document = await open("mistakes.asl.json");
    const found = await problems(document);
    const missing = found.find((problem) => /Missing/.test(document.getText(problem.range)));
    ok(missing, `no problem at the target: ${JSON.stringify(found)}`);
    equal(missing.severity, vscode.DiagnosticSeverity.Error, "severity");
    await replace(document, "Missing", "Last");
    await until("the problem to go", () => (ownProblems(document).length === 0 ? true : undefined));
    await vscode.commands.executeCommand("workbench.action.files.revert");
  });

  test("a truncated file is reported and harms nothing", async () => {
    const found = await problems(await open("truncated.asl.json"));
    ok(
      found.some(({ severity }) => severity === vscode.DiagnosticSeverity.Error),
      "no error",
    );
  });

  test("a YAML definition is checked too", async () => {
    const document = await open("approval.asl.yaml");
    const found = await problems(document);
    ok(
      found.some((problem) => /Missing/.test(document.getText(problem.range))),
      JSON.stringify(found),
    );
  });

  test("hover explains a field", async () => {
    matches(await hoverText(order, at(order, '"Timeout|Seconds"')), /time|second/i, "hover");
  });

  test("completion offers the states at Next", async () => {
    const labels = await completions(order, at(order, '"Next": "S|hip"'));
    for (const name of ["CheckStock", "OutOfStock"])
      includes(
        labels.map((label) => label.replaceAll('"', "")),
        name,
        "labels",
      );
  });

  test("go to definition leads from Next to the state", async () => {
    type Found = vscode.Location | vscode.LocationLink;
    const found = await ask<Found[]>("vscode.executeDefinitionProvider", order, at(order, '"Next": "Sh|ip"'));
    const [first] = found ?? [];
    ok(first, "no definition");
    const range = "range" in first ? first.range : (first.targetSelectionRange ?? first.targetRange);
    equal(range.start.line, at(order, '|"Ship": {').line, "line");
  });

  test("the outline lists the states", async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", order);
    const names = (function all(level: readonly vscode.DocumentSymbol[]): string[] {
      return level.flatMap(({ name, children }) => [name, ...all(children ?? [])]);
    })(symbols ?? []);
    for (const name of ["CheckStock", "Charge", "Ship", "OutOfStock"]) includes(names, name, "symbols");
  });

  test("states fold", async () => {
    const ranges = await ask<vscode.FoldingRange[]>("vscode.executeFoldingRangeProvider", order);
    const starts = (ranges ?? []).map(({ start }) => String(start));
    includes(starts, String(at(order, '|"Charge": {').line), "folding ranges");
  });

  test("Run and Step stand above StartAt", async () => {
    const lenses = await until("the lenses", async () => {
      const found = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", order, 10);
      return found?.some(({ command }) => command?.command === "sluice.run") ? found : undefined;
    });
    const line = at(order, '|"StartAt"').line;
    for (const command of ["sluice.run", "sluice.step"]) {
      ok(
        lenses.some((lens) => lens.command?.command === command && lens.range.start.line === line),
        `no ${command}`,
      );
    }
  });
});
