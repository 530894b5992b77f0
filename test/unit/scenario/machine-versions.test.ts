/** Versions, aliases and activities of state machines in a template. */
import { simulate } from "@sluice/engine";
import { expect, it } from "vitest";

const definition = {
  StartAt: "Approve",
  States: { Approve: { Type: "Task", Resource: "arn:aws:states:us-east-1:123456789012:activity:approve", End: true } },
};

it("what is started by an alias or a version starts the machine; an activity is what its state does", async () => {
  const target = (id: string, arn: string) => ({
    Type: "AWS::Events::Rule",
    Properties: {
      EventPattern: { source: ["shop"] },
      Targets: [{ Id: id, Arn: { Ref: arn }, RoleArn: "arn:aws:iam::123456789012:role/r" }],
    },
  });
  const template = {
    Resources: {
      Approve: { Type: "AWS::StepFunctions::Activity", Properties: { Name: "approve" } },
      Orders: { Type: "AWS::StepFunctions::StateMachine", Properties: { Definition: definition, RoleArn: "r" } },
      V1: { Type: "AWS::StepFunctions::StateMachineVersion", Properties: { StateMachineArn: { Ref: "Orders" } } },
      Live: {
        Type: "AWS::StepFunctions::StateMachineAlias",
        Properties: { Name: "live", RoutingConfiguration: [{ StateMachineVersionArn: { Ref: "V1" }, Weight: 100 }] },
      },
      ByAlias: target("alias", "Live"),
      ByVersion: target("version", "V1"),
      Bus: { Type: "AWS::Events::EventBus", Properties: { Name: "default" } },
    },
  };
  const body = { source: "shop", "detail-type": "Order", detail: {} };
  const scenario = {
    traffic: { to: "Bus", burst: 3, message: { body } },
    behavior: { Orders: { states: { Approve: { returns: { ok: true }, duration: "2s" } } } },
  };
  const { metrics, problems } = await simulate(template, scenario);
  expect(problems).toEqual([]);
  expect(metrics.Orders).toMatchObject({ started: { total: 6 }, succeeded: { total: 6 } });
});
