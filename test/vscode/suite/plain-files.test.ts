import { equal, matches, ok } from "./check.ts";
import { api, at, closeAll, hoverText, open, ownProblems, problems } from "./editor.ts";

suite("plain JSON", () => {
  suiteSetup(async () => (await api()).serverReady());
  suiteTeardown(closeAll);

  test("a state machine in plain .json is recognised by its content, and keeps its language mode", async () => {
    const document = await open("plain.json");
    const found = await problems(document);
    ok(
      found.some((problem) => /Nowhere/.test(document.getText(problem.range))),
      JSON.stringify(found),
    );
    equal(document.languageId, "json", "language");
    matches(await hoverText(document, at(document, '"Ne|xt"')), /state/i, "hover");
  });

  test("other JSON is left alone", async () => {
    const document = await open("other.json");
    equal(await hoverText(document, at(document, '"Ne|xt"')), "", "hover");
    equal(ownProblems(document).length, 0, "problems");
  });
});
