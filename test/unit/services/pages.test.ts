/** What the reference pages say of services is what the nodes have: every type, every metric, every reason. */
import { existsSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { JsonObject } from "../../../engine/src/json.ts";
import { SCENARIO_RULES } from "../../../engine/src/scenario/rules.ts";
import { resourceType } from "../../../engine/src/schema/resources.ts";
import { nodeFactoryOf, SIMULATED_TYPES } from "../../../engine/src/services/nodes.ts";
import { REASON_CODES } from "../../../engine/src/services/reasons.ts";
import { Simulation } from "../../../engine/src/sim/simulation.ts";
import { TEMPLATE_RULES } from "../../../engine/src/template/rules/index.ts";
import { readServices } from "../../../schemas/service-pages.ts";

const ROOT = new URL("../../../", import.meta.url);
const services = readServices(new URL("schemas/services/", ROOT));

/** What nodes cannot be made without. */
const NEEDED: Readonly<Record<string, JsonObject>> = {
  "Sluice::Producer": { arrivals: { constant: { perSecond: 1 } }, messages: [] },
};

/** Every kind of a type: what it counts differs by what it reads. */
const KINDS: Readonly<Record<string, readonly JsonObject[]>> = {
  "AWS::Lambda::EventSourceMapping": [
    { EventSourceArn: "arn:aws:sqs:us-east-1:123456789012:Queue" },
    { EventSourceArn: "arn:aws:kinesis:us-east-1:123456789012:stream/Stream" },
  ],
  "AWS::Pipes::Pipe": [
    { Source: "arn:aws:sqs:us-east-1:123456789012:Queue" },
    { Source: "arn:aws:kinesis:us-east-1:123456789012:stream/Stream" },
  ],
  "AWS::DynamoDB::Table": [{ StreamSpecification: { StreamViewType: "KEYS_ONLY" } }],
  "AWS::DynamoDB::GlobalTable": [{ StreamSpecification: { StreamViewType: "KEYS_ONLY" } }],
};

function metricsOf(type: string): readonly string[] {
  const names = (KINDS[type] ?? [{}]).flatMap((properties) => {
    const spec = { id: "Node", type, arn: "arn", properties, behavior: NEEDED[type] ?? {} };
    return Object.keys(new Simulation([spec], nodeFactoryOf).metrics().Node ?? {});
  });
  return [...new Set(names)];
}

describe.each(SIMULATED_TYPES)("%s", (type) => {
  const pages = services.filter(({ types }) => types.includes(type));

  it("is on one page", () => {
    expect(pages.map(({ title }) => title)).toHaveLength(1);
  });

  it("has its metrics there", () => {
    expect(Object.keys(pages[0]?.metrics[type] ?? {}).sort()).toEqual([...metricsOf(type)].sort());
  });
});

it("nothing is said of types that have no node", () => {
  const named = services.flatMap(({ types, metrics }) => [...types, ...Object.keys(metrics)]);
  expect(named.filter((type) => !SIMULATED_TYPES.includes(type))).toEqual([]);
});

it("every reason is on a page", () => {
  const prefixes = services.flatMap(({ reasons }) => reasons);
  const lost = REASON_CODES.filter((code) => !code.startsWith("kernel.")).filter(
    (code) => !prefixes.some((prefix) => code.startsWith(`${prefix}.`)),
  );
  expect(lost).toEqual([]);
});

it.each(services)("$title is said in short", ({ inShort: { simulated, notSimulated } }) => {
  expect(Math.max(simulated.length, notSimulated.length)).toBeLessThanOrEqual(100);
});

it.each(services)("$title has an example that is there", ({ example }) => {
  expect(existsSync(new URL(`examples/${example}`, ROOT))).toBe(true);
});

/** What a scenario describes, not a template. */
const WITHOUT_SCHEMA: ReadonlySet<string> = new Set(["AWS::AutoScaling::AutoScalingGroup"]);

it("every resource of a template that is simulated has a schema", () => {
  const types = SIMULATED_TYPES.filter((type) => type.startsWith("AWS::") && !WITHOUT_SCHEMA.has(type));
  expect(types.filter((type) => resourceType(type) === undefined)).toEqual([]);
});

/** The rules that look at resources of a service, or at what connects them, one for each at least. */
const RULES: Readonly<Record<string, string>> = {
  "Amazon API Gateway": "role-not-assumable",
  "Amazon Data Firehose": "transform-timeout",
  "Amazon DynamoDB Streams": "stream-without-failure-handling",
  "Amazon EventBridge": "target-without-role",
  "Amazon EventBridge Pipes": "filter-of-other-source",
  "Amazon EventBridge Scheduler": "schedule-expression",
  "Amazon Kinesis Data Streams": "stream-without-failure-handling",
  "Amazon Kinesis Video Streams": "video-without-retention",
  "Amazon MQ": "broker-function-timeout",
  "Amazon MSK": "kafka-replicas",
  "Amazon S3": "bucket-notifies-fifo",
  "Amazon SNS": "topic-may-not-send",
  "Amazon SQS": "dlq-retention",
  "Amazon SWF": "scenario-workflow",
  "AWS Lambda": "visibility-timeout",
  "AWS Step Functions": "role-is-no-role",
  "Windowed analytics over streams": "sql-application-ended",
  "Your own programs": "scenario-loop",
};

it.each(services)("$title has a rule where people go wrong", ({ title }) => {
  const known = [...TEMPLATE_RULES, ...SCENARIO_RULES].map(({ id }) => id);
  expect(known).toContain(RULES[title]);
});
