/** Hostile names and bodies in every view: shown as the text that they are, whatever they hold. */
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openBench } from "./bench-page.ts";
import { hostileTexts, INJECTED } from "./hostile.ts";
import { openPage } from "./panel-page.ts";
import { openRedrive } from "./redrive-page.ts";
import { launchBrowser, type ViewPage, whyNot } from "./view-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const SEEDS = [1, 2, 3, 4, 5, 6];

/** Of a policy, in its words. */
function policyOf(text: () => string): object {
  const list = () => [text(), { prefix: text() }, { "anything-but": [text()] }];
  return Object.fromEntries([0, 1, 2].map((key) => [`${text()}${key}`, list()]));
}

function messagesOf(text: () => string): object {
  const message = (index: number) => ({
    name: text(),
    MessageAttributes: { [`${text()}${index}`]: text(), [text()]: text() },
    matches: index % 2 === 0,
  });
  return { messages: [0, 1, 2, 3].map(message) };
}

function machineOf(text: () => string): object {
  const [choice, pass, fail] = [0, 1, 2].map((index) => `${index}${text()}`.slice(0, 80)) as [string, string, string];
  return {
    Comment: text(),
    StartAt: pass,
    States: {
      [pass]: { Type: "Pass", Result: { [text()]: text() }, Next: choice },
      [choice]: { Type: "Choice", Choices: [{ Variable: "$.x", StringEquals: text(), Next: pass }], Default: fail },
      [fail]: { Type: "Fail", Error: text(), Cause: text() },
    },
  };
}

function queuesOf(text: () => string): object {
  const queue = (more: object) => ({ Type: "AWS::SQS::Queue", Properties: { QueueName: text(), ...more } });
  const target = { "Fn::GetAtt": ["Dead", "Arn"] };
  return {
    AWSTemplateFormatVersion: "2010-09-09",
    Description: text(),
    Resources: {
      Dead: queue({}),
      Jobs: queue({ RedrivePolicy: { deadLetterTargetArn: target, maxReceiveCount: 2, [text()]: text() } }),
      Wrong: queue({ RedrivePolicy: { deadLetterTargetArn: text(), maxReceiveCount: text() } }),
    },
  };
}

describe.skipIf(reason)("hostile texts", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  /** A broken security policy is a complaint, too. */
  const expectHarmless = async (view: ViewPage<never, never>, seed: number): Promise<void> => {
    expect(await view.page.locator(INJECTED).count(), `seed ${seed}`).toBe(0);
    expect(view.complaints, `seed ${seed}`).toEqual([]);
    expect(view.outside, `seed ${seed}`).toEqual([]);
  };

  it("are text in the filter bench", async () => {
    const bench = await openBench(browser);
    for (const seed of SEEDS) {
      const text = hostileTexts(seed);
      const messages = JSON.stringify(messagesOf(text));
      await bench.open({ name: "x.filter-policy.json", text: JSON.stringify(policyOf(text)), messages });
      for (const row of [0, 1, 2, 3]) await bench.page.getByRole("option").nth(row).click();
      expect(await bench.page.locator(".verdict").innerText()).not.toBe("");
      await expectHarmless(bench as never, seed);
    }
    await bench.close();
  });

  it("are text in the redrive bench", async () => {
    const bench = await openRedrive(browser);
    for (const seed of SEEDS) {
      await bench.open("jobs.template.json", JSON.stringify(queuesOf(hostileTexts(seed))));
      expect(await bench.story()).toContain("received");
      await expectHarmless(bench as never, seed);
    }
    await bench.close();
  });

  it("are text in the panel of a state machine, in all of its tabs", async () => {
    const panel = await openPage(browser);
    for (const seed of SEEDS) {
      const text = hostileTexts(seed);
      await panel.open({ definition: machineOf(text), input: { x: text(), [text()]: text() } });
      await panel.press("Run to end");
      for (const tab of ["Input", "State", "Timeline", "Events", "Mocks"]) {
        await panel.page.getByRole("tab", { name: tab }).click();
      }
      await expectHarmless(panel as never, seed);
    }
    await panel.close();
  });
});
