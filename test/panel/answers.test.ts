/** Tasks that neither the mock file nor a person answers: local functions, and made-up answers, as the host gives them. */
import { describe, expect, it } from "vitest";
import { ORDER, ORDER_INPUT } from "./machines.ts";
import { type PanelPage, whyNot } from "./panel-page.ts";
import { usePanel } from "./use-panel.ts";

const reason = whyNot();
if (reason) console.warn(reason);

describe.skipIf(reason)("answers from elsewhere", () => {
  const openPanel = usePanel();
  let panel: PanelPage;
  const open = async (functions: boolean): Promise<void> => {
    panel = await openPanel();
    await panel.send({ type: "functions", available: functions });
    await panel.open({ definition: ORDER, input: ORDER_INPUT });
  };
  const runToEnd = () => panel.page.getByRole("button", { name: "Run to end", exact: true }).click();

  it("asks functions first, then the person for what they leave open", async () => {
    await open(true);
    await runToEnd();
    const first = await panel.said("askAnswers");
    expect(first).toMatchObject({ plausibly: false, calls: [{ call: { stateName: "Validate order" } }] });
    expect(JSON.parse(first.definition)).toEqual(JSON.parse(JSON.stringify(ORDER)));
    const [task] = first.calls;
    const outcome = { result: ORDER_INPUT };
    await panel.send({ type: "answers", run: first.run, answers: [{ id: task?.id ?? 0, outcome }] });
    const second = await panel.said("askAnswers", ({ calls }) => calls[0]?.call.stateName === "Charge card");
    await panel.send({ type: "answers", run: second.run, answers: [], problem: "machine.handlers.json: no JSON" });
    await panel.said("report", ({ report }) => report.pending === 1);
    expect(await panel.page.locator(".ask h2").innerText()).toContain("Charge card");
    expect(await panel.page.locator(".notice-error").innerText()).toContain("no JSON");
  });

  it("asks nobody else where there is nobody", async () => {
    await open(false);
    expect(await panel.press("Run to end")).toMatchObject({ pending: 1 });
    expect(panel.messages.filter(({ type }) => type === "askAnswers")).toEqual([]);
  });

  it("has the rest of a run answered plausibly, and the next one not", async () => {
    await open(false);
    await panel.press("Run to end");
    await panel.page.getByRole("button", { name: "Answer the rest plausibly" }).click();
    const { run, plausibly, calls } = await panel.said("askAnswers");
    expect({ plausibly, tasks: calls.length }).toEqual({ plausibly: true, tasks: 1 });
    const answers = calls.map(({ id }) => ({ id, outcome: { result: ORDER_INPUT } }));
    await panel.send({ type: "answers", run, answers });
    await panel.said("askAnswers", (asked) => asked.calls[0]?.call.stateName === "Charge card");
    await panel.press("Restart");
    expect(await panel.press("Run to end")).toMatchObject({ pending: 1 });
  });
});
