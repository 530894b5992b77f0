/** The frames of a running execution: which there are, who is whose child, and what a frame can see of those above it. */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Program } from "./behavior.ts";
import type { Frame, MapItem } from "./frame.ts";

/** What a new frame is given; the rest begins empty. */
export type NewFrame = Pick<Frame, "scope" | "parent" | "index" | "input" | "lastEventId"> & {
  readonly item?: MapItem | undefined;
};

/** Those of a new frame: what a state assigns makes a new object. */
const NO_VARIABLES: JsonObject = {};

export class Family {
  readonly frames = new Map<number, Frame>();
  lastFrameId = 0;
  readonly #program: Program;

  constructor(program: Program) {
    this.#program = program;
  }

  add({ scope, parent, index, input, lastEventId, item }: NewFrame, timeMs: number): Frame {
    const frame: Frame = {
      id: ++this.lastFrameId,
      scope,
      parent,
      index,
      input,
      lastEventId,
      phase: "enter",
      state: this.#program.scopes[scope]?.startAt ?? "",
      variables: NO_VARIABLES,
      enteredEventId: 0,
      beforeEntryEventId: 0,
      enteredTimeMs: timeMs,
      retries: [],
      epoch: 0,
    };
    if (item !== undefined) frame.item = item;
    this.frames.set(frame.id, frame);
    return frame;
  }

  parentOf(frame: Frame): Frame | undefined {
    return this.frames.get(frame.parent);
  }

  /** The value of a variable as a frame sees it: its own, or that of the nearest scope around. */
  variable(frame: Frame, name: string): JsonValue | undefined {
    for (let at: Frame | undefined = frame; at !== undefined; at = this.parentOf(at)) {
      if (Object.hasOwn(at.variables, name)) return at.variables[name];
      if (this.#program.scopes[at.scope]?.distributed === true) return undefined;
    }
    return undefined;
  }

  /** The item of the innermost iteration. */
  mapItem(frame: Frame): MapItem | undefined {
    for (let at: Frame | undefined = frame; at !== undefined; at = this.parentOf(at)) {
      if (at.item !== undefined) return at.item;
    }
    return undefined;
  }

  /** Takes out all frames below one, the elder first, and hands each to `gone`. Answers their ids, and the parent's. */
  removeBelow(parent: Frame, gone: (frame: Frame) => void): ReadonlySet<number> {
    const ids = new Set([parent.id]);
    for (const frame of this.frames.values()) {
      if (!ids.has(frame.parent)) continue;
      ids.add(frame.id);
      this.frames.delete(frame.id);
      gone(frame);
      frame.phase = "done";
    }
    return ids;
  }
}
