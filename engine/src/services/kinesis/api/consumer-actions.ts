/** Enhanced fan-out consumers. https://docs.aws.amazon.com/kinesis/latest/APIReference/API_RegisterStreamConsumer.html */
import type { JsonObject } from "../../../json.ts";
import { KINESIS_MAX_CONSUMERS } from "../../../limits.ts";
import type { NodeSpec } from "../../../sim/types.ts";
import { type Answer, text } from "../../requests.ts";
import { consumerExists, noConsumer, tooManyConsumers } from "../errors.ts";
import type { Stream } from "../stream.ts";
import type { KinesisWorld } from "./world.ts";

export function registerStreamConsumer({ streamArn, name }: Stream, request: JsonObject, world: KinesisWorld): Answer {
  const consumerName = text(request, "ConsumerName") ?? "";
  const present = world.consumers(streamArn);
  if (present.some(({ properties }) => properties.ConsumerName === consumerName)) return consumerExists(consumerName);
  if (present.length >= KINESIS_MAX_CONSUMERS) return tooManyConsumers(KINESIS_MAX_CONSUMERS, name);
  const madeSeconds = Math.floor(world.epochMs / 1_000);
  const spec: NodeSpec = {
    id: `${name.name}/${consumerName}`,
    type: "AWS::Kinesis::StreamConsumer",
    arn: `${streamArn}/consumer/${consumerName}:${madeSeconds}`,
    properties: { ConsumerName: consumerName, StreamARN: streamArn },
  };
  world.add(spec);
  return { Consumer: { ...described(spec), ConsumerCreationTimestamp: madeSeconds } };
}

export function listStreamConsumers({ streamArn }: Stream, _request: JsonObject, world: KinesisWorld): Answer {
  return { Consumers: world.consumers(streamArn).map(described) };
}

export function deregisterStreamConsumer({ streamArn }: Stream, request: JsonObject, world: KinesisWorld): Answer {
  const [arn, name] = [text(request, "ConsumerARN"), text(request, "ConsumerName")];
  const found = world.consumers(streamArn).find((each) => each.arn === arn || each.properties.ConsumerName === name);
  if (found === undefined) return noConsumer(arn ?? name ?? "");
  world.remove(found.id);
  return {};
}

function described({ arn, properties }: NodeSpec): JsonObject {
  return { ConsumerName: properties.ConsumerName ?? "", ConsumerARN: arn, ConsumerStatus: "ACTIVE" };
}
