/**
 * A Parallel or an inline Map goes on where it was: what succeeded is kept, what did not is run again from the state
 * that it came to.
 * https://docs.aws.amazon.com/step-functions/latest/dg/redrive-executions.html
 */
import type { JsonValue } from "../../json.ts";
import type { Children, Frame, MapItem } from "../frame.ts";
import { after, eachInTurn, type MaybePromise } from "../maybe-promise.ts";
import type { Run } from "../run-port.ts";
import type { SavedChildren, SavedFrame } from "./saved-frame.ts";

/** Where the scopes of the children come from. */
export interface ChildSource {
  scopeOf(index: number): number;
  itemOf?(index: number): MapItem;
  /** The input of a child that had not begun. */
  inputOf(index: number): MaybePromise<JsonValue>;
}

/** Fills `children`, starts what is open, and wakes the state where nothing is. `frame.children` must be set. */
export function resumeChildren(
  run: Run,
  frame: Frame,
  children: Children,
  saved: SavedChildren,
  source: ChildSource,
): MaybePromise<void> {
  delete frame.saved;
  run.wait(frame);
  for (const { index, output } of saved.done) {
    if (index < children.results.length) children.results[index] = output;
  }
  const open = saved.open.filter(({ index }) => index < children.total);
  const started = [...saved.done, ...open].map(({ index }) => index + 1);
  children.next = Math.min(Math.max(children.next, ...started), children.total);
  children.finished = saved.done.length;
  children.running = open.length;
  if (open.length === 0 && children.next === children.total) run.wakeAt(frame, run.timeMs, { kind: "children" });
  return eachInTurn(open.length, (at) => {
    const child = open[at] as SavedFrame;
    const { index } = child;
    return after(child.input ?? source.inputOf(index), (input) =>
      run.respawn?.(frame, source.scopeOf(index), child, input, source.itemOf?.(index)),
    );
  });
}
