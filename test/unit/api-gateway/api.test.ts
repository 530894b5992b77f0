import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import type { Delivery } from "../../../engine/src/services/ports.ts";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationOptions } from "../../../engine/src/sim/simulation.ts";
import type { Attributes, NodeSpec } from "../../../engine/src/sim/types.ts";
import { bodiesIn, bus, portsOf, queue, rule, simulationOf } from "../events/systems.ts";
import { arnOf, total } from "../sqs/systems.ts";

const GATEWAY = "arn:aws:apigateway:us-east-1:";
const functionArn = (name: string): string => `arn:aws:lambda:us-east-1:123456789012:function:${name}`;

const proxy = (name: string, own: JsonObject = {}): JsonObject => {
  return {
    Type: "AWS_PROXY",
    Uri: `${GATEWAY}lambda:path/2015-03-31/functions/${functionArn(name)}/invocations`,
    ...own,
  };
};

const service = (uri: string, template: string): JsonObject => {
  return { Type: "AWS", Uri: `${GATEWAY}${uri}`, RequestTemplates: { "application/json": template } };
};

/** A REST API whose methods are all on one path each. */
function api(methods: Readonly<Record<string, JsonObject>>, own: JsonObject = {}): NodeSpec {
  const Methods = Object.entries(methods).map(([key, Integration]) => {
    const [HttpMethod = "", Path = ""] = key.split(" ");
    return { id: key, HttpMethod, Path, Integration };
  });
  return {
    id: "Api",
    type: "AWS::ApiGateway::RestApi",
    arn: "arn:aws:apigateway:us-east-1::/restapis/Api",
    properties: { Methods, ...own },
  };
}

function httpApi(properties: JsonObject, behavior: JsonObject = {}): NodeSpec {
  return {
    id: "Api",
    type: "AWS::ApiGatewayV2::Api",
    arn: "arn:aws:apigateway:us-east-1::/apis/Api",
    properties,
    behavior,
  };
}

function code(id: string, behavior: JsonObject): NodeSpec {
  return { id, type: "AWS::Lambda::Function", arn: functionArn(id), properties: { Timeout: 900 }, behavior };
}

const asked = (target: string, body = "{}"): Delivery => {
  const [method = "", path = ""] = target.split(" ");
  const attributes: Attributes = {
    method: { DataType: "String", StringValue: method },
    path: { DataType: "String", StringValue: path },
  };
  return { body, attributes, from: "test" };
};

async function ran(
  specs: readonly NodeSpec[],
  requests: readonly Delivery[],
  options: SimulationOptions = {},
): Promise<Simulation> {
  const simulation = simulationOf([...specs, queue("Out")], options);
  for (const request of requests) portsOf(simulation, "Api").target.deliver(undefined, request);
  await runSimulation(simulation, { untilQuiet: true, untilMs: 600_000 });
  expect(simulation.audit()).toEqual([]);
  return simulation;
}

const statuses = (simulation: Simulation): readonly unknown[] =>
  simulation
    .records()
    .filter(({ node, why }) => node === "Api" && why?.code === "api.answered")
    .map(({ why }) => why?.status);

describe("integrations", () => {
  it("send to a queue, by the template's words", async () => {
    const sends = service(
      "sqs:path/123456789012/Out",
      "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$.order'))&MessageAttribute.1.Name=kind&MessageAttribute.1.Value.DataType=String&MessageAttribute.1.Value.StringValue=web",
    );
    const out: NodeSpec = {
      ...queue("Out"),
      properties: { QueueUrl: "https://sqs.us-east-1.amazonaws.com/123456789012/Out" },
    };
    const simulation = simulationOf([api({ "POST /orders": sends }), out]);
    portsOf(simulation, "Api").target.deliver(undefined, asked("POST /orders", '{"order": {"id": 1}}'));
    await runSimulation(simulation, { untilQuiet: true });
    const received = portsOf(simulation, "Out").queue.receive(1);
    if ("code" in received) throw new Error(received.code);
    expect(received[0]?.message).toMatchObject({
      body: '{"id":1}',
      attributes: { kind: { DataType: "String", StringValue: "web" } },
    });
  });

  it("put events, as a template or the parameters of an HTTP API say", async () => {
    const template =
      '#set($context.requestOverride.header.X-Amz-Target = "AWSEvents.PutEvents"){"Entries": [{"Source": "api", "DetailType": "Order", "Detail": "$util.escapeJavaScript($input.body)", "EventBusName": "Shop"}]}';
    const shop = [bus("Shop"), rule("All", "Shop", [arnOf("Out")])];
    const rest = await ran(
      [api({ "POST /": service("events:path//", template) }), ...shop],
      [asked("POST /", '{"n": 1}')],
    );
    const Integrations = [
      {
        id: "I",
        IntegrationSubtype: "EventBridge-PutEvents",
        RequestParameters: {
          Source: "api",
          DetailType: "$request.header.kind",
          Detail: "$request.body",
          EventBusName: "Shop",
        },
      },
    ];
    const Routes = [{ id: "R", RouteKey: "POST /", Target: "integrations/I" }];
    const request = asked("POST /", '{"n": 1}');
    const kind = { DataType: "String", StringValue: "Order" };
    const http = await ran(
      [httpApi({ Integrations, Routes }), ...shop],
      [{ ...request, attributes: { ...request.attributes, kind } }],
    );
    for (const simulation of [rest, http]) {
      const [event] = bodiesIn(simulation, "Out").map((body) => JSON.parse(body) as JsonObject);
      expect(event).toMatchObject({ source: "api", "detail-type": "Order", detail: { n: 1 } });
    }
  });

  it("call functions, whose errors and wrong answers are 502, and time out", async () => {
    const functions = [
      code("Good", { returns: { statusCode: 201, body: "made" } }),
      code("Bad", { failureRate: 1 }),
      code("Wrong", { returns: { made: true } }),
      code("Slow", { durationMs: 60_000 }),
    ];
    const methods = Object.fromEntries(["Good", "Bad", "Wrong", "Slow"].map((name) => [`GET /${name}`, proxy(name)]));
    const requests = Object.keys(methods).map((target) => asked(target));
    const simulation = await ran([api(methods), ...functions], requests);
    expect(statuses(simulation)).toEqual([201, 502, 502, 504]);
    expect([total(simulation, "Api", "succeeded"), total(simulation, "Api", "serverErrors")]).toEqual([1, 3]);
  });

  it("give a function its event, and take what it likes in the newer format", async () => {
    const Integrations = [{ id: "I", IntegrationUri: functionArn("Echo"), PayloadFormatVersion: "2.0" }];
    const Routes = [{ id: "R", RouteKey: "GET /orders/{id}", Target: "integrations/I" }];
    let event: JsonObject = {};
    const echo: NodeSpec = {
      ...code("Echo", {}),
      code: (given) => {
        event = given as JsonObject;
        return { response: { fine: true } };
      },
    };
    const simulation = await ran([httpApi({ Integrations, Routes }), echo], [asked("GET /orders/7?dry=1")]);
    expect(statuses(simulation)).toEqual([200]);
    expect(event).toMatchObject({
      version: "2.0",
      routeKey: "GET /orders/{id}",
      rawPath: "/orders/7",
      pathParameters: { id: "7" },
      queryStringParameters: { dry: "1" },
    });
  });

  it("reach addresses of HTTP, of which the scenario says what they do", async () => {
    const Integrations = [{ id: "I", IntegrationType: "HTTP_PROXY", IntegrationUri: "https://example.com" }];
    const Routes = [{ id: "R", RouteKey: "$default", Target: "integrations/I" }];
    const simulation = await ran(
      [httpApi({ Integrations, Routes }, { durationMs: 250, failWhen: { bodyContains: "bad" } })],
      [asked("GET /x"), asked("POST /y", "bad")],
    );
    expect(statuses(simulation)).toEqual([200, 500]);
  });

  it("are those of an OpenAPI document, too; what has no route is refused", async () => {
    const DefinitionBody = {
      paths: {
        "/a/{proxy+}": { "x-amazon-apigateway-any-method": { "x-amazon-apigateway-integration": { type: "mock" } } },
      },
    };
    const simulation = await ran([api({}, { DefinitionBody })], [asked("PUT /a/b/c"), asked("GET /b")]);
    expect(statuses(simulation)).toEqual([200, 403]);
  });
});

describe("limits", () => {
  it("of a method refuse what is too much at once, and let the rest through", async () => {
    const MethodSettings = [{ ResourcePath: "/*", HttpMethod: "*", ThrottlingRateLimit: 1, ThrottlingBurstLimit: 3 }];
    const own = { Stages: [{ id: "S", StageName: "prod", MethodSettings }] };
    const simulation = await ran(
      [api({ "GET /": { Type: "MOCK" }, "POST /": { Type: "MOCK" } }, own)],
      Array.from({ length: 8 }, () => asked("GET /")),
    );
    expect([total(simulation, "Api", "throttled"), total(simulation, "Api", "succeeded")]).toEqual([5, 3]);
    const answer = portsOf(simulation, "Api").target.deliver(undefined, asked("POST /"));
    expect(answer).toBeUndefined();
  });

  it("of the account hold for all", async () => {
    const simulation = await ran(
      [api({ "GET /": { Type: "MOCK" } })],
      Array.from({ length: 5_010 }, () => asked("GET /")),
    );
    expect(total(simulation, "Api", "throttled")).toBe(10);
  });
});

it("a cache answers what was asked before, until it is too old", async () => {
  const MethodSettings = [{ ResourcePath: "/*", HttpMethod: "*", CachingEnabled: true, CacheTtlInSeconds: 60 }];
  const own = { Stages: [{ id: "S", CacheClusterEnabled: true, StageName: "prod", MethodSettings }] };
  const simulation = await ran(
    [api({ "GET /a": proxy("F") }, own), code("F", { durationMs: 100 })],
    [asked("GET /a?x=1")],
  );
  const { target } = portsOf(simulation, "Api");
  for (const query of ["x=1", "x=2", "x=1"]) target.deliver(undefined, asked(`GET /a?${query}`));
  await runSimulation(simulation, { untilMs: 100_000 });
  target.deliver(undefined, asked("GET /a?x=1"));
  await runSimulation(simulation, { untilQuiet: true });
  expect([total(simulation, "Api", "cacheHits"), total(simulation, "F", "invocations")]).toEqual([2, 3]);
});

it("traffic may go to a method, and a checkpoint goes on with the same bytes", async () => {
  const door: NodeSpec = { id: "POST /", type: "AWS::ApiGateway::Method", arn: "m", properties: { RestApiId: "Api" } };
  const specs = [api({ "GET /": { Type: "MOCK" }, "POST /": proxy("F") }), door, code("F", { durationMs: 500 })];
  const first = simulationOf(specs);
  portsOf(first, "POST /").target.deliver(undefined, { body: "{}", from: "test" });
  await runSimulation(first, { untilMs: 100 });
  const second = simulationOf(specs, {}, JSON.parse(JSON.stringify(first.save())));
  for (const each of [first, second]) await runSimulation(each, { untilQuiet: true });
  expect(second.metrics()).toEqual(first.metrics());
  expect(total(second, "Api", "succeeded")).toBe(1);
});
