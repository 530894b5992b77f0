/** Answering a run's tasks: by a person, by local functions, by what is made up, by a mock file that has changed. */
import type { JsonValue, TaskOutcome } from "@sluice/engine";
import type { HostMessage } from "../../../../src/panel/protocol.ts";
import type { Hub } from "../hub.ts";
import type { MachineState, Run } from "../state.ts";
import { Elsewhere } from "./elsewhere.ts";
import type { OutcomeFields } from "./outcome-form.tsx";
import type { Session } from "./session.ts";

export interface AnswersParts {
  readonly session: () => Session;
  /** The run can go on. */
  readonly onAnswered: (run: Run) => void;
  /** Nobody has answered: a person has to. */
  readonly onRest: (run: Run) => void;
}

export class Answers {
  readonly #hub: Hub;
  readonly #parts: AnswersParts;
  readonly #elsewhere = new Elsewhere();

  constructor(hub: Hub, parts: AnswersParts) {
    this.#hub = hub;
    this.#parts = parts;
  }

  get #state(): MachineState {
    return this.#hub.store.state;
  }

  answer(id: number, outcome: TaskOutcome): void {
    const { run, mocks } = this.#state;
    if (run?.activity !== "blocked") return;
    this.#hub.send({ type: "answer", run: run.id, id, outcome });
    const task = run.pending.find((one) => one.id === id);
    if (mocks.keepAnswers && task) this.#keep(task.call.stateName, outcome);
    this.#parts.onAnswered(run);
  }

  #keep(stateName: string, outcome: TaskOutcome): void {
    const { mock } = this.#parts.session();
    this.#hub.tell({ type: "keepAnswer", answer: { stateName, outcome, ...(mock && { mock }) } });
  }

  /** What this run asks for from now on is made up. */
  answerPlausibly(): void {
    const { run } = this.#state;
    if (run?.activity !== "blocked") return;
    this.#elsewhere.answerPlausibly(run);
    this.askElsewhere(run);
  }

  /** True: others are being asked, and the run counts as moving until they have answered. */
  askElsewhere(run: Run): boolean {
    const question = this.#elsewhere.question(run, this.#state.functions);
    if (!question) return false;
    this.#hub.store.set({ run: { ...run, activity: "moving" } });
    this.#hub.tell(question);
    return true;
  }

  answeredElsewhere({ run: id, answers, problem }: Extract<HostMessage, { type: "answers" }>): void {
    const { run } = this.#state;
    if (run?.id !== id || run.activity !== "moving") return;
    const blocked: Run = { ...run, activity: "blocked" };
    this.#hub.store.set({ run: blocked });
    for (const answer of answers) this.#hub.send({ type: "answer", run: id, ...answer });
    if (answers.length > 0) this.#parts.onAnswered(blocked);
    else this.#parts.onRest(blocked);
    if (problem !== undefined) this.#hub.store.set({ notice: problem });
  }

  /** The mock file answers by now what the run has waited for. */
  answeredByMocks(id: number): void {
    const { run } = this.#state;
    if (run?.id === id && run.activity === "blocked") this.#parts.onAnswered(run);
  }

  setKeep(keepAnswers: boolean): void {
    this.#hub.store.set({ mocks: { ...this.#state.mocks, keepAnswers } });
  }
}

/** What somebody has typed as a task's answer, or what keeps it from being one. */
export function outcomeOf(fields: OutcomeFields): TaskOutcome | { readonly problem: string } {
  const { kind, result, error, cause, seconds } = fields;
  const afterMs = Math.max(0, Number(seconds) || 0) * 1000;
  const took = afterMs > 0 ? { afterMs } : {};
  if (kind === "throw") return { error, ...(cause !== "" && { cause }), ...took };
  try {
    return { result: JSON.parse(result) as JsonValue, ...took };
  } catch (mistake) {
    return { problem: `This is not JSON: ${(mistake as Error).message}` };
  }
}
