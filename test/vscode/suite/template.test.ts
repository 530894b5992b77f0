/** A SAM template in plain YAML: its own features, and those of the definition embedded in it. */
import * as vscode from "vscode";
import { equal, includes, matches, ok } from "./check.ts";
import { api, ask, at, closeAll, completions, hoverText, open, problems } from "./editor.ts";

/** The rule's id: VS Code keeps it beside the address of its page. */
const ruleOf = ({ code }: vscode.Diagnostic) => String(typeof code === "object" ? code.value : code);

suite("templates", () => {
  let template: vscode.TextDocument;
  let found: readonly vscode.Diagnostic[];

  suiteSetup(async () => {
    await (await api()).serverReady();
    template = await open("jobs.template.yaml");
    found = await problems(template);
  });
  suiteTeardown(closeAll);

  test("problems across resources, and inside of the definition, stand where they are", () => {
    const places = found.map((problem) => `${ruleOf(problem)} ${template.getText(problem.range)}`);
    equal(places.sort(), ["unknown-target Nowhere", "visibility-timeout 30"], "problems");
  });

  test("a fix mends what it is for", async () => {
    const range =
      found.find((problem) => ruleOf(problem) === "visibility-timeout")?.range ?? new vscode.Range(0, 0, 0, 0);
    const actions = await ask<vscode.CodeAction[]>("vscode.executeCodeActionProvider", template, range);
    const fix = actions?.find(({ title }) => /VisibilityTimeout/.test(title));
    ok(
      fix?.edit?.get(template.uri).some(({ newText }) => newText === "120"),
      "no fix",
    );
  });

  test("hover explains properties, and fields of the definition", async () => {
    matches(await hoverText(template, at(template, "Visibility|Timeout")), /0 to 43200 seconds/, "hover");
    matches(await hoverText(template, at(template, "Start|At")), /runs first/, "hover inside");
  });

  test("completion offers attributes, and states of the definition", async () => {
    includes(await completions(template, at(template, "Failed.|Arn")), "QueueUrl", "attributes");
    includes(await completions(template, at(template, "Next: |Nowhere")), "Done", "states");
  });

  test("go to definition leads from !GetAtt to the resource, and from DefinitionUri to the file", async () => {
    type Found = vscode.Location | vscode.LocationLink;
    const target = async (marked: string) => {
      const [first] = (await ask<Found[]>("vscode.executeDefinitionProvider", template, at(template, marked))) ?? [];
      ok(first, `no definition of ${marked}`);
      return "uri" in first ? first : { uri: first.targetUri, range: first.targetSelectionRange ?? first.targetRange };
    };
    equal((await target("!GetAtt Fai|led")).range.start.line, at(template, "|Failed:").line, "line");
    matches((await target("order|.asl.json")).uri.path, /order\.asl\.json$/, "file");
  });

  test("the outline lists resources and states", async () => {
    const symbols = await ask<vscode.DocumentSymbol[]>("vscode.executeDocumentSymbolProvider", template);
    const names = (function all(level: readonly vscode.DocumentSymbol[]): string[] {
      return level.flatMap(({ name, children }) => [name, ...all(children ?? [])]);
    })(symbols ?? []);
    for (const name of ["Jobs", "Worker", "Work", "Done"]) includes(names, name, "symbols");
  });
});
