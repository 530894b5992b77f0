/** The execution's input and type. Changing either begins anew. */
import type { MachineType } from "@sluice/engine";
import type { SiblingFile } from "../../../../src/panel/protocol.ts";
import { jsonText } from "../../ui/format.ts";
import type { Hub } from "../hub.ts";
import { problemOf } from "./input-text.ts";

export class Inputs {
  readonly #hub: Hub;
  readonly #onChange: () => void;

  constructor(hub: Hub, onChange: () => void) {
    this.#hub = hub;
    this.#onChange = onChange;
  }

  /** From the file beside the definition, unless somebody has typed something else here. */
  take({ name, text }: SiblingFile): void {
    const { input } = this.#hub.store.state;
    const untouched = input.file !== undefined || input.text.trim() === "{}";
    if (text === undefined || !untouched || text === input.text) return;
    this.#set(text, name);
  }

  setText(text: string): void {
    this.#set(text, undefined);
    this.#hub.keep({ inputText: text });
  }

  /** The input of the execution that is shown becomes that of the next one. */
  takeFromRun(): void {
    const input = this.#hub.store.state.run?.events[0]?.details.input;
    if (input === undefined) return;
    this.setText(jsonText(input));
    this.#hub.store.set({ tab: "input" });
  }

  setMachineType(machineType: MachineType): void {
    this.#hub.store.set({ machineType });
    this.#hub.keep({ machineType });
    this.#onChange();
  }

  #set(text: string, file: string | undefined): void {
    const problem = problemOf(text);
    const input = { text, ...(problem !== undefined && { problem }), ...(file !== undefined && { file }) };
    this.#hub.store.set({ input });
    this.#onChange();
  }
}
