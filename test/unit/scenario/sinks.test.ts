import { simulate } from "@sluice/engine";
import { expect, it } from "vitest";

it("what is named as a target and not simulated takes what comes", async () => {
  const template = {
    Resources: {
      Shop: { Type: "AWS::Events::EventBus", Properties: { Name: "shop" } },
      Log: { Type: "AWS::Logs::LogGroup" },
      ToLog: {
        Type: "AWS::Events::Rule",
        Properties: {
          EventBusName: { Ref: "Shop" },
          EventPattern: { source: [{ prefix: "" }] },
          Targets: [{ Id: "log", Arn: { "Fn::GetAtt": ["Log", "Arn"] } }],
        },
      },
    },
  };
  const body = { source: "shop", "detail-type": "Order", detail: {} };
  const { metrics, problems } = await simulate(template, { traffic: { to: "Shop", burst: 3, message: { body } } });
  expect(problems).toEqual([]);
  expect(metrics.Log).toMatchObject({ taken: { total: 3 } });
  expect(metrics.ToLog).toMatchObject({ delivered: { total: 3 }, lost: { total: 0 } });
});
