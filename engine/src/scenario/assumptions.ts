/** What a simulation takes for granted that nobody said, in sentences: a reader must not take it for the template's. */
import { isSimulated } from "../services/nodes.ts";
import type { Topology, TopologyEdge } from "../template/topology.ts";
import { withoutDefinition } from "./definition-files.ts";
import type { UsualTraffic } from "./usual-traffic.ts";

/** `usual`: the traffic that is taken for granted. */
export function assumptionsOf(
  topology: Topology,
  consumers: readonly { readonly polls: string }[],
  usual: readonly UsualTraffic[],
): readonly string[] {
  const unknown = withoutDefinition(topology);
  const unread = unreadQueues(topology, new Set(consumers.map(({ polls }) => polls)));
  return [
    ...(usual.length === 0
      ? []
      : [`no traffic is described: one message a second for a minute to ${listed(usual.map(({ to }) => to))}`]),
    ...(unread.length === 0 ? [] : [`nobody receives from ${listed(unread)}: what comes there stays`]),
    ...(unknown.length === 0 ? [] : [`the definition is not here of ${listed(unknown)}: executions succeed at once`]),
  ];
}

/** Queues that nothing in the system polls; dead-letter queues are not meant to be. */
function unreadQueues({ nodes, edges }: Topology, polled: ReadonlySet<string>): readonly string[] {
  const read = new Set(
    edges.filter(({ kind }) => kind === "event-source" || kind === "stream").map(({ from }) => from),
  );
  const letters = new Set(edges.filter(isOfFailures).map(({ to }) => to));
  return nodes
    .filter((node) => node.type === "AWS::SQS::Queue" && isSimulated(node) && node.external !== true)
    .map(({ id }) => id)
    .filter((id) => !read.has(id) && !letters.has(id) && !polled.has(id));
}

/** Where what failed is kept until a person looks at it. */
function isOfFailures({ kind, properties }: TopologyEdge): boolean {
  return kind === "redrive" || (kind === "destination" && properties.on === "OnFailure");
}

/** As many names as a person reads. */
const SHOWN = 6;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, SHOWN).join(", ");
  return names.length > SHOWN ? `${shown} and ${names.length - SHOWN} more` : shown;
}
