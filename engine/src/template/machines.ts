/** The state machines that stand in a template, each as a text of its own with the way back. */
import { pointerOf } from "../text/navigate.ts";
import type { TextLanguage } from "../text/parsed.ts";
import type { PlaceMap } from "../text/place-map.ts";
import { renderTree } from "../text/rendered.ts";
import type { Node } from "../text/tree.ts";
import type { MachineType } from "../vocabulary.ts";
import type { TemplateDocument } from "./document.ts";
import { languageOfEmbedded } from "./embedded-languages.ts";
import type { Part } from "./parts.ts";

export interface EmbeddedMachine {
  /** Of the value that holds it, a JSON pointer into the template. */
  readonly pointer: string;
  /** Logical id of its resource. */
  readonly name: string;
  /** Undefined where only deployment tells. */
  readonly type: MachineType | undefined;
  readonly text: string;
  readonly language: TextLanguage;
  /** Between its text and the template. */
  readonly places: PlaceMap;
  /** Where it stands in the template, UTF-16 offsets. */
  readonly start: number;
  readonly end: number;
}

/** In document order. An object of the template becomes JSON; a definition in a string stays the text that it is. */
export function machinesIn({ parts }: TemplateDocument): readonly EmbeddedMachine[] {
  return parts
    .filter(({ embedded }) => embedded.holds === "asl")
    .map((part) => {
      const { node, resource, content } = part.embedded;
      const { parsed } = part.document;
      return {
        pointer: pointerOf(node),
        name: resource.id,
        type: languageOfEmbedded(part.embedded).options.machineType,
        start: node.start,
        end: node.end,
        ...("tree" in content
          ? { language: "json", ...renderTree(parsed.root) }
          : { language: parsed.language, text: parsed.text, places: placesOfPart(part) }),
      };
    });
}

/** Of an embedded text: between it and the template. */
export function placesOfPart(part: Part): PlaceMap {
  const places: number[] = [];
  const add = (node: Node): void => {
    const { start, end } = part.outer({ start: node.start, end: node.end });
    places.push(node.start, node.end, start, end);
  };
  const nodes: Node[] = [part.document.parsed.root];
  for (let node = nodes.pop(); node !== undefined; node = nodes.pop()) {
    add(node);
    if (node.kind === "array") nodes.push(...node.items.toReversed());
    if (node.kind !== "object") continue;
    for (const { key } of node.properties) add(key);
    nodes.push(...node.properties.map(({ value }) => value).toReversed());
  }
  return places;
}
