/** Which two runs are compared: the earlier one in the one place, the one that is shown in the other. */
import { useMachine, usePanel } from "../context.ts";
import { runTitle } from "../words.ts";
import { baseOf } from "./runs.ts";

export function RunChoice() {
  const { runs } = usePanel();
  const state = useMachine("run", "past", "base");
  const { past, run } = state;
  const base = baseOf(state);
  return (
    <div class="run-choice">
      <label>
        <span>Compare</span>
        <select value={String(base?.id)} onChange={(event) => runs.setBase(Number(event.currentTarget.value))}>
          {past
            .filter(({ id }) => id !== run?.id)
            .map((one) => (
              <option key={one.id} value={String(one.id)}>
                {runTitle(one)}
              </option>
            ))}
        </select>
      </label>
      <label>
        <span>with</span>
        <select value={String(run?.id)} onChange={(event) => runs.show(Number(event.currentTarget.value))}>
          {past.map((one) => (
            <option key={one.id} value={String(one.id)}>
              {runTitle(one)}
            </option>
          ))}
        </select>
      </label>
      <button type="button" class="link" onClick={() => runs.swap()}>
        Swap
      </button>
    </div>
  );
}
