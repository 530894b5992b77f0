/** Where the API finds streams: a simulation, seen from outside. */
import type { Simulation } from "../../../sim/simulation.ts";
import type { NodeSpec } from "../../../sim/types.ts";
import type { Ports } from "../../ports.ts";
import type { Stream } from "../stream.ts";

export interface KinesisWorld {
  /** Virtual now: epoch milliseconds, and milliseconds since the simulation began. */
  readonly epochMs: number;
  readonly timeMs: number;
  /** By name or ARN. */
  find(name: string): Stream | undefined;
  consumers(streamArn: string): readonly NodeSpec[];
  add(spec: NodeSpec): void;
  remove(id: string): void;
}

/** The account and Region of everything simulated. */
export const ACCOUNT = "123456789012";
const REGION = "us-east-1";

export function streamArnOf(name: string): string {
  return name.startsWith("arn:") ? name : `arn:aws:kinesis:${REGION}:${ACCOUNT}:stream/${name}`;
}

export function kinesisWorldOf(simulation: Simulation): KinesisWorld {
  const portsOf = (name: string) => simulation.ports(name) as Partial<Ports> | undefined;
  return {
    get epochMs() {
      return simulation.epochMs;
    },
    get timeMs() {
      return simulation.timeMs;
    },
    find: (name) => portsOf(streamArnOf(name))?.kinesis,
    consumers: (streamArn) =>
      simulation.specs.filter(({ id, type, properties }) => {
        return (
          type === "AWS::Kinesis::StreamConsumer" && properties.StreamARN === streamArn && portsOf(id) !== undefined
        );
      }),
    add: (spec) => simulation.add(spec),
    remove: (id) => simulation.remove(id),
  };
}
