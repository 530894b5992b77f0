/** What a view draws of a definition's text: its picture, where each state stands in the text, and what it means. */
import type { Machine } from "../asl/model.ts";
import { lineStarts, positionAt } from "../text/lines.ts";
import { valueOf } from "../text/navigate.ts";
import type { ParsedText } from "../text/parsed.ts";
import { layoutMachine } from "./layout.ts";
import type { GraphLayout } from "./types.ts";

/** Where a state stands in the text, UTF-16 offsets; `end` is exclusive. */
export interface StateRange {
  readonly name: string;
  readonly type: string | undefined;
  readonly start: number;
  readonly end: number;
  /** The key that names it, quotes included. */
  readonly nameStart: number;
  readonly nameEnd: number;
  /** Map or Parallel around it. */
  readonly container: string | undefined;
}

export interface MachineDrawing {
  readonly layout: GraphLayout;
  readonly states: readonly StateRange[];
  /** The definition's own first state, for the cursor to begin at. */
  readonly startAt: string | undefined;
  /** Two texts with the same key mean the same machine: only then a run of one is a run of the other. */
  readonly key: string;
}

/** Why a text is not, or not wholly, what is drawn of it. */
export interface DrawingMistake {
  readonly message: string;
  /** UTF-16. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

/** Of a text with a mistake, `drawing` is what can be drawn all the same. */
export type DrawnText =
  | { readonly drawing: MachineDrawing; readonly mistake?: undefined }
  | { readonly drawing: MachineDrawing | undefined; readonly mistake: DrawingMistake };

/** Never throws. `machine`: as `buildMachine` makes it of the text. */
export function drawMachine(parsed: ParsedText, machine: Machine | undefined): DrawnText {
  // A comment is refused by AWS, and the editor says so; it hides nothing that could be drawn.
  const mistake = parsed.problems.find(({ severity, rule }) => severity === "error" && rule !== "json-comment");
  const drawing = machine && draw(parsed, machine);
  if (drawing && drawing.states.length > 0 && !mistake) return { drawing };
  const offset = mistake?.start ?? parsed.root.start;
  const message = mistake?.message ?? "No state machine here yet: it needs an object with StartAt and States.";
  const line = positionAt(lineStarts(parsed.text), offset).line + 1;
  return { drawing, mistake: { message, offset, line } };
}

function draw(parsed: ParsedText, machine: Machine): MachineDrawing {
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
  return { layout: layoutMachine(machine), states, startAt, key: JSON.stringify(valueOf(parsed.root)) };
}
