/** What the service of a resource would answer to its properties, where it refuses them. */
import { type JsonObject, objectsIn, ownEntry } from "../json.ts";
import { refuseDeliveryStream } from "../refusals/delivery-stream.ts";
import { refuseInvokeConfig } from "../refusals/event-invoke-config.ts";
import { refuseRule, refuseTargets } from "../refusals/event-rule.ts";
import { refuseMapping } from "../refusals/event-source-mapping.ts";
import type { Refusal } from "../refusals/refusal.ts";
import { refuseEndpoint } from "../refusals/topic.ts";
import type { TopologyNode } from "./topology.ts";

/** Rules across resources look at what else there is. */
const NOTHING_KNOWN = {
  sourceExists: () => undefined,
  functionExists: () => undefined,
  mappingOf: () => undefined,
  visibilityTimeoutOf: () => undefined,
  timeoutOf: () => undefined,
};

/** By CloudFormation's type: the service's answer to a resource. */
const ANSWERS: Readonly<Record<string, (node: TopologyNode) => Refusal | undefined>> = {
  "AWS::Lambda::EventSourceMapping": ({ properties }) => refuseMapping(properties, NOTHING_KNOWN),
  "AWS::Lambda::EventInvokeConfig": ({ properties }) => refuseInvokeConfig(properties, NOTHING_KNOWN),
  "AWS::Events::Rule": ({ madeBy, properties }) =>
    // SAM sees to the targets of its own rules.
    refuseRule(properties) ?? (madeBy === undefined ? refuseTargets(objectsIn(properties.Targets)) : undefined),
  "AWS::KinesisFirehose::DeliveryStream": ({ properties }) => refuseDeliveryStream(properties),
  // Which queue a topic may have is for the rule that sees both.
  "AWS::SNS::Subscription": ({ properties: { Protocol, Endpoint } }) =>
    refuseEndpoint(String(Protocol), String(Endpoint), true),
};

/** Read as languages of their own, with the place of each mistake. */
const JUDGED_APART: ReadonlySet<string | undefined> = new Set(["EventPattern", "FilterCriteria", "ScheduleExpression"]);

interface Judged {
  readonly refused: Refusal | undefined;
}

/** By its properties, which a resource keeps from one version of a template to the next where only its place changes. */
const judged = new WeakMap<JsonObject, Judged>();

/** Undefined where it is taken, where that is only known after deployment, or is for another language to judge. */
export function refusalOf(node: TopologyNode): Refusal | undefined {
  let known = judged.get(node.properties);
  if (known === undefined) {
    known = { refused: judge(node) };
    judged.set(node.properties, known);
  }
  return known.refused;
}

function judge(node: TopologyNode): Refusal | undefined {
  const refused = node.external === true ? undefined : ownEntry(ANSWERS, node.type)?.(node);
  const isOpen = refused?.message.includes("${") === true;
  return isOpen || JUDGED_APART.has(refused?.setting) ? undefined : refused;
}
