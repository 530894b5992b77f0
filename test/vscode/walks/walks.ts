/** What people open the panel for, each done from the text to the answer. */
import assert from "node:assert/strict";
import type { FrameLocator } from "playwright-core";
import type { Walk as AnyWalk } from "../take-walks.ts";
import type { Hands } from "./hands.ts";

type Walk = AnyWalk<Hands>;

/** Why does an order of a gold customer go with the van? Steps to the Choice and looks at its rules. */
export async function findWrongBranch({ vscode, hands, shoot }: Walk): Promise<void> {
  await vscode.openFile("orders.asl.json");
  await hands.open('.codelens-decoration a:has-text("Step")');
  const panel = await vscode.webview(".state");
  const rules = panel.getByRole("region", { name: "Rules" });
  while ((await rules.count()) === 0) await step(panel, hands);
  await rules.getByText('"Gold" is not "gold"').waitFor();
  await rules.getByText("Near miss: it would be true if $.customer.tier were").waitFor();
  await shoot("wrong-branch");
  await hands.press(rules.getByRole("button", { name: "Van", exact: true }));
  await panel.getByRole("heading", { name: "Van" }).waitFor();
}

async function step(panel: FrameLocator, hands: Hands): Promise<void> {
  const position = panel.locator(".position");
  const before = (await position.count()) > 0 ? await position.innerText() : "none";
  await hands.step(panel);
  await panel.locator(".position", { hasNotText: before }).waitFor();
}

/** Has a task fail twice before it answers, and sees its third try succeed. */
export async function succeedOnThirdTry({ vscode, hands, shoot }: Walk): Promise<void> {
  await vscode.openFile("orders.asl.json");
  await hands.open(
    '.editor-actions [aria-label^="Open State Machine Panel"], .editor-actions [aria-label^="State Machine"]',
  );
  const panel = await vscode.webview(".state");
  await hands.runToEnd(panel);
  await panel.locator(".run-bar .standing-succeeded").waitFor();
  await hands.tab(panel, "Mocks");
  await hands.press(panel.getByRole("button", { name: "Insert an answer before Call 0" }));
  await hands.other(panel.getByRole("radio", { name: "Throw" }));
  assert.equal(await panel.getByLabel("Error").inputValue(), "Price.Busy", "the error that the state retries");
  await hands.type(panel.getByLabel("How many calls"), "2");
  await hands.press(panel.getByRole("button", { name: "Save" }));
  await panel.getByText("Calls 0-1").waitFor();
  await shoot("mocks");
  await hands.runToEnd(panel);
  await panel.getByRole("option", { name: /^Price, .*succeeded, 2 retries/ }).waitFor();
}

/** Goes on from there: another price, and what becomes of it beside what was. */
export async function compareRuns({ vscode, hands, shoot }: Walk): Promise<void> {
  const panel = await vscode.webview(".state");
  await hands.tab(panel, "Mocks");
  await hands.press(panel.getByRole("button", { name: /^Return/ }));
  await hands.type(panel.getByLabel("Result, JSON"), '{ "total": 1500 }');
  await hands.press(panel.getByRole("button", { name: "Save" }));
  await panel.getByText("1500").waitFor();
  await hands.runToEnd(panel);
  await panel.getByRole("option", { name: /^Review, .*succeeded/ }).waitFor();
  await hands.tab(panel, "Compare");
  await panel.getByText("4 of 4 visits differ.").waitFor();
  const differences = panel.locator(".comparison");
  for (const words of ["only in run 2", "only in run 3"]) await differences.getByText(words).waitFor();
  await shoot("compared");
}

/** From the wrong branch on: would the Choice take the courier, if the tier were written as the rule has it? */
export async function tryState({ vscode, hands, shoot }: Walk): Promise<void> {
  const panel = await vscode.webview(".state");
  await hands.choose(panel, "HowToShip");
  await hands.press(panel.getByRole("button", { name: "Try this state" }));
  const input = panel.getByLabel("Input", { exact: true });
  assert.match(await input.inputValue(), /"Gold"/, "it begins with what the state was given");
  await hands.type(input, '{ "price": { "total": 480 }, "customer": { "tier": "gold"');
  await panel.locator(".trial .problem").waitFor();
  await hands.type(input, '{ "price": { "total": 480 }, "customer": { "tier": "gold" } }');
  await hands.press(panel.getByRole("button", { name: "Try", exact: true }));
  await panel.getByRole("heading", { name: "Succeeds, and goes on to Courier" }).waitFor();
  await shoot("tried");
}

/** Has a task fail for good, gives it another answer, and goes on from the state that failed. */
export async function redrive({ vscode, hands, shoot }: Walk): Promise<void> {
  await vscode.openFile("orders.asl.json");
  await hands.open(
    '.editor-actions [aria-label^="Open State Machine Panel"], .editor-actions [aria-label^="State Machine"]',
  );
  const panel = await vscode.webview(".state");
  const answer = async (throws: boolean): Promise<void> => {
    await hands.tab(panel, "Mocks");
    await hands.press(panel.getByRole("button", { name: throws ? /^Return/ : /^Throw/ }));
    await hands.other(panel.getByRole("radio", { name: throws ? "Throw" : "Return" }));
    if (throws) await hands.type(panel.getByLabel("Error"), "Price.Unknown");
    else await hands.type(panel.getByLabel("Result, JSON"), '{ "total": 1500 }');
    await hands.press(panel.getByRole("button", { name: "Save" }));
    await panel.getByRole("button", { name: throws ? /^Throw/ : /^Return/ }).waitFor();
  };
  await answer(true);
  await hands.runToEnd(panel);
  await panel.locator(".run-bar .standing-failed").waitFor();
  await answer(false);
  await panel.getByText("The mocks have changed since this run failed.").waitFor();
  await shoot("before-redrive");
  await hands.press(panel.getByRole("button", { name: "Redrive" }).first());
  await panel.locator(".run-bar .standing-succeeded").waitFor();
  await panel.getByRole("option", { name: /^Review, .*succeeded/ }).waitFor();
  await hands.tab(panel, "Events");
  await panel.getByText("ExecutionRedriven").waitFor();
  await shoot("redriven");
}

/** What did the state get that made an execution on AWS fail? */
export async function findFailingInput({ vscode, hands, shoot }: Walk): Promise<void> {
  await vscode.openFile("execution-4711.json");
  await hands.open(".editor-actions .codicon-history");
  const panel = await vscode.webview(".failure");
  await panel.getByText("The execution history execution-4711.json.").waitFor();
  await panel.getByText("no price for article 99").waitFor();
  await panel.getByRole("option", { name: /^Price, .*failed/, selected: true }).waitFor();
  const input = panel.getByRole("region", { name: "Input, JSON" });
  await input.scrollIntoViewIfNeeded();
  assert.match(await input.innerText(), /"article": 99/);
  await shoot("failing-input");
}

/** Changes a filter policy until each of five messages is taken or left out as expected. */
export async function mendPolicy({ vscode, hands, shoot }: Walk): Promise<void> {
  await vscode.openFile("parcels.filter-policy.json");
  await hands.open('.codelens-decoration a:has-text("Try a message")');
  const bench = await vscode.webview(".message-row");
  const head = bench.getByRole("banner");
  for (const [right, name] of [
    [2, "changed"],
    [3, "30 kilograms"],
    [4, "no weight yet"],
  ] as const) {
    await head.getByText(`${right} of 5 as expected`).waitFor();
    await hands.press(bench.getByRole("button", { name: /^Show the other/ }), "F8");
    await bench.getByRole("option", { name: new RegExp(name), selected: true }).waitFor();
    await hands.press(
      bench
        .getByRole("listitem")
        .filter({ hasText: /^Policy:/ })
        .getByRole("button"),
    );
  }
  await head.getByText("5 of 5 as expected").waitFor();
  await shoot("policy");
  for (const text of ['"order-placed", "order-changed"', '"exists": false']) await vscode.find(text);
}
