/**
 * What the tasks answer: for each state that calls something, the answers of the chosen test case, call by call. What is
 * changed here is written into the mock file.
 */
import { useMachine } from "../context.ts";
import { isSameCase } from "../state.ts";
import { CaseHead } from "./case-head.tsx";
import { MockedTask } from "./mocked-task.tsx";

export function MocksDrawer() {
  const { drawing, mocks } = useMachine("drawing", "mocks");
  const tasks = drawing?.states.filter(({ type }) => type === "Task") ?? [];
  const chosen = mocks.cases.find((one) => isSameCase(one, mocks.chosen));
  const others = chosen?.states.filter(({ stateName }) => !tasks.some(({ name }) => name === stateName)) ?? [];
  return (
    <div class="mocks">
      <CaseHead />
      {tasks.length === 0 && <p class="absent">This state machine has no Task: nothing has to answer.</p>}
      {tasks.map(({ name }) => (
        <MockedTask
          key={`${name} ${chosen?.testCase}`}
          state={name}
          ranges={chosen?.states.find(({ stateName }) => stateName === name)?.ranges}
        />
      ))}
      {others.length > 0 && (
        <p class="muted">
          The test case also answers {others.map(({ stateName }) => `“${stateName}”`).join(", ")}, which this state
          machine does not have.
        </p>
      )}
    </div>
  );
}
