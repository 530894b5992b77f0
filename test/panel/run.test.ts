/** Running, stepping, answering: what the buttons do to graph, data and report. */
import { fromHistory, mockTasks, parseMockConfig, run, type TraceEvent } from "@sluice/engine";
import { describe, expect, it } from "vitest";
import { ORDER, ORDER_INPUT, ORDER_MOCKS, REMINDER_YAML } from "./machines.ts";
import { type PageOptions, type PanelPage, whyNot } from "./panel-page.ts";
import { usePanel } from "./use-panel.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const order = { definition: ORDER, input: ORDER_INPUT, mocks: ORDER_MOCKS };

/** As `get-execution-history` would print it, for an execution whose card was declined. */
async function declinedTrace(): Promise<readonly TraceEvent[]> {
  const config = parseMockConfig(JSON.parse(JSON.stringify(ORDER_MOCKS)));
  const tasks = "problems" in config ? undefined : mockTasks(config, "machine", "Declined");
  if (typeof tasks !== "function") throw new Error("no mocks");
  const { events } = await run(ORDER, { input: ORDER_INPUT, tasks });
  return fromHistory(JSON.parse(JSON.stringify({ events }))) ?? [];
}

describe.skipIf(reason)("running in the panel", () => {
  const openPanel = usePanel();
  let panel: PanelPage;
  const start = async (options?: PageOptions): Promise<void> => {
    panel = await openPanel(options);
  };
  const tab = (name: string) => panel.page.getByRole("tab", { name });
  const state = (name: string) => panel.page.getByRole("option", { name: new RegExp(`^${name},`) });

  it("runs to the end with a mock file, and shows the way it went", async () => {
    await start();
    await panel.open(order);
    expect(await panel.press("Run to end")).toMatchObject({ status: "SUCCEEDED", pending: 0 });
    expect(await panel.states()).toMatchObject({
      "Charge card": "lambda:invoke, Task, succeeded, 1 retry",
      "Ask for approval": "sqs:sendMessage.waitForTask…, Task",
      Pack: "Pass, succeeded, 3 visits",
      Done: "Succeed, succeeded",
    });
    expect(await panel.page.locator(".clock").innerText()).toBe("00:00:32.000");
    expect(await panel.page.getByRole("region", { name: "Output, JSON" }).innerText()).toContain('"id": "o-1"');
    await panel.page.getByRole("slider").fill("1");
    expect((await panel.states())["Validate order"]).toBe("lambda: validate, Task");
  });

  it("shows what made it fail", async () => {
    await start();
    await panel.open(order);
    await panel.page.getByLabel("Tasks").selectOption("Declined");
    expect(await panel.press("Run to end")).toMatchObject({ status: "FAILED", error: "OrderFailed" });
    expect(await panel.page.locator(".failure").innerText()).toContain("The card was declined.");
    expect(await panel.states()).toMatchObject({
      "Charge card": "lambda:invoke, Task, failed, caught",
      "Order failed": "Fail OrderFailed, Fail, failed",
    });
    expect(await panel.page.locator(".edge-catch.taken").count()).toBe(1);
  });

  it("plays at a pace, and pauses", async () => {
    await start();
    await panel.open(order);
    await panel.page.getByRole("button", { name: "Run", exact: true }).click();
    await panel.said("report", ({ report }) => report.events > 4);
    await panel.page.getByRole("button", { name: "Pause" }).click();
    await panel.page.getByRole("button", { name: "Run", exact: true }).waitFor();
    await panel.press("Run to end");
    expect((await panel.states()).Done).toBe("Succeed, succeeded");
  });

  it("plays at once for those who want no motion", async () => {
    await start({ reducedMotion: true });
    await panel.open(order);
    await panel.page.getByRole("button", { name: "Run", exact: true }).click();
    await panel.said("report", ({ report }) => report.status === "SUCCEEDED");
  });

  it("steps on, back and on again without running twice", async () => {
    await start();
    await panel.open(order);
    await panel.press("Step");
    await panel.press("Step");
    const third = await panel.press("Step");
    expect((await panel.states())["In stock?"]).toBe("Choice, running");
    const back = panel.page.getByRole("button", { name: "Step back" });
    await back.click();
    expect(await panel.states()).toMatchObject({
      "In stock?": "Choice",
      "Validate order": "lambda: validate, Task, succeeded",
    });
    await back.click();
    expect((await panel.states())["Validate order"]).toBe("lambda: validate, Task, running");
    const step = panel.page.getByRole("button", { name: "Step", exact: true });
    await step.click();
    await step.click();
    expect((await panel.states())["In stock?"]).toBe("Choice, running");
    expect((await panel.press("Step")).events).toBeGreaterThan(third.events);
    expect(await panel.press("Restart")).toMatchObject({ status: "RUNNING", events: 1 });
    expect((await panel.states())["Validate order"]).toBe("lambda: validate, Task");
  });

  it("asks for a task's answer: a result, then an error", async () => {
    await start();
    await panel.open({ ...order, mocks: undefined });
    expect(await panel.press("Run to end")).toMatchObject({ status: "RUNNING", pending: 1 });
    expect((await panel.states())["Validate order"]).toBe("lambda: validate, Task, waiting for an answer");
    await panel.page.getByLabel("Result, JSON").fill("{ no");
    await panel.page.getByRole("button", { name: "Return" }).click();
    expect(await panel.page.getByRole("alert").innerText()).toContain("not JSON");
    await panel.page.getByLabel("Result, JSON").fill(JSON.stringify(ORDER_INPUT));
    await panel.page.getByLabel("virtual seconds").fill("90");
    expect(await panel.press("Return")).toMatchObject({ pending: 1 });
    expect(await panel.page.locator(".clock").innerText()).toBe("00:01:30.000");
    expect(await panel.page.locator(".ask h2").innerText()).toContain("Charge card");
    await panel.page.getByLabel("Throw").check();
    await panel.page.getByLabel("Error").fill("Declined");
    expect(await panel.press("Throw")).toMatchObject({ pending: 1 });
    expect((await panel.states())["Charge card"]).toBe("lambda:invoke, Task, failed, caught");
  });

  it("keeps an answer in the mock file", async () => {
    await start();
    await panel.open({ ...order, mocks: undefined });
    await panel.press("Run to end");
    await panel.page.getByLabel("keep in machine.mocks.json").check();
    await panel.page.getByLabel("Result, JSON").fill(JSON.stringify(ORDER_INPUT));
    await panel.press("Return");
    const { answer } = await panel.said("keepAnswer");
    expect(answer).toEqual({ stateName: "Validate order", outcome: { result: ORDER_INPUT } });
  });

  it("says what a mock file lacks, and goes on when it is there", async () => {
    await start();
    const { StateMachines, MockedResponses } = ORDER_MOCKS;
    const { validate: _, ...others } = MockedResponses;
    const cases = { HappyPath: { "Charge card": "charge", "Send mail": "mail" } };
    const lacking = { StateMachines: { machine: { TestCases: cases } }, MockedResponses: others };
    await panel.open({ ...order, mocks: lacking });
    expect(await panel.press("Run to end")).toMatchObject({ status: "RUNNING", pending: 1 });
    await panel.page.getByText("What to add to machine.mocks.json").click();
    expect(await panel.page.locator(".missing pre").innerText()).toContain('"Validate order": "MockedValidateorder"');
    await panel.page.getByRole("button", { name: "Copy" }).click();
    expect((await panel.said("copy")).text).toContain("MockedValidateorder");
    const after = panel.messages.length;
    const file = { name: "machine.mocks.json", text: JSON.stringify({ StateMachines, MockedResponses }) };
    await panel.send({ type: "mocks", file });
    await panel.said("report", ({ report }) => report.status === "SUCCEEDED", after);
  });

  it("shows an execution history, a failed one at its failure", async () => {
    await start();
    await panel.send({ type: "history", name: "failed.json", trace: await declinedTrace() });
    await panel.open(order);
    const { report } = await panel.said("report");
    expect(report).toMatchObject({ status: "FAILED", error: "OrderFailed" });
    expect(await panel.page.locator(".notice").innerText()).toContain("failed.json");
    expect(await panel.page.locator(".failure").innerText()).toContain("The card was declined.");
    expect(await panel.page.getByRole("region", { name: "Input, JSON" }).innerText()).toContain('"o-1"');
    expect((await panel.states())["Charge card"]).toBe("lambda:invoke, Task, failed, caught");
    await tab("Events").click();
    expect(await panel.page.getByRole("row").last().innerText()).toContain("ExecutionFailed");
    await panel.page.getByRole("button", { name: "Step back" }).click();
    await panel.page.getByRole("button", { name: "Use its input" }).click();
    expect(await panel.page.getByLabel("Execution input").inputValue()).toBe(JSON.stringify(ORDER_INPUT, null, 2));
    expect((await panel.states()).Done).toBe("Succeed");
  });

  it("says which states of a history the definition does not have", async () => {
    await start();
    const text = JSON.stringify(ORDER).replaceAll("Charge card", "Take money").replaceAll("Order failed", "Over");
    await panel.open({ ...order, definition: text });
    await panel.send({ type: "history", name: "failed.json", trace: await declinedTrace() });
    await panel.said("report");
    expect(await panel.page.locator(".notice").innerText()).toContain("states “Charge card”, “Order failed”");
    expect((await panel.states())["Release stock"]).toBe("lambda: release, Task, succeeded");
  });

  it("begins anew with another input, and refuses what is not JSON", async () => {
    await start();
    await panel.open(order);
    await panel.press("Run to end");
    await tab("Input").click();
    await panel.page.getByLabel("Execution input").fill("{ nothing");
    expect((await panel.states()).Done).toBe("Succeed");
    await panel.page.getByRole("button", { name: "Run to end" }).click();
    expect(await panel.page.locator(".problem").innerText()).toContain("not JSON");
    await panel.page.getByLabel("Execution input").fill(JSON.stringify({ ...ORDER_INPUT, total: 5 }));
    expect((await panel.press("Run to end")).status).toBe("SUCCEEDED");
  });

  it("shows each turn of a Map", async () => {
    await start();
    await panel.open(order);
    await panel.press("Run to end");
    await state("Pack").click();
    await panel.page.getByLabel("Visit", { exact: true }).selectOption({ index: 1 });
    expect(await panel.page.getByRole("region", { name: "Input, JSON" }).innerText()).toContain('"b"');
    await panel.page.getByRole("button", { name: "Earlier visit" }).click();
    expect(await panel.page.getByRole("region", { name: "Input, JSON" }).innerText()).toContain('"a"');
  });

  it("shows how a state came from its input to its output", async () => {
    await start();
    await panel.open(order);
    await panel.press("Run to end");
    await state("Charge card").click();
    const flow = panel.page.getByLabel("From input to output");
    const rows = await flow.locator("summary").allInnerTexts();
    expect(rows.map((row) => row.replace(/\s+/g, " "))).toEqual([
      "Input id, total, items",
      "Parameters another value",
      "Result Payload",
      "ResultPath + payment",
      "Output + payment",
    ]);
    await flow.getByText("Result", { exact: true }).click();
    expect(await flow.getByRole("region", { name: "Result, JSON" }).innerText()).toContain('"charged": 120');
    await panel.page.getByRole("slider").fill("2");
    await state("Charge card").click();
    expect(await flow.count()).toBe(0);
  });

  it("moves with the rows of the event table", async () => {
    await start();
    await panel.open(order);
    await panel.press("Run to end");
    await tab("Events").click();
    const grid = panel.page.getByRole("grid");
    await grid.press("Home");
    await grid.press("ArrowDown");
    expect(await panel.page.locator("[role=row][aria-selected=true]").innerText()).toContain("TaskStateEntered");
    expect((await panel.states())["Validate order"]).toBe("lambda: validate, Task, running");
    await panel.page.getByRole("row", { name: /ChoiceStateEntered/ }).click();
    expect((await panel.states())["In stock?"]).toBe("Choice, running");
  });

  it("reads YAML, and goes back to JSON when the file does", async () => {
    await start();
    await panel.open({
      definition: REMINDER_YAML,
      language: "yaml",
      input: { text: "Wake up" },
      name: "remind.asl.yaml",
    });
    expect(await panel.press("Run to end")).toMatchObject({ status: "RUNNING", pending: 1 });
    expect(await panel.page.locator(".clock").innerText()).toBe("1d 00:00:00.000");
    expect(await panel.press("Return")).toMatchObject({ status: "SUCCEEDED" });
    await state("Send reminder").click();
    const { start: from, end } = await panel.said("reveal");
    expect(REMINDER_YAML.slice(from, end)).toBe("Send reminder");
    await panel.open(order);
    expect(await panel.press("Run to end")).toMatchObject({ status: "SUCCEEDED" });
  });

  it("reads YAML also when the text was JSON before", async () => {
    await start();
    await panel.open(order);
    await panel.press("Run to end");
    await panel.type({ definition: REMINDER_YAML, language: "yaml" });
    expect(Object.keys(await panel.states())).toEqual(["Wait a day", "Send reminder"]);
    expect(await panel.press("Run to end")).toMatchObject({ status: "FAILED" });
  });

  it("links the selection both ways", async () => {
    await start();
    await panel.open(order);
    await state("Charge card").click();
    const { start: from, end } = await panel.said("reveal");
    expect(JSON.stringify(ORDER, null, 2).slice(from, end)).toBe('"Charge card"');
    await panel.send({ type: "cursor", offset: JSON.stringify(ORDER, null, 2).indexOf("Cool down") + 60 });
    await panel.page.waitForFunction(() => document.querySelector(".selected")?.textContent?.includes("Cool down"));
  });

  it("obeys the host's commands, also before the first drawing", async () => {
    await start();
    await panel.send({ type: "command", command: "runToEnd" });
    await panel.open(order);
    await panel.said("report", ({ report }) => report.status === "SUCCEEDED");
  });
});
