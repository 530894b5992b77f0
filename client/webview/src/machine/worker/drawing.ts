/** From text to what the view draws, and back: which state an offset lies in. */
import {
  buildMachine,
  drawMachine,
  type Machine,
  nodeAt,
  type ParsedText,
  parseText,
  segmentsOf,
  type TextLanguage,
} from "@sluice/engine";
import type { TextPlace, WorkerReply } from "./protocol.ts";

export interface Definition {
  readonly parsed: ParsedText;
  readonly machine: Machine | undefined;
}

export function readDefinition(text: string, language: TextLanguage): Definition {
  const parsed = parseText(text, language);
  return { parsed, machine: buildMachine(parsed.root) };
}

export function drawText({ parsed, machine }: Definition, version: number): WorkerReply {
  const { drawing: drawn, mistake } = drawMachine(parsed, machine);
  if (!mistake) return { type: "drawn", drawing: { ...drawn, version } };
  return { type: "broken", version, ...mistake, ...(drawn && { partial: { ...drawn, version } }) };
}

/** The innermost state around an offset, and the place in it. */
export function placeInText({ parsed, machine }: Definition, offset: number): TextPlace | undefined {
  const state = machine?.states.findLast(({ node, nameNode }) => nameNode.start <= offset && offset <= node.end);
  const node = nodeAt(parsed.root, offset);
  if (!state || !node) return undefined;
  const inside = segmentsOf(node).slice(segmentsOf(state.node).length);
  return { state: state.name, path: inside, start: node.start, end: node.end };
}
