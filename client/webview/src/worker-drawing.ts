/** From text to what the view draws: layout, and where each state stands in the text. */
import {
  buildMachine,
  valueOf as dataOf,
  layoutMachine,
  lineStarts,
  type Machine,
  type ParsedText,
  parseText,
  positionAt,
  type TextLanguage,
} from "@sluice/engine";
import type { Drawing, StateRange, WorkerReply } from "./worker-protocol.ts";

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
