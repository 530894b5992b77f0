/** Mocks written in the panel, and runs compared that they make: by keyboard alone. */
import { describe, expect, it } from "vitest";
import { type PanelPage, whyNot } from "./panel-page.ts";
import { usePanel } from "./use-panel.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const PRICED = {
  definition: {
    StartAt: "Price",
    States: {
      Price: {
        Type: "Task",
        Resource: "arn:aws:lambda:eu-west-1:123456789012:function:price",
        Retry: [{ ErrorEquals: ["Price.Busy"], MaxAttempts: 3 }],
        Catch: [{ ErrorEquals: ["Price.Gone", "States.ALL"], Next: "Dear?" }],
        Next: "Dear?",
      },
      "Dear?": {
        Type: "Choice",
        Choices: [{ Variable: "$.total", NumericGreaterThan: 1000, Next: "Review" }],
        Default: "Ship",
      },
      Review: { Type: "Pass", End: true },
      Ship: { Type: "Pass", End: true },
    },
  },
  input: {},
  mocks: {
    StateMachines: { machine: { TestCases: { Priced: { Price: "Price" } } } },
    MockedResponses: { Price: { 0: { Return: { total: 480 } } } },
  },
};

describe.skipIf(reason)("mocks in the panel", () => {
  const openPanel = usePanel();
  let panel: PanelPage;
  const press = (...keys: readonly string[]) =>
    keys.reduce((last, key) => last.then(() => panel.page.keyboard.press(key)), Promise.resolve());
  const answers = () => panel.page.locator(".answer-row").allInnerTexts();
  const button = (name: string | RegExp) => panel.page.getByRole("button", { name });
  const toMocks = async (): Promise<void> => {
    while ((await panel.page.locator("[role=tab]:focus").allInnerTexts())[0] !== "Mocks") await press("Alt+PageDown");
    await button("Add an answer").waitFor();
  };
  /** From Return, which has the focus once it is shown. */
  const toThrow = async (): Promise<void> => {
    await panel.page.locator("input[type=radio]:focus").waitFor();
    await press("ArrowRight");
  };
  const runToEnd = async (): Promise<void> => {
    const after = panel.messages.length;
    await press("Control+Shift+Enter");
    await panel.said("report", ({ report }) => report.status === "SUCCEEDED", after);
  };
  /** Writes two failures before the answer that is there. */
  const failTwice = async (): Promise<void> => {
    await toMocks();
    await button("Insert an answer before Call 0").press("Enter");
    await toThrow();
    expect(await panel.page.getByLabel("Error").inputValue()).toBe("Price.Busy");
    await panel.page.locator(".answer-end input").fill("2");
    await press("Enter");
    await panel.page.getByText("Call 2", { exact: true }).waitFor();
  };

  it("makes a retry succeed on the third attempt", async () => {
    panel = await openPanel();
    await panel.open(PRICED);
    await failTwice();
    expect(await answers()).toEqual([
      expect.stringMatching(/^Calls 0-1\s+Throw Price\.Busy/),
      expect.stringMatching(/^Call 2\s+Return \{ "total": 480 \}/),
    ]);
    expect(await panel.page.locator("datalist option").count()).toBe(0);
    await runToEnd();
    expect((await panel.states()).Price).toBe("lambda: price, Task, succeeded, 2 retries");
  });

  it("suggests the errors that a state expects", async () => {
    panel = await openPanel();
    await panel.open(PRICED);
    await toMocks();
    await button("Add an answer").press("Enter");
    await toThrow();
    const names = await panel.page
      .locator("datalist option")
      .evaluateAll((all) => all.map((one) => one.getAttribute("value")));
    expect(names).toEqual(["Price.Busy", "Price.Gone"]);
    await press("Escape");
    expect(await panel.page.locator(".answer-editor").count()).toBe(0);
  });

  it("says that a run under way was answered otherwise, and begins anew", async () => {
    panel = await openPanel();
    await panel.open(PRICED);
    for (let step = 0; step < 3; step++) await panel.press("Step");
    const notice = panel.page.getByText("The mocks have changed since this run began.");
    await failTwice();
    await notice.waitFor();
    await button("Restart").last().click();
    await notice.waitFor({ state: "detached" });
  });

  it("redrives a run that failed with what its mocks answer by then", async () => {
    panel = await openPanel();
    const { Retry: _, Catch: __, ...Price } = PRICED.definition.States.Price;
    const { StateMachines } = PRICED.mocks;
    await panel.open({
      definition: { StartAt: "Price", States: { ...PRICED.definition.States, Price } },
      input: {},
      mocks: { StateMachines, MockedResponses: { Price: { 0: { Throw: { Error: "Price.Gone" } } } } },
    });
    expect((await panel.press("Run to end")).status).toBe("FAILED");
    await toMocks();
    await button(/^Throw/).press("Enter");
    await panel.page.getByRole("radio", { name: "Return" }).check();
    await panel.page.getByLabel("Result, JSON").fill('{"total": 1500}');
    await button("Save").press("Enter");
    const notice = panel.page.locator(".notice", { hasText: "The mocks have changed since this run failed." });
    const after = panel.messages.length;
    await notice.getByRole("button", { name: "Redrive" }).press("Enter");
    await panel.said("report", ({ report }) => report.status === "SUCCEEDED", after);
    await notice.waitFor({ state: "detached" });
    expect((await panel.states()).Review).toMatch(/succeeded/);
  });

  it("compares a run with the one before it, whatever was before that", async () => {
    panel = await openPanel();
    await panel.open(PRICED);
    await runToEnd();
    await failTwice();
    await runToEnd();
    await toMocks();
    await button(/^Return/).press("Enter");
    await panel.page.getByLabel("Result, JSON").fill('{"total": 1500}');
    await button("Save").press("Enter");
    await panel.page.getByText('{ "total": 1500 }').waitFor();
    await runToEnd();
    await press("Alt+PageUp", "Alt+PageUp", "Alt+PageUp");
    const chosen = () => panel.page.locator(".run-choice option:checked").allInnerTexts();
    while ((await panel.page.locator(".run-choice").count()) === 0) await press("Alt+PageDown");
    expect(await chosen()).toEqual(["2. Priced: succeeded", "3. Priced: succeeded"]);
    await panel.page.getByText("4 of 4 visits differ.").waitFor();
    expect(await panel.page.locator(".comparison").innerText()).toContain("only in run 3");
    await button("Swap").press("Enter");
    expect(await chosen()).toEqual(["3. Priced: succeeded", "2. Priced: succeeded"]);
  });
});
