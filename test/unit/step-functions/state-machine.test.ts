/** State machines in the middle of a flow: what starts them, what their tasks call, who sends their tokens back. */
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import type { StateMachine } from "../../../engine/src/services/step-functions/state-machine.ts";
import { Simulation } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { differsWhenSaved } from "../sim/properties/same-bytes.ts";
import { metric, queue, arnOf as queueArn, at as queueAt, ran, total, workers } from "../sqs/systems.ts";

const ACCOUNT = "us-east-1:123456789012";
const machineArn = (id: string): string => `arn:aws:states:${ACCOUNT}:stateMachine:${id}`;
const functionArn = (id: string): string => `arn:aws:lambda:${ACCOUNT}:function:${id}`;
const urlOf = (id: string): string => `https://sqs.us-east-1.amazonaws.com/123456789012/${id}`;

function machine(id: string, states: JsonObject, more: JsonObject = {}, behavior: JsonObject = {}): NodeSpec {
  const Definition = { StartAt: Object.keys(states)[0] ?? "", States: states };
  return {
    id,
    type: "AWS::StepFunctions::StateMachine",
    arn: machineArn(id),
    properties: { Definition, ...more },
    behavior,
  };
}

function code(id: string, behavior: JsonObject, properties: JsonObject = {}): NodeSpec {
  return { id, type: "AWS::Lambda::Function", arn: functionArn(id), properties, behavior };
}

/** So many executions, a second between their starts. */
function starts(id: string, count = 1, body = "{}"): NodeSpec {
  const behavior = { arrivals: { constant: { perSecond: 1 } }, count, messages: [{ body }] };
  return { id: "Start", type: "Sluice::Producer", arn: "Start", properties: { TargetArn: machineArn(id) }, behavior };
}

const named = (id: string): NodeSpec => queue(id, { QueueUrl: urlOf(id) });

/** Asks over a queue, and waits for whoever sends the token back. */
const asking = (more: JsonObject = {}): JsonObject => ({
  Ask: {
    Type: "Task",
    Resource: "arn:aws:states:::sqs:sendMessage.waitForTaskToken",
    Parameters: { QueueUrl: urlOf("Asked"), MessageBody: { "token.$": "$$.Task.Token" } },
    End: true,
    ...more,
  },
});

/** How the executions that are there, or ended lately, stand. */
function executions(simulation: Simulation, id: string): readonly (string | undefined)[] {
  const { executions: all } = simulation.view(id) as unknown as { readonly executions: readonly { name: string }[] };
  const node = (simulation.ports(id) as { readonly stateMachine: StateMachine }).stateMachine;
  return all.map(({ name }) => {
    const { status, output, error } = node.execution(name) ?? {};
    return `${status} ${error ?? JSON.stringify(output)}`;
  });
}

describe("functions", () => {
  const charge = (more: JsonObject = {}): JsonObject => ({
    Charge: { Type: "Task", Resource: functionArn("charge"), End: true, ...more },
  });

  it("answer, and their time is the execution's", async () => {
    const simulation = await ran([
      machine("Orders", charge()),
      code("charge", { durationMs: 250, returns: { paid: true } }),
      starts("Orders", 3),
    ]);
    expect(executions(simulation, "Orders")).toEqual(Array(3).fill('SUCCEEDED {"paid":true}'));
    expect(metric(simulation, "Orders", "durationMs", "histogram").p50).toBeCloseTo(250, -1);
  });

  it("of which nobody says what they answer give what later states read", async () => {
    const simulation = await ran([
      machine("Orders", {
        Charge: { Type: "Task", Resource: functionArn("charge"), Next: "Receipt" },
        Receipt: { Type: "Pass", OutputPath: "$.receipt.url", End: true },
      }),
      code("charge", {}),
      starts("Orders"),
    ]);
    expect(executions(simulation, "Orders")).toEqual(['SUCCEEDED "https://example.com/url"']);
    expect(total(simulation, "Orders", "madeUp")).toBe(1);
  });

  it("that fail are tried again by the machine's retriers, on the one clock", async () => {
    const Retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 30, BackoffRate: 2, MaxAttempts: 2 }];
    const simulation = await ran([
      machine("Orders", charge({ Retry })),
      code("charge", { durationMs: 1_000, failureRate: 1, error: "Declined" }),
      starts("Orders"),
    ]);
    expect(executions(simulation, "Orders")).toEqual(["FAILED Declined"]);
    expect(total(simulation, "charge", "invocations")).toBe(3);
    expect(simulation.timeMs).toBe(3 * 1_000 + 30_000 + 60_000);
  });

  it("are called by executions that begin at any fraction of a millisecond", async () => {
    const behavior = { arrivals: { poisson: { perSecond: 40 } }, count: 400, messages: [{ body: "{}" }] };
    const simulation = await ran([
      machine("Orders", charge()),
      code("charge", { durationMs: { exponential: { mean: 100 } } }),
      { ...starts("Orders"), behavior },
    ]);
    expect(total(simulation, "Orders", "succeeded")).toBe(400);
  });

  it("that take too long fail with Lambda's own error, which can be caught", async () => {
    const Catch = [{ ErrorEquals: ["States.ALL"], ResultPath: "$.why", Next: "Sorry" }];
    const states = { ...charge({ Catch }), Sorry: { Type: "Pass", OutputPath: "$.why.Error", End: true } };
    const simulation = await ran([
      machine("Orders", states),
      code("charge", { durationMs: 9_000 }, { Timeout: 3 }),
      starts("Orders"),
    ]);
    expect(executions(simulation, "Orders")).toEqual(['SUCCEEDED "Sandbox.Timedout"']);
  });
});

describe("task tokens", () => {
  it("come back from a worker that has polled the message", async () => {
    const simulation = await ran([
      machine("Approvals", asking()),
      named("Asked"),
      workers("People", "Asked", {}, { durationMs: 5_000, taskCallback: { path: "$.token", output: { ok: 1 } } }),
      starts("Approvals", 2),
    ]);
    expect(executions(simulation, "Approvals")).toEqual(Array(2).fill('SUCCEEDED {"ok":1}'));
    expect(queueAt(simulation, "Asked").inside()).toBe(0);
  });

  it("bring failures, too", async () => {
    const taskCallback = { path: "$.token", failureRate: 1, error: "Refused" };
    const simulation = await ran([
      machine("Approvals", asking()),
      named("Asked"),
      workers("People", "Asked", {}, { taskCallback }),
      starts("Approvals"),
    ]);
    expect(executions(simulation, "Approvals")).toEqual(["FAILED Refused"]);
  });

  it("that nobody sends let the state time out; a late one is refused", async () => {
    const simulation = await ran([
      machine("Approvals", asking({ TimeoutSeconds: 60 })),
      queue("Asked", { QueueUrl: urlOf("Asked"), VisibilityTimeout: 300 }),
      workers("People", "Asked", {}, { durationMs: 90_000, taskCallback: { path: "$.token" } }),
      starts("Approvals"),
    ]);
    // The worker's first poll finds the queue empty; a second later it has the message.
    expect(executions(simulation, "Approvals")).toEqual(["FAILED States.Timeout"]);
    const refused = simulation.records().filter(({ why }) => why?.code === "callback.refused");
    expect(refused.map(({ node, timeMs, why }) => [node, timeMs, why?.refusal])).toEqual([
      ["People", 91_000, "TaskTimedOut"],
    ]);
  });
});

describe("other state machines", () => {
  const nested = (pattern: string): JsonObject => ({
    Child: {
      Type: "Task",
      Resource: `arn:aws:states:::states:startExecution${pattern}`,
      Parameters: { StateMachineArn: machineArn("Child"), Input: { n: 1 } },
      OutputPath: pattern === ".sync:2" ? "$.Output" : "$.ExecutionArn",
      End: true,
    },
  });
  const child = machine("Child", { Rest: { Type: "Wait", Seconds: 7, End: true } });

  it("are waited for with .sync:2, and answer with their output", async () => {
    const simulation = await ran([machine("Parent", nested(".sync:2")), child, starts("Parent")]);
    expect(executions(simulation, "Parent")).toEqual(['SUCCEEDED {"n":1}']);
    expect(simulation.timeMs).toBe(7_000);
  });

  it("are only started without it", async () => {
    const simulation = await ran([machine("Parent", nested("")), child, starts("Parent")]);
    const [parent = ""] = executions(simulation, "Parent");
    expect(parent).toMatch(/^SUCCEEDED "arn:aws:states:us-east-1:123456789012:execution:Child:/);
    expect(metric(simulation, "Parent", "durationMs", "histogram").max).toBe(0);
    expect(total(simulation, "Child", "succeeded")).toBe(1);
  });
});

describe("events", () => {
  const rule = (pattern: JsonObject): NodeSpec => ({
    id: "Rule",
    type: "AWS::Events::Rule",
    arn: `arn:aws:events:${ACCOUNT}:rule/Rule`,
    properties: { EventPattern: pattern, Targets: [{ Id: "q", Arn: queueArn("Told") }] },
  });
  const bus: NodeSpec = {
    id: "Default",
    type: "AWS::Events::EventBus",
    arn: `arn:aws:events:${ACCOUNT}:event-bus/default`,
    properties: {},
  };
  const put = (source: string): JsonObject => ({
    Tell: {
      Type: "Task",
      Resource: "arn:aws:states:::events:putEvents",
      Parameters: { Entries: [{ Source: source, DetailType: "Paid", Detail: { n: 1 } }] },
      OutputPath: "$.FailedEntryCount",
      End: true,
    },
  });

  it("tell the default bus how executions stand", async () => {
    const simulation = await ran([
      bus,
      rule({ source: ["aws.states"], detail: { status: ["SUCCEEDED"] } }),
      queue("Told"),
      machine("Orders", { Go: { Type: "Pass", End: true } }),
      starts("Orders", 2),
    ]);
    expect(queueAt(simulation, "Told").visible).toBe(2);
  });

  it("are put on a bus by tasks", async () => {
    const simulation = await ran([
      bus,
      rule({ source: ["shop"] }),
      queue("Told"),
      machine("Orders", put("shop")),
      starts("Orders"),
    ]);
    expect(executions(simulation, "Orders")).toEqual(["SUCCEEDED 0"]);
    expect(queueAt(simulation, "Told").visible).toBe(1);
  });

  it("that the bus refuses fail the task", async () => {
    const simulation = await ran([bus, machine("Orders", put("aws.shop")), starts("Orders")]);
    expect(executions(simulation, "Orders")).toEqual(["FAILED EventBridge.FailedEntry"]);
  });
});

describe("what is not simulated", () => {
  const states = {
    Save: {
      Type: "Task",
      Resource: "arn:aws:states:::dynamodb:putItem",
      Parameters: { TableName: "Orders", Item: {} },
      ResultSelector: { "status.$": "$.SdkHttpMetadata.HttpStatusCode" },
      End: true,
    },
  };

  it("answers plausibly, and says that it does", async () => {
    const simulation = await ran([machine("Orders", states), starts("Orders")]);
    expect(executions(simulation, "Orders")).toEqual(['SUCCEEDED {"status":200}']);
    expect(total(simulation, "Orders", "madeUp")).toBe(1);
  });

  it("does what the scenario says of the state", async () => {
    const behavior = { states: { Save: { failureRate: 1, error: "DynamoDB.Throttled", durationMs: 40 } } };
    const simulation = await ran([machine("Orders", states, {}, behavior), starts("Orders")]);
    expect(executions(simulation, "Orders")).toEqual(["FAILED DynamoDB.Throttled"]);
    expect(total(simulation, "Orders", "madeUp")).toBe(0);
    expect(simulation.timeMs).toBe(40);
  });
});

it("refuses input that is no JSON, and starts beyond AWS's rate", async () => {
  const go = machine("Orders", { Go: { Type: "Pass", End: true } });
  const broken = await ran([go, starts("Orders", 1, "{")]);
  expect([total(broken, "Orders", "started"), total(broken, "Start", "lost")]).toEqual([0, 1]);
  const burst = { arrivals: { bursts: { size: 1_500, everyMs: 60_000 } }, count: 1_500, messages: [{ body: "{}" }] };
  const flood = {
    id: "Flood",
    type: "Sluice::Producer",
    arn: "Flood",
    properties: { TargetArn: machineArn("Orders") },
  };
  const simulation = await ran([go, { ...flood, behavior: burst }]);
  expect(total(simulation, "Orders", "throttled")).toBeGreaterThanOrEqual(200);
  expect(total(simulation, "Orders", "started")).toBe(1_500);
});

it("puts what a template has as text in the definition's place, with its substitutions", async () => {
  const text = `{"StartAt": "Rest", "States": {"Rest": {"Type": "Wait", "Seconds": \${Pause}, "End": true}}}`;
  const properties = { Definition: undefined, DefinitionString: text, DefinitionSubstitutions: { Pause: 12 } };
  const simulation = await ran([machine("Orders", {}, properties as unknown as JsonObject), starts("Orders")]);
  expect(simulation.timeMs).toBe(12_000);
});

it("goes on with the same bytes wherever it is saved", async () => {
  const Retry = [{ ErrorEquals: ["States.ALL"], IntervalSeconds: 2, MaxAttempts: 2, JitterStrategy: "FULL" }];
  const specs = [
    machine("Orders", {
      Charge: { Type: "Task", Resource: functionArn("charge"), Retry, Next: "Rest" },
      Rest: { Type: "Wait", Seconds: 3, Next: "Ask" },
      ...asking({ TimeoutSeconds: 20, Retry }),
    }),
    code("charge", { durationMs: { uniform: { min: 50, max: 900 } }, failureRate: 0.4 }),
    named("Asked"),
    workers(
      "People",
      "Asked",
      {},
      {
        durationMs: { exponential: { mean: 8_000 } },
        taskCallback: { path: "$.token", failureRate: 0.3 },
      },
    ),
    starts("Orders", 12),
  ];
  const options = { seed: 3, trace: { keep: "all", max: 1e5 } } as const;
  const untilMs = 120_000;
  const whole = await ran(specs, options, { untilMs });
  const records = whole.records();
  for (let saveAfterEvents = 1; saveAfterEvents < whole.events; saveAfterEvents += 7) {
    const make: Parameters<typeof differsWhenSaved>[0]["make"] = (state) =>
      new Simulation(specs, nodeFactoryOf, options, state);
    expect(await differsWhenSaved({ make, untilMs, saveAfterEvents }, whole, records)).toBeUndefined();
  }
});
