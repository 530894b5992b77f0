/** Event source mappings, each by the kind of its source. */
import type { JsonObject } from "../../json.ts";
import type { NodeContext, NodeFactory, NodeSpec, SimNode } from "../../sim/types.ts";
import { isQueueArn } from "./mapping-settings.ts";
import { QueueMapping } from "./queue-mapping.ts";
import { StreamMapping } from "./stream-mapping.ts";
import { isStreamArn } from "./stream-settings.ts";

interface SourceKind {
  is(properties: JsonObject): boolean;
  readonly make: NodeFactory;
}

const SOURCES: readonly SourceKind[] = [
  {
    is: ({ EventSourceArn: arn }) => isQueueArn(String(arn)),
    make: (context, spec) => new QueueMapping(context, spec),
  },
  {
    is: ({ EventSourceArn: arn }) => isStreamArn(String(arn)),
    make: (context, spec) => new StreamMapping(context, spec),
  },
];

/** Whether the mapping's source is one whose records can be simulated. */
export function hasSimulatedSource(properties: JsonObject): boolean {
  return SOURCES.some((source) => source.is(properties));
}

export function eventSourceMapping(context: NodeContext, spec: NodeSpec): SimNode {
  const source = SOURCES.find((each) => each.is(spec.properties));
  if (source === undefined) throw new Error(`${spec.id}: mappings of this source are not simulated`);
  return source.make(context, spec);
}
