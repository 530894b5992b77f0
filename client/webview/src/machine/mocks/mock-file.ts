/** The mock file beside the definition: which of its cases answers, and edits of it, which the host writes. */
import type { MockEdit } from "@sluice/engine";
import type { SiblingFile } from "../../../../src/panel/protocol.ts";
import type { Hub } from "../hub.ts";
import { isSameCase, type MachineState, type MockCaseName } from "../state.ts";
import type { MockedCase } from "../worker/protocol.ts";

/** The test case that a file begins with. */
export const FIRST_CASE = "Mocked";

/** Another case was chosen; the file is another one; its case gives other answers than those it may have given. */
export type MocksChange = "case" | "file" | "answers";

export class MockFile {
  readonly #hub: Hub;
  readonly #onChange: (change: MocksChange) => void;
  #text: string | undefined;
  /** Somebody wants to be asked, whatever cases there are. */
  #asking: boolean;
  #wanted: MockCaseName | undefined;

  constructor(hub: Hub, wanted: MockCaseName | "ask" | undefined, onChange: (change: MocksChange) => void) {
    this.#hub = hub;
    this.#onChange = onChange;
    this.#asking = wanted === "ask";
    this.#wanted = wanted === "ask" ? undefined : wanted;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  /** The host has read it, or read that there is none. */
  take({ name, text }: SiblingFile): void {
    const { mocks } = this.#state;
    if (text === this.#text && name === mocks.name) return;
    this.#onChange("file");
    this.#text = text;
    this.#hub.store.set({ mocks: { ...mocks, name, exists: text !== undefined } });
    this.send();
  }

  /** To the worker, which may be a new one. */
  send(): void {
    this.#hub.send({ type: "mocks", text: this.#text });
  }

  /** A mock file is there to be used: its first case answers until somebody chooses otherwise. */
  read(cases: readonly MockedCase[], problem: string | undefined): void {
    const { problem: _, ...mocks } = this.#state.mocks;
    const before = mocks.cases.find((one) => isSameCase(one, mocks.chosen));
    const wanted = this.#wanted ?? mocks.chosen;
    const kept = cases.find((one) => isSameCase(one, wanted)) ?? cases[0];
    if (cases.length > 0) this.#wanted = undefined;
    const chosen = this.#asking || !kept ? undefined : nameOf(kept);
    this.#hub.store.set({ mocks: { ...mocks, cases, chosen, ...(problem !== undefined && { problem }) } });
    if (before && kept && isSameCase(before, kept) && !goesOnAs(before, kept)) this.#onChange("answers");
  }

  /** undefined: a person is asked. */
  choose(chosen: MockCaseName | undefined): void {
    this.#asking = chosen === undefined;
    this.#hub.store.set({ mocks: { ...this.#state.mocks, chosen: chosen && nameOf(chosen) } });
    this.#hub.keep({ mock: chosen ? nameOf(chosen) : "ask" });
    this.#onChange("case");
  }

  /** The host edits the file; what it holds then comes back as a change of it. */
  edit(edit: MockEdit): void {
    this.#wanted = { stateMachine: edit.stateMachine, testCase: edit.testCase };
    this.#asking = false;
    this.#hub.tell({ type: "editMocks", edit });
  }

  /** The name under which the definition stands in its mock file. */
  get stateMachine(): string {
    const { chosen, cases, name } = this.#state.mocks;
    return chosen?.stateMachine ?? cases[0]?.stateMachine ?? name.replace(/\.mocks\.json$/, "");
  }
}

/** Whoever asked the case before was told nothing else than it says now: at most there is more of it. */
function goesOnAs(before: MockedCase, now: MockedCase): boolean {
  return before.states.every(({ stateName, ranges }) => {
    const { ranges: later = [] } = now.states.find((state) => state.stateName === stateName) ?? {};
    return ranges.every((range, index) => JSON.stringify(range) === JSON.stringify(later[index]));
  });
}

function nameOf({ stateMachine, testCase }: MockCaseName): MockCaseName {
  return { stateMachine, testCase };
}
