/** A run's answers as a test case of the mock file, so that it can be run again without asking. */
import { answersOf, rangesOf } from "@sluice/engine";
import type { MachinePanel } from "../panel.ts";
import { whole } from "../run/whole.ts";

/** The host asks for the case's name. */
export function writeMocks({ store, hub, mocks }: MachinePanel): void {
  const { run } = store.state;
  if (!run) return;
  const answers = [...answersOf(whole(run))].map(([state, outcomes]) => [state, rangesOf(outcomes)] as const);
  hub.tell({ type: "writeCase", stateMachine: mocks.stateMachine, answers });
}
