/** Where the API finds queues: a simulation, seen from outside or by one of its nodes. */
import type { Simulation } from "../../../sim/simulation.ts";
import type { NodeSpec } from "../../../sim/types.ts";
import type { Ports } from "../../ports.ts";
import type { Queue } from "../queue.ts";

export interface SqsWorld {
  /** Virtual now, epoch milliseconds. */
  readonly epochMs: number;
  /** By URL, ARN or name. */
  find(name: string): Queue | undefined;
  all(): readonly Queue[];
  /** Left out where queues cannot be made or deleted. */
  add?(spec: NodeSpec): void;
  remove?(id: string): void;
}

/** The account and Region of everything simulated. */
const ACCOUNT = "123456789012";
const REGION = "us-east-1";

export function queueArnOf(name: string): string {
  return `arn:aws:sqs:${REGION}:${ACCOUNT}:${name}`;
}

export function queueUrlOf(name: string): string {
  return `https://sqs.${REGION}.amazonaws.com/${ACCOUNT}/${name}`;
}

/** The name at the end of an ARN or a URL. */
export function nameOfArn(arn: string): string {
  return arn.slice(Math.max(arn.lastIndexOf(":"), arn.lastIndexOf("/")) + 1);
}

/** The queues of a simulation, for whoever acts on it from outside. */
export function worldOf(simulation: Simulation): SqsWorld {
  const at = (name: string): Queue | undefined => (simulation.ports(name) as Partial<Ports> | undefined)?.sqs;
  return {
    get epochMs() {
      return simulation.epochMs;
    },
    find: (name) => at(name) ?? at(queueArnOf(nameOfArn(name))),
    all: () => {
      const found = simulation.specs.map(({ arn }) => at(arn)).filter((queue) => queue !== undefined);
      return [...new Set(found)];
    },
    add: (spec) => simulation.add(spec),
    remove: (id) => simulation.remove(id),
  };
}
