import * as vscode from "vscode";
import { equal, includes, matches, ok, until } from "./check.ts";
import { api, ask, at, closeAll, completions, hoverText, open, problems, replace } from "./editor.ts";

suite("policies and sample messages", () => {
  suiteSetup(async () => (await api()).serverReady());
  suiteTeardown(closeAll);

  test("a misspelt operator is reported and mended", async () => {
    const document = await open("mistakes.filter-policy.json");
    equal(document.languageId, "json", "language");
    const [problem] = await problems(document);
    ok(problem, "no problem");
    matches(document.getText(problem.range), /prefx/, "place");
    const actions = await ask<vscode.CodeAction[]>("vscode.executeCodeActionProvider", document, problem.range);
    includes(
      (actions ?? []).map(({ title }) => title),
      "Change to prefix",
      "fixes",
    );
  });

  test("hover and completion know the operators, the samples and the limits", async () => {
    const document = await open("orders.filter-policy.json");
    matches(await hoverText(document, at(document, '"num|eric"')), /five digits/, "operator");
    await until("the samples", async () =>
      /In the samples/.test(await hoverText(document, at(document, '"to|tal"'))) ? true : undefined,
    );
    includes(await completions(document, at(document, '"amsterdam",| {')), "anything-but", "operators");
    const lenses = await until("the lenses", async () => {
      const found = await ask<vscode.CodeLens[]>("vscode.executeCodeLensProvider", document, 10);
      return found?.some(({ command }) => command?.command === "sluice.openFilterBench") ? found : undefined;
    });
    const titles = lenses.map(({ command }) => command?.title ?? "");
    for (const title of ["2 of 5 keys", "2 of 150 combinations"]) includes(titles, title, "meters");
  });

  test("each sample shows whether it matches, while the policy is typed into", async () => {
    const policy = await open("orders.filter-policy.json");
    const samples = await open("orders.messages.json");
    const labels = async (): Promise<string[]> => {
      const all = new vscode.Range(0, 0, samples.lineCount, 0);
      const hints = await ask<vscode.InlayHint[]>("vscode.executeInlayHintProvider", samples, all);
      return (hints ?? []).map(({ label }) =>
        typeof label === "string" ? label : label.map(({ value }) => value).join(""),
      );
    };
    const shown = (wanted: readonly string[]) =>
      until(`the verdicts ${wanted.join(", ")}`, async () =>
        JSON.stringify(await labels()) === JSON.stringify(wanted) ? true : undefined,
      );
    await shown(["✓ matches", "✗ no match: total"]);
    await replace(policy, "250", "10");
    await shown(["✓ matches", "✓ matches"]);
    await vscode.window.showTextDocument(policy);
    await vscode.commands.executeCommand("workbench.action.files.revert");
    await shown(["✓ matches", "✗ no match: total"]);
  });

  test("a redrive policy without its count", async () => {
    const found = await problems(await open("mistakes.redrive-policy.json"));
    matches(found.map(({ message }) => message).join(), /maxReceiveCount/, "problem");
  });

  test("an event pattern in plain .json is known by its content", async () => {
    const document = await open("pattern.json");
    matches(await hoverText(document, at(document, '"sou|rce"')), /Who sends the event/, "hover");
  });

  // The commands come back when the bench has been drawn in its webview.
  test("the filter bench opens on a policy, and on those of a template", async () => {
    for (const name of ["orders.filter-policy.json", "jobs.template.yaml"]) {
      const { uri } = await open(name);
      await vscode.commands.executeCommand("sluice.openFilterBench", uri);
      includes(tabTitles(), `Messages for ${name}`, "tabs");
    }
  });

  test("the redrive bench opens on a policy, and on the queues of a template", async () => {
    for (const name of ["mistakes.redrive-policy.json", "jobs.template.yaml"]) {
      const { uri } = await open(name);
      await vscode.commands.executeCommand("sluice.openRedriveBench", uri);
      includes(tabTitles(), `Redrive of ${name}`, "tabs");
    }
  });
});

function tabTitles(): string[] {
  return vscode.window.tabGroups.all.flatMap(({ tabs }) => tabs.map(({ label }) => label));
}
