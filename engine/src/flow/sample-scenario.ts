/**
 * A scenario for what has none, as a text: the traffic that is taken for granted, and consumers for queues that nobody
 * polls. So that any template can be watched at once, and changed and saved from there.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import { type ScenarioFiles, subjectIn } from "../scenario/open.ts";
import { readScenario } from "../scenario/read.ts";
import { systemOf } from "../scenario/system.ts";
import { type UsualTraffic, usualTraffic } from "../scenario/usual-traffic.ts";
import type { MessageTemplate } from "../services/producers/message-filler.ts";
import type { Topology, TopologyNode } from "../template/topology.ts";
import { parseText } from "../text/parse.ts";
import { setIn } from "./scenario-edits.ts";

/** Enough to be watched. */
const RATE = "5/s";
const UNTIL = "2m";

/** `file`: the name of what is simulated, as the scenario has it. Undefined: nothing in it can be simulated. */
export function sampleScenario(file: string, text: string, files: ScenarioFiles): string | undefined {
  const subject = subjectIn(text, file, files);
  if (subject === undefined) return undefined;
  const start = `simulate: ${JSON.stringify(file)}\n`;
  const { topology, specs } = systemOf(subject, readScenario(parseText("{}", "yaml").root).scenario);
  const traffic = usualTraffic(subject, topology, specs).map(trafficOf);
  const consumers = unpolledQueues(topology).map(({ id }): readonly [string, JsonObject] => {
    return [`${id}Workers`, { polls: id, workers: 2, duration: "300ms", fails: "10%" }];
  });
  const parts: readonly (readonly [string, JsonValue])[] = [
    ...(traffic.length > 0 ? [["traffic", traffic] as const] : []),
    ...(consumers.length > 0 ? [["consumers", Object.fromEntries(consumers)] as const] : []),
    ["expect", [{ lost: 0 }]],
  ];
  return parts.reduce((so, [name, value]) => setIn(so, "yaml", [name], value) ?? so, start);
}

/** Queues that have dead-letter queues and no consumers: without one, nothing would ever come of them. */
function unpolledQueues({ nodes, edges }: Topology): readonly TopologyNode[] {
  const polled = new Set(edges.filter(({ kind }) => kind === "event-source").map(({ from }) => from));
  return nodes.filter(({ id, type, properties }) => {
    return type === "AWS::SQS::Queue" && properties.RedrivePolicy !== undefined && !polled.has(id);
  });
}

function trafficOf({ name, to, messages }: UsualTraffic): JsonObject {
  const written = messages.map(messageOf);
  const [first] = written;
  return {
    name,
    to,
    rate: RATE,
    until: UNTIL,
    ...(written.length === 1 && first !== undefined ? { message: first } : { messages: written }),
  };
}

function messageOf({ body, ...rest }: MessageTemplate): JsonObject {
  return { body: bodyOf(body), ...(rest as JsonObject) };
}

/** As data where it is JSON, so that the scenario shows it as people write it. */
function bodyOf(body: string): JsonValue {
  try {
    return JSON.parse(body.replaceAll(/:(\$\{[^}]*\})/g, ':"$1"')) as JsonValue;
  } catch {
    return body;
  }
}
