/** Small systems to try video streams in. */
import type { JsonObject } from "../../../engine/src/json.ts";
import { nodeFactoryOf } from "../../../engine/src/services/nodes.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";

export const STREAM_ARN = "arn:aws:kinesisvideo:us-east-1:123456789012:stream/Camera/1";

export function stream(properties: JsonObject = {}): NodeSpec {
  return { id: "Camera", type: "AWS::KinesisVideo::Stream", arn: STREAM_ARN, properties };
}

export function viewer(id: string, properties: JsonObject = {}, behavior: JsonObject = {}): NodeSpec {
  return {
    id,
    type: "Sluice::VideoConsumer",
    arn: id,
    properties: { StreamArn: STREAM_ARN, ...properties },
    behavior,
  };
}

export function system(
  specs: readonly NodeSpec[],
  options: SimulationOptions = {},
  state?: SimulationState,
): Simulation {
  return new Simulation(specs, nodeFactoryOf, { trace: { keep: "all", max: 100_000 }, ...options }, state);
}
