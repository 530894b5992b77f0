/** Fixes that make a queue or a topic FIFO, or a queue standard: the switch, and the `.fifo` that a FIFO's name ends with. */
import { removeProperty } from "../../editor/object-edits.ts";
import type { Fix, TextEdit } from "../../problem.ts";
import { property } from "../../text/navigate.ts";
import type { TopologyNode } from "../topology.ts";
import { QUEUE } from "./dead-letters.ts";
import type { TemplateContext } from "./rule.ts";
import { placeOf, propertiesOf, setFix, settingOf, styleIn } from "./settings.ts";

/** None where its name is made up elsewhere, and cannot be given the ending. */
export function makeFifoFix(context: TemplateContext, node: TopologyNode): readonly Fix[] {
  const [kind, name] = node.type === QUEUE ? ["Queue", "QueueName"] : ["Topic", "TopicName"];
  const title = `Make ${node.id} a FIFO ${kind.toLowerCase()}`;
  const renamed = nameEdit(context, node, name, (text) => (/\.fifo["']?$/.test(text) ? text : withEnding(text)));
  if (renamed === undefined) return [];
  return setFix(context, node, `Fifo${kind}`, true, title).map((fix) => ({
    ...fix,
    edits: [...fix.edits, ...renamed],
  }));
}

/** What only FIFO queues may have. */
const FIFO_ONLY = ["FifoQueue", "ContentBasedDeduplication", "DeduplicationScope", "FifoThroughputLimit"];

/** None where its name is made up elsewhere, or what is to go cannot be told from what stays. */
export function makeStandardFix(context: TemplateContext, node: TopologyNode): readonly Fix[] {
  const properties = propertiesOf(context, node);
  const renamed = nameEdit(context, node, "QueueName", (text) => text.replace(/\.fifo(["']?)$/, "$1"));
  if (properties === undefined || renamed === undefined) return [];
  const removed = FIFO_ONLY.flatMap((name) => {
    const given = property(properties, name);
    return given === undefined ? [] : [removeProperty(given, styleIn(context))];
  });
  const edits = [...removed, ...renamed];
  return areApart(edits) ? [{ title: `Make ${node.id} a standard queue`, edits }] : [];
}

function withEnding(text: string): string {
  return text.replace(/["']?$/, (quote) => `.fifo${quote}`);
}

/** `rename`: of the name as it is written, with its quotes. Undefined: no name of the template's own words. */
function nameEdit(
  context: TemplateContext,
  node: TopologyNode,
  setting: string,
  rename: (text: string) => string,
): readonly TextEdit[] | undefined {
  const name = settingOf(context, node, setting);
  if (name === undefined) return [];
  if (name.kind !== "string") return undefined;
  const place = placeOf(context, node, setting);
  const text = context.document.text.slice(place.start, place.end);
  return rename(text) === text ? [] : [{ ...place, newText: rename(text) }];
}

function areApart(edits: readonly TextEdit[]): boolean {
  const sorted = edits.toSorted((a, b) => a.start - b.start);
  return sorted.every(({ end }, index) => end <= (sorted[index + 1]?.start ?? Number.POSITIVE_INFINITY));
}
