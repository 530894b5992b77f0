/** Messages that would go round for ever are stopped by whoever takes them in. */
import { MAX_LOOP_TURNS } from "../limits.ts";
import { type Refusal, refusal } from "../refusals/refusal.ts";
import { wayOf } from "../sim/messages.ts";
import type { Message, NodeContext } from "../sim/types.ts";

const LOOP: Refusal = refusal(
  "RecursiveLoop",
  `The message has come round ${MAX_LOOP_TURNS} times. AWS stops such loops, or bills them.`,
);

/** Undefined: it does not go round. Else the loop is told, and the message that `cause` would lead to is not to be made. */
export function refuseLoop(context: NodeContext, cause: Message | undefined): Refusal | undefined {
  if (cause === undefined || !context.isLoop(cause)) return undefined;
  context.counter("loopsStopped").add(1);
  context.tell("loopStopped", cause, { code: "kernel.loop", turns: MAX_LOOP_TURNS, way: roundOf(cause).join(" > ") });
  return LOOP;
}

/** One round of it: from a node to the same node. */
function roundOf(message: Message): readonly string[] {
  const way = wayOf(message);
  const last = way.at(-1) as string;
  const before = way.lastIndexOf(last, -2);
  return before < 0 ? way : way.slice(before);
}
