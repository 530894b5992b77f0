/** S3 in the panel: what the host read from its folder is read, what is written is shown; and redriving what failed. */
import { describe, expect, it } from "vitest";
import { type PanelPage, whyNot } from "./panel-page.ts";
import { usePanel } from "./use-panel.ts";

const reason = whyNot();
if (reason) console.warn(reason);

function importer(readerConfig: object) {
  return {
    StartAt: "Import",
    States: {
      Import: {
        Type: "Map",
        ItemReader: {
          Resource: "arn:aws:states:::s3:getObject",
          ReaderConfig: readerConfig,
          Parameters: { Bucket: "in", "Key.$": "$.key" },
        },
        ItemProcessor: {
          ProcessorConfig: { Mode: "DISTRIBUTED", ExecutionType: "STANDARD" },
          StartAt: "Keep",
          States: { Keep: { Type: "Pass", End: true } },
        },
        ResultWriter: {
          Resource: "arn:aws:states:::s3:putObject",
          Parameters: { Bucket: "out", Prefix: "prices" },
        },
        End: true,
      },
    },
  };
}

const csv = importer({ InputType: "CSV", CSVHeaderLocation: "FIRST_ROW" });

/** Succeeds only at its second call. */
const FLAKY = {
  StartAt: "First",
  States: {
    First: { Type: "Pass", Next: "Flaky" },
    Flaky: { Type: "Task", Resource: "arn:aws:lambda:eu-west-1:111122223333:function:flaky", End: true },
  },
};

describe.skipIf(reason)("S3 in the panel", () => {
  const openPanel = usePanel();
  let panel: PanelPage;

  it("reads a dataset, shows what is written, and saves it when asked to", async () => {
    panel = await openPanel();
    await panel.send({ type: "objects", objects: [{ bucket: "in", key: "a.csv", body: "sku,price\nA,1\nB,2\n" }] });
    await panel.open({ definition: csv, input: { key: "a.csv" } });
    expect(await panel.press("Run to end")).toMatchObject({ status: "SUCCEEDED", pending: 0 });
    const written = panel.page.getByRole("region", { name: "Written to S3" });
    await written.locator("summary", { hasText: "SUCCEEDED_0.json" }).click();
    expect(await written.locator("details[open] pre").innerText()).toContain('\\"sku\\":\\"B\\"');
    expect(panel.messages.filter(({ type }) => type === "saveObjects")).toEqual([]);
    await written.getByRole("button", { name: "Save to .sluice/s3" }).click();
    const { objects } = await panel.said("saveObjects");
    const addresses = objects.map(({ bucket, key }) => `${bucket}/${key.replace(/[0-9a-f-]{36}/, "ID")}`);
    expect(addresses.toSorted()).toEqual(["out/prices/ID/SUCCEEDED_0.json", "out/prices/ID/manifest.json"]);
  });

  it("fails as AWS does where there is no such object, and asks where there is no folder", async () => {
    panel = await openPanel();
    await panel.send({ type: "objects", objects: [] });
    await panel.open({ definition: csv, input: { key: "b.csv" } });
    expect(await panel.press("Run to end")).toMatchObject({ status: "FAILED", error: "States.ItemReaderFailed" });
    await panel.send({ type: "objects", objects: undefined });
    expect(await panel.press("Run to end")).toMatchObject({ status: "RUNNING", pending: 1 });
  });

  it("names the command line for what it cannot read", async () => {
    panel = await openPanel();
    await panel.send({ type: "objects", objects: [{ bucket: "in", key: "a.parquet", body: "PAR1" }] });
    await panel.open({ definition: importer({ InputType: "PARQUET" }), input: { key: "a.parquet" } });
    const { error, cause } = await panel.press("Run to end");
    expect({ error, cause }).toEqual({
      error: "States.ItemReaderFailed",
      cause: "a.parquet cannot be read: Parquet is read by the command line only: sluice run",
    });
  });

  it("says when the folder holds more than it reads", async () => {
    panel = await openPanel();
    await panel.send({ type: "objects", objects: [], problem: "Too much lies there." });
    await panel.open({ definition: csv });
    expect(await panel.page.locator(".notice-warning").innerText()).toContain("Too much lies there.");
  });

  it("redrives what has failed from where it failed", async () => {
    panel = await openPanel();
    await panel.open({ definition: FLAKY });
    const redrive = panel.page.getByRole("button", { name: "Redrive" });
    await panel.press("Run to end");
    await panel.page.getByLabel("Throw").check();
    expect(await redrive.count()).toBe(0);
    const failed = await panel.press("Throw");
    expect(failed).toMatchObject({ status: "FAILED" });
    const redriven = panel.messages.length;
    await redrive.click();
    await panel.said("report", ({ report }) => report.status === "RUNNING" && report.pending === 1, redriven);
    const done = await panel.press("Return");
    expect(done).toMatchObject({ status: "SUCCEEDED" });
    expect(done.events).toBeGreaterThan(failed.events);
    expect((await panel.states()).First).toBe("Pass, succeeded");
    expect(await redrive.count()).toBe(0);
  });
});
