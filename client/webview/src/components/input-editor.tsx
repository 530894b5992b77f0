/** The execution's input and type. Changing either begins anew. */
import type { MachineType } from "@sluice/engine";
import type { Controller } from "../controller.ts";
import type { ViewState } from "../state.ts";

export function InputEditor({ state, controller }: { state: ViewState; controller: Controller }) {
  const { inputText, inputProblem, inputFile, machineType, mockFile } = state;
  return (
    <div class="input-editor">
      <div class="fields">
        <label for="execution-input">Execution input{inputFile && <span class="from"> from {inputFile}</span>}</label>
        <label class="machine-type">
          <span>Type</span>
          <select
            value={machineType}
            onChange={(event) => controller.setMachineType(event.currentTarget.value as MachineType)}
          >
            <option value="STANDARD">Standard</option>
            <option value="EXPRESS">Express</option>
          </select>
        </label>
      </div>
      <textarea
        id="execution-input"
        class={inputProblem ? "invalid" : ""}
        spellcheck={false}
        autocomplete="off"
        value={inputText}
        aria-invalid={inputProblem !== undefined}
        aria-describedby={inputProblem ? "input-problem" : undefined}
        onInput={(event) => controller.setInput(event.currentTarget.value)}
      />
      {inputProblem && (
        <p id="input-problem" class="problem">
          {inputProblem}
        </p>
      )}
      <p class="hint">
        {mockFile ? (
          <>
            Tasks can be answered from{" "}
            <button type="button" class="link" onClick={() => controller.openMocks()}>
              {mockFile}
            </button>
          </>
        ) : (
          "A mock configuration file beside the definition (name.mocks.json) answers tasks; without one you are asked."
        )}
      </p>
    </div>
  );
}
