/** Which test case is looked at, where it is written, and how to get another one. */
import { useMachine, usePanel } from "../context.ts";
import { TaskSource } from "../run/task-source.tsx";
import { writeMocks } from "./mocks-of-run.ts";

export function CaseHead() {
  const panel = usePanel();
  const { mocks, run } = useMachine("mocks", "run");
  const canCopy = run !== undefined && run.length > 1;
  return (
    <div class="fields">
      <TaskSource label="Test case" />
      <span class="missing-end">
        <button type="button" class="link" onClick={() => newCase(panel)}>
          New test case…
        </button>
        {canCopy && (
          <button
            type="button"
            class="link"
            title="What the tasks of this run answered becomes a test case"
            onClick={() => writeMocks(panel)}
          >
            From this run…
          </button>
        )}
        {mocks.exists && (
          <button type="button" class="link" onClick={() => panel.hub.tell({ type: "openMocks" })}>
            Open {mocks.name}
          </button>
        )}
      </span>
    </div>
  );
}

/** With the answers of the one that is chosen: a case is mostly another one with a change. */
function newCase({ hub, mocks, store }: ReturnType<typeof usePanel>): void {
  const { cases, chosen } = store.state.mocks;
  const copied = cases.find(
    ({ testCase, stateMachine }) => testCase === chosen?.testCase && stateMachine === chosen.stateMachine,
  );
  const answers = (copied?.states ?? []).map(({ stateName, ranges }) => [stateName, ranges] as const);
  hub.tell({ type: "writeCase", stateMachine: mocks.stateMachine, answers });
}
