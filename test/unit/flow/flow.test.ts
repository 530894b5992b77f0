import { flowSource, openFlow, settingsOf } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { flowOf, SCENARIO, TEMPLATE } from "./fixtures.ts";

describe("what is drawn", () => {
  const { drawing } = flowOf();

  test("the template's resources, and who sends and consumes", () => {
    expect(drawing.nodes.map(({ id, word, isDeadLetterQueue }) => [id, word, isDeadLetterQueue])).toEqual([
      ["Orders", "Topic", false],
      ["Billing", "Queue", false],
      ["BillingDlq", "Queue", true],
      ["Bill", "Function", false],
      ["Shop", "Producer", false],
    ]);
  });

  test("edges name what connects their ends", () => {
    const { nodes, edges } = drawing;
    const words = edges.map(({ from, to, via }) => [nodes[from]?.id, nodes[to]?.id, ...via].join(" "));
    expect(words.sort()).toEqual([
      "Billing Bill BillJobs",
      "Billing BillingDlq",
      "Orders Billing ToBilling",
      "Shop Orders",
    ]);
  });

  test("each has a place in the layout", () => {
    expect(drawing.layout.nodes.map(({ id }) => id)).toEqual(drawing.nodes.map(({ id }) => id));
    expect(drawing.layout.edges).toHaveLength(drawing.edges.length);
  });
});

describe("what has no scenario gets one", () => {
  test("of a template: traffic to whom nobody sends, consumers of queues that nobody polls", () => {
    const source = flowSource("/a/orders.yaml", TEMPLATE, {});
    expect(source?.isSample).toBe(true);
    expect(source?.text).toMatch(/simulate: "orders.yaml"\ntraffic:\n {2}- name: Producer\n {4}to: Orders\n/);
    const flow = source && openFlow(source);
    expect(flow?.problems).toEqual([]);
  });

  test("of a filter policy: messages that it lets through, and others", () => {
    const source = flowSource("large.filter-policy.json", '{"total": [{"numeric": [">", 100]}]}', {});
    expect(source?.text).toContain("total:");
    expect(source && openFlow(source).problems).toEqual([]);
  });

  test("nothing else is simulated", () => {
    expect(flowSource("a.json", "[1, 2]", {})).toBeUndefined();
  });
});

describe("settings", () => {
  const flow = flowOf();
  const pathsOf = (id: string, label: string) => {
    const found = settingsOf(flow, id).find((setting) => setting.label === label);
    return { value: found?.value, scenario: found?.scenarioPath.join("."), template: found?.templatePath?.join(".") };
  };

  test("of a resource: where scenario and template say so", () => {
    expect(pathsOf("Billing", "RedrivePolicy.maxReceiveCount")).toEqual({
      value: 2,
      scenario: "resources.Billing.Properties.RedrivePolicy.maxReceiveCount",
      template: "Resources.Billing.Properties.RedrivePolicy.maxReceiveCount",
    });
  });

  test("of what SAM makes: at the event that it makes it of", () => {
    expect(pathsOf("BillJobs", "BatchSize")).toEqual({
      value: 5,
      scenario: "resources.Bill.Properties.Events.Jobs.Properties.BatchSize",
      template: "Resources.Bill.Properties.Events.Jobs.Properties.BatchSize",
    });
  });

  test("of code and traffic: where the scenario says so", () => {
    expect(pathsOf("Bill", "fails")).toEqual({ value: "20%", scenario: "behavior.Bill.fails", template: undefined });
    expect(pathsOf("Shop", "rate").scenario).toBe("traffic.0.rate");
  });
});

test("a broken scenario is told, not drawn", () => {
  const source = flowSource("a.scenario.yaml", `${SCENARIO}  - [`, {});
  const flow = source && openFlow(source);
  expect(flow).not.toHaveProperty("drawing");
  expect(flow?.problems.length).toBeGreaterThan(0);
});
