/** Who is asked for a task's answer before a person is: local functions, and where somebody wants it, the made-up. */
import type { ViewMessage } from "../../../../src/panel/protocol.ts";
import type { Run } from "../state.ts";

type AskAnswers = Extract<ViewMessage, { type: "askAnswers" }>;

export class Elsewhere {
  /** Another one for each view: each counts its runs from one. */
  readonly #session = performance.timeOrigin;
  /** The run whose open tasks are made up. */
  #plausible: number | undefined;
  /** Tasks that have been asked for already, and of whom. */
  #tried = { run: 0, plausibly: false, tasks: new Set<number>() };

  /** From now on, what this run asks for is made up; functions still come first. */
  answerPlausibly({ id }: Run): void {
    this.#plausible = id;
  }

  /** What to ask about a run that waits; undefined where nobody is left to ask. Each task is asked for once. */
  question(run: Run, functions: boolean): AskAnswers | undefined {
    const plausibly = this.#plausible === run.id;
    if (run.activity !== "blocked" || !(plausibly || functions)) return undefined;
    if (this.#tried.run !== run.id || this.#tried.plausibly !== plausibly) {
      this.#tried = { run: run.id, plausibly, tasks: new Set() };
    }
    const { tasks } = this.#tried;
    const calls = run.pending.filter(({ id }) => !tasks.has(id)).map(({ id, call }) => ({ id, call }));
    if (calls.length === 0) return undefined;
    for (const { id } of calls) tasks.add(id);
    return { type: "askAnswers", run: run.id, session: this.#session, definition: run.key, calls, plausibly };
  }
}
