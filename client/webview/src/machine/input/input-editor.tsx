/** The execution's input and type, as somebody types and chooses them. */
import type { MachineType } from "@sluice/engine";
import { useMachine, usePanel } from "../context.ts";

export function InputEditor() {
  const { inputs, hub } = usePanel();
  const { input, machineType, mocks } = useMachine("input", "machineType", "mocks");
  const { text, problem, file } = input;
  return (
    <div class="input-editor">
      <div class="fields">
        <label for="execution-input">Execution input{file && <span class="from"> from {file}</span>}</label>
        <label class="labelled">
          <span>Type</span>
          <select
            value={machineType}
            onChange={(event) => inputs.setMachineType(event.currentTarget.value as MachineType)}
          >
            <option value="STANDARD">Standard</option>
            <option value="EXPRESS">Express</option>
          </select>
        </label>
      </div>
      <textarea
        id="execution-input"
        class={problem ? "invalid" : ""}
        spellcheck={false}
        autocomplete="off"
        value={text}
        aria-invalid={problem !== undefined}
        aria-describedby={problem ? "input-problem" : undefined}
        onInput={(event) => inputs.setText(event.currentTarget.value)}
      />
      {problem && (
        <p id="input-problem" class="problem">
          {problem}
        </p>
      )}
      <p class="hint">
        {mocks.exists ? (
          <>
            Tasks can be answered from{" "}
            <button type="button" class="link" onClick={() => hub.tell({ type: "openMocks" })}>
              {mocks.name}
            </button>
          </>
        ) : (
          "You are asked what tasks answer; the tab Mocks writes answers down for the next time."
        )}
      </p>
    </div>
  );
}
