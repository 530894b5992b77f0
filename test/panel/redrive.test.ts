/** The redrive bench: what becomes of a message that fails, and sliders that write into the file. */
import type { Browser } from "playwright-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { violations } from "./axe.ts";
import { REDRIVE_TEMPLATE } from "./policies.ts";
import { openRedrive, type RedrivePage } from "./redrive-page.ts";
import { THEMES, type ThemeName } from "./themes.ts";
import { launchBrowser, type PageOptions, whyNot } from "./view-page.ts";

const reason = whyNot();
if (reason) console.warn(reason);

const POLICY = `{ "deadLetterTargetArn": "arn:aws:sqs:eu-west-1:111122223333:dead", "maxReceiveCount": 2 }\n`;

describe.skipIf(reason)("the redrive bench", () => {
  let browser: Browser;
  let bench: RedrivePage;
  beforeAll(async () => {
    browser = await launchBrowser();
  });
  afterAll(() => browser?.close());
  afterEach(async () => {
    expect(bench?.complaints).toEqual([]);
    expect(bench?.outside).toEqual([]);
    await bench?.close();
  });
  const start = async (options?: PageOptions): Promise<void> => {
    bench = await openRedrive(browser, options);
    await bench.open("jobs.template.yaml", REDRIVE_TEMPLATE);
  };
  const exactly = (label: string) => bench.page.getByRole("spinbutton", { name: label });
  const way = () => bench.page.getByRole("list", { name: "The message's way" }).getByRole("listitem").allInnerTexts();

  it("tells the way of a message that fails too often, in both queues", async () => {
    await start();
    expect(await bench.story()).toContain("received 3 times and fails each time. 2 min 15 s after it was sent");
    expect(await bench.story()).toContain("retention counts from when it was first sent");
    expect((await way()).map((bar) => bar.split("\n")[0]).slice(0, 2)).toEqual([
      "From 0 s for 2 s: in hand, receive 1. Then the consumer fails.",
      "From 2 s for 43 s: invisible. Then its visibility timeout expired after 45 s; it was received once and not deleted.",
    ]);
    expect(await way()).toHaveLength(8);
    await bench.after(() =>
      exactly("Failures before it succeeds")
        .fill("1")
        .then(() => exactly("Failures before it succeeds").press("Enter")),
    );
    expect(await bench.story()).toContain("it fails once, then is processed, 47 s after it was sent");
  });

  it("writes what a slider sets into the template, and only tries what is not its own to say", async () => {
    await start();
    const slider = bench.page.getByRole("slider", { name: "VisibilityTimeout" });
    await slider.focus();
    await bench.after(() => slider.press("ArrowRight"), 2);
    expect(bench.text).toContain("VisibilityTimeout: 60 # as long as a job takes");
    await bench.after(
      () =>
        exactly("maxReceiveCount, exactly")
          .fill("5")
          .then(() => exactly("maxReceiveCount, exactly").press("Enter")),
      2,
    );
    expect(bench.text).toContain("maxReceiveCount: 5");
    expect(await bench.story()).toContain("received 5 times");
    const dead = bench.page.getByRole("region", { name: "Dead" });
    expect(await dead.getByText("only tried").count()).toBe(0);
    const jobs = bench.page.getByRole("region", { name: "Jobs" });
    expect(await jobs.getByText("only tried").count()).toBe(1);
    const before = bench.text;
    const retention = jobs.getByRole("spinbutton", { name: "MessageRetentionPeriod" });
    await bench.after(() => retention.fill("60").then(() => retention.press("Enter")));
    expect(bench.text).toBe(before);
    expect(await bench.story()).toContain("is lost");
    expect(await bench.page.locator(".notice-warning").allInnerTexts()).toContain(
      "It expires before it has been received often enough: it never reaches the dead-letter queue.",
    );
  });

  it("shows its keys", async () => {
    await start();
    await bench.page.keyboard.press("Control+/");
    const keys = bench.page.getByRole("dialog", { name: "Keys" });
    await keys.getByText("Set exactly").waitFor();
    expect(await violations(bench.page)).toEqual([]);
    await keys.getByRole("button", { name: "Close" }).click();
    await keys.waitFor({ state: "detached" });
  });

  it("knows queues without a dead-letter queue, and policies in files of their own", async () => {
    await start();
    await bench.after(() => bench.page.getByRole("combobox", { name: "Queue" }).selectOption("Mails"));
    expect(await bench.page.locator(".toolbar").innerText()).toContain("no dead-letter queue");
    await bench.open("jobs.redrive-policy.json", POLICY);
    expect(await bench.story()).toContain("received twice");
    const count = exactly("maxReceiveCount, exactly");
    await bench.after(() => count.fill("4").then(() => count.press("Enter")), 2);
    expect(JSON.parse(bench.text).maxReceiveCount).toBe(4);
  });

  it.each(Object.keys(THEMES) as ThemeName[])("has no violation in the %s theme", async (theme) => {
    await start({ theme });
    expect(await violations(bench.page)).toEqual([]);
  });
});
