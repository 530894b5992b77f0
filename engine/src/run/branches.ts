/** The frames of an execution begin and end: its root, the branches of a Parallel, the iterations of a Map. */
import type { JsonValue } from "../json.ts";
import type { Agenda } from "./agenda.ts";
import type { Program } from "./behavior.ts";
import type { Family, NewFrame } from "./family.ts";
import type { Frame, MapItem } from "./frame.ts";
import { checkInput } from "./quotas.ts";
import type { RecentStates } from "./recent-states.ts";
import type { Recorder } from "./recorder.ts";
import { resumedFields } from "./redrive/resumed-fields.ts";
import type { SavedFrame } from "./redrive/saved-frame.ts";
import type { Run } from "./run-port.ts";
import type { TaskDesk } from "./task-desk.ts";

/** State types whose end in a failed branch AWS records. */
const ABORTABLE: ReadonlySet<string> = new Set(["Map", "Parallel", "Task", "Wait"]);

/** What belongs to the same execution. */
interface Parts {
  readonly program: Program;
  readonly family: Family;
  readonly agenda: Agenda;
  readonly recorder: Recorder;
  readonly desk: TaskDesk;
  readonly states: RecentStates;
}

export class Branches {
  readonly #run: Pick<Run, "timeMs" | "record" | "note">;
  readonly #parts: Parts;

  constructor(run: Pick<Run, "timeMs" | "record" | "note">, parts: Parts) {
    this.#run = run;
    this.#parts = parts;
  }

  begin(given: NewFrame): Frame {
    const { family, agenda } = this.#parts;
    const frame = family.add(given, this.#run.timeMs);
    agenda.add(frame);
    return frame;
  }

  /** Starts a child scope of a Parallel or Map behind `lastEventId`. */
  spawn(parent: Frame, scope: number, index: number, input: JsonValue, lastEventId: number, item?: MapItem): void {
    checkInput(parent.state, input);
    const child = this.begin({ scope, parent: parent.id, index, input, lastEventId, item });
    if (this.#parts.program.scopes[scope]?.distributed === true) this.#hide(child, parent);
    else if (parent.hidden !== undefined) child.hidden = parent.hidden;
    if (item !== undefined && child.hidden?.root !== child.id) {
      this.#run.record(child, "MapIterationStarted", { name: parent.state, index });
    }
  }

  /** An iteration of a Distributed Map is an execution with a history of its own. */
  #hide(child: Frame, parent: Frame): void {
    const { arn: mapRunArn = "", express = false } = parent.children?.mapRun ?? {};
    const { id: root, index, input } = child;
    child.hidden = { root, mapRunArn, express, index, input, startTimeMs: this.#run.timeMs };
    child.lastEventId = 1;
    this.#parts.recorder.beginHidden(root);
  }

  /** Starts a child scope again where it was before a redrive. */
  respawn(parent: Frame, scope: number, saved: SavedFrame, input: JsonValue, item?: MapItem): void {
    const { index, lastEventId } = saved;
    const child = this.begin({ scope, parent: parent.id, index, input, lastEventId, item });
    Object.assign(child, resumedFields(saved, input), { beforeEntryEventId: lastEventId });
  }

  /** Records that a state in a branch did not get to its end, where AWS has an event for its type. */
  noteAborted(frame: Frame): void {
    const type = this.#parts.states.of(frame)?.type;
    if (frame.phase !== "enter" && type !== undefined && ABORTABLE.has(type)) {
      this.#run.note(frame, `${type}StateAborted`, {});
    }
  }

  /** Ends what still runs below a Parallel or Map that has failed. */
  abort(parent: Frame): void {
    const { family, desk } = this.#parts;
    const gone = family.removeBelow(parent, (frame) => {
      this.noteAborted(frame);
      if (frame.item === undefined || frame.hidden?.root === frame.id) return;
      const owner = family.parentOf(frame)?.state ?? parent.state;
      this.#run.note(frame, "MapIterationAborted", { name: owner, index: frame.index });
    });
    desk.drop(gone);
  }
}
