/** Who answers tasks: the person in front of the panel, or one of the test cases of the mock file. */
import { useMachine, usePanel } from "../context.ts";
import { isSameCase } from "../state.ts";
import type { MockedCase } from "../worker/protocol.ts";

const ASK = "ask";

export function TaskSource({ label = "Tasks" }: { label?: string }) {
  const panel = usePanel();
  const { mocks } = useMachine("mocks");
  const { cases, chosen, name, exists } = mocks;
  const several = new Set(cases.map(({ stateMachine }) => stateMachine)).size > 1;
  const labelOf = (one: MockedCase): string => (several ? `${one.stateMachine}: ${one.testCase}` : one.testCase);
  const index = chosen === undefined ? -1 : cases.findIndex((one) => isSameCase(one, chosen));
  return (
    <label class="labelled">
      <span>{label}</span>
      <select
        aria-label={label}
        value={index < 0 ? ASK : String(index)}
        onChange={(event) => panel.mocks.choose(cases[Number(event.currentTarget.value)])}
      >
        <option value={ASK}>Ask me</option>
        {cases.length > 0 && (
          <optgroup label={exists ? name : "Mocks"}>
            {cases.map((one, at) => (
              <option key={labelOf(one)} value={String(at)}>
                {labelOf(one)}
              </option>
            ))}
          </optgroup>
        )}
      </select>
    </label>
  );
}
