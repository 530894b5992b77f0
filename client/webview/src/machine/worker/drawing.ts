/** From text to what the view draws, and back: layout, where each state stands, which state an offset lies in. */
import {
  buildMachine,
  valueOf as dataOf,
  layoutMachine,
  lineStarts,
  type Machine,
  nodeAt,
  type ParsedText,
  parseText,
  positionAt,
  segmentsOf,
  type TextLanguage,
} from "@sluice/engine";
import type { Drawing, StateRange, TextPlace, WorkerReply } from "./protocol.ts";

export interface Definition {
  readonly parsed: ParsedText;
  readonly machine: Machine | undefined;
}

export function readDefinition(text: string, language: TextLanguage): Definition {
  const parsed = parseText(text, language);
  return { parsed, machine: buildMachine(parsed.root) };
}

export function drawText({ parsed, machine }: Definition, version: number): WorkerReply {
  // A comment is refused by AWS, and the editor says so; it hides nothing that could be drawn.
  const mistake = parsed.problems.find(({ severity, rule }) => severity === "error" && rule !== "json-comment");
  const drawing = machine && draw(parsed, machine, version);
  if (drawing && drawing.states.length > 0 && !mistake) return { type: "drawn", drawing };
  const offset = mistake?.start ?? parsed.root.start;
  const message = mistake?.message ?? "No state machine here yet: it needs an object with StartAt and States.";
  const line = positionAt(lineStarts(parsed.text), offset).line + 1;
  return { type: "broken", version, message, offset, line, ...(drawing && { partial: drawing }) };
}

function draw(parsed: ParsedText, machine: Machine, version: number): Drawing {
  const states = machine.states.map(
    (state): StateRange => ({
      name: state.name,
      type: state.type,
      start: state.nameNode.start,
      end: state.node.end,
      nameStart: state.nameNode.start,
      nameEnd: state.nameNode.end,
      container: state.scope.owner?.name,
    }),
  );
  const startAt = machine.scope.startAt?.value;
  return { version, layout: layoutMachine(machine), states, startAt, key: JSON.stringify(dataOf(parsed.root)) };
}

/** The innermost state around an offset, and the place in it. */
export function placeInText({ parsed, machine }: Definition, offset: number): TextPlace | undefined {
  const state = machine?.states.findLast(({ node, nameNode }) => nameNode.start <= offset && offset <= node.end);
  const node = nodeAt(parsed.root, offset);
  if (!state || !node) return undefined;
  const inside = segmentsOf(node).slice(segmentsOf(state.node).length);
  return { state: state.name, path: inside, start: node.start, end: node.end };
}
