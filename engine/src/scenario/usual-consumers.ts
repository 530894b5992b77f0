/** Who consumes where only a redrive policy is simulated: it says something only of messages that fail. */
import { MADE, type Subject } from "./subject.ts";
import type { Consumer, Scenario } from "./types.ts";

/** A consumer by nobody's file: without a place. */
export type UsualConsumer = Omit<Consumer, "node">;

const FAILING: UsualConsumer = {
  name: "Consumer",
  polls: MADE.queue,
  properties: {},
  behavior: { durationMs: 100, failWhen: { pattern: { poison: [true] } } },
  sendsTo: [],
};

export function usualConsumers({ kind }: Subject, { consumers }: Scenario): readonly UsualConsumer[] {
  return kind === "redrive-policy" && consumers.length === 0 ? [FAILING] : [];
}
