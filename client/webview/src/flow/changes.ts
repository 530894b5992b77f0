/**
 * What somebody changes of a flow. Each setting, message, fault or expectation is a change of the scenario's text, which is
 * run anew beside the former run: what is seen can always be saved as a scenario.
 */
import type { FlowSource, JsonObject, JsonValue, Setting } from "@sluice/engine";
import type { FlowViewMessage } from "../../../src/flow/protocol.ts";
import type { Store } from "../shell/store.ts";
import type { FlowWorker } from "./flow-worker.ts";
import type { FlowState } from "./state.ts";
import type { FlowChange, SweepAsked } from "./worker/protocol.ts";

export interface ChangesHost {
  readonly store: Store<FlowState>;
  readonly worker: FlowWorker;
  tell(message: FlowViewMessage): void;
  /** Runs another text, up to where somebody is. */
  rerun(source: FlowSource, timeMs: number): void;
}

export class Changes {
  readonly #host: ChangesHost;
  /** What has been made of the scenario's text since it was last written to its file. */
  #unsaved: readonly FlowChange[] = [];

  constructor(host: ChangesHost) {
    this.#host = host;
  }

  async make(changes: readonly FlowChange[], label: string): Promise<void> {
    const { store, worker } = this.#host;
    const { source, frame, change } = store.state;
    const text = source && (await worker.ask("change", { source, changes }));
    if (!source || text === undefined) {
      store.set({ notice: "That cannot be written into the scenario as it stands." });
      return;
    }
    this.#unsaved = [...this.#unsaved, ...changes];
    store.set({ change: change === "" ? label : `${change}; ${label}` });
    this.#host.rerun({ ...source, text }, frame?.timeMs ?? 0);
  }

  get areUnsaved(): boolean {
    return this.#unsaved.length > 0;
  }

  /** They are in the file, or are to be forgotten. */
  settle(): void {
    this.#unsaved = [];
  }

  /** What the files hold now with what is unsaved made of it anew; where that does not fit any more it is dropped, and said. */
  async keptIn(source: FlowSource): Promise<FlowSource> {
    const text = await this.#host.worker.ask("change", { source, changes: this.#unsaved });
    if (text !== undefined) return { ...source, text };
    this.settle();
    this.#host.store.set({ notice: "What you changed here does not fit the file as it is now, and was left out." });
    return source;
  }

  set(setting: Setting, value: JsonValue): Promise<void> {
    const { selected } = this.#host.store.state;
    const label = `${selected}.${setting.label} = ${String(value)}`;
    return this.make([{ kind: "set", path: setting.scenarioPath, value }], label);
  }

  expect(expectation: JsonObject): Promise<void> {
    const what = expectation.metric ?? Object.entries(expectation).flat().join(": ");
    return this.make([{ kind: "add", path: ["expect"], value: expectation }], `expect ${String(what)}`);
  }

  /** Into the template itself. The host's edit comes back as another source. */
  async writeToTemplate({ templatePath: path }: Setting, value: JsonValue): Promise<void> {
    const edit = path && (await this.#host.worker.ask("templateEdit", { path, value }));
    if (edit) this.#host.tell({ type: "editFile", ...edit });
    else this.#host.store.set({ notice: "That cannot be written into the template as it stands." });
  }

  saveScenario(): void {
    const { source } = this.#host.store.state;
    if (source) this.#host.tell({ type: "saveScenario", text: source.text });
  }

  async saveTrace(): Promise<void> {
    const content = await this.#host.worker.ask("export", {});
    if (content !== undefined) this.#host.tell({ type: "saveTrace", content });
  }

  startSweep(sweep: SweepAsked): void {
    this.#host.store.set({ sweep, sweepRows: [], sweeping: `0 of ${sweep.values.length}` });
    this.#host.worker.send({ type: "sweep", sweep });
  }
}
