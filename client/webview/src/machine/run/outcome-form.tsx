/** What a task gives back, as somebody types it: a result or an error, and how long it took. */
import type { TaskOutcome } from "@sluice/engine";
import { useState } from "preact/hooks";
import { jsonText } from "../../ui/format.ts";
import { outcomeOf } from "./answers.ts";

export interface OutcomeFields {
  readonly kind: "return" | "throw";
  readonly result: string;
  readonly error: string;
  readonly cause: string;
  readonly seconds: string;
}

export interface OutcomeForm {
  readonly fields: OutcomeFields;
  readonly problem: string | undefined;
  /** Names to choose an error from. */
  readonly errors: readonly string[];
  change(change: Partial<OutcomeFields>): void;
  /** Undefined where it is no JSON: the form says so. */
  read(): TaskOutcome | undefined;
}

const NEW: OutcomeFields = { kind: "return", result: "{}", error: "States.TaskFailed", cause: "", seconds: "0" };

/** `errors`: those that the state expects (`handledErrors`). `given`: what the form begins with. */
export function useOutcome(errors: readonly string[], given?: TaskOutcome): OutcomeForm {
  const [fields, setFields] = useState(() => fieldsOf(given, errors[0]));
  const [problem, setProblem] = useState<string>();
  return {
    fields,
    problem,
    errors,
    change: (change) => {
      setFields({ ...fields, ...change });
      setProblem(undefined);
    },
    read: () => {
      const outcome = outcomeOf(fields);
      if (!("problem" in outcome)) return outcome;
      setProblem(outcome.problem);
      return undefined;
    },
  };
}

function fieldsOf(given: TaskOutcome | undefined, error = NEW.error): OutcomeFields {
  if (!given) return { ...NEW, error };
  const seconds = String((given.afterMs ?? 0) / 1000);
  if ("result" in given) return { ...NEW, error, result: jsonText(given.result), seconds };
  return { ...NEW, kind: "throw", error: given.error ?? "", cause: given.cause ?? "", seconds };
}

/** `name` tells the radio buttons of several forms apart. `delay`: it asks how long it took. */
export function OutcomeEditor({ form, name, delay = true }: { form: OutcomeForm; name: string; delay?: boolean }) {
  const { fields, problem, errors, change } = form;
  const radio = (kind: OutcomeFields["kind"], label: string) => (
    <label>
      <input type="radio" name={name} checked={fields.kind === kind} onChange={() => change({ kind })} />
      {label}
    </label>
  );
  return (
    <div class="outcome">
      <fieldset>
        <legend>Answer</legend>
        {radio("return", "Return")}
        {radio("throw", "Throw")}
        {delay && (
          <label class="after">
            after
            <input
              type="number"
              min={0}
              step="any"
              value={fields.seconds}
              onInput={(event) => change({ seconds: event.currentTarget.value })}
            />
            virtual seconds
          </label>
        )}
      </fieldset>
      {fields.kind === "return" ? (
        <textarea
          aria-label="Result, JSON"
          aria-invalid={problem !== undefined}
          class={problem ? "invalid" : ""}
          spellcheck={false}
          value={fields.result}
          onInput={(event) => change({ result: event.currentTarget.value })}
        />
      ) : (
        <>
          <label class="field">
            <span>Error</span>
            <input
              type="text"
              required
              spellcheck={false}
              list={`${name}-errors`}
              value={fields.error}
              onInput={(event) => change({ error: event.currentTarget.value })}
            />
            <datalist id={`${name}-errors`}>
              {errors.map((error) => (
                <option key={error} value={error} />
              ))}
            </datalist>
          </label>
          <label class="field">
            <span>Cause</span>
            <input type="text" value={fields.cause} onInput={(event) => change({ cause: event.currentTarget.value })} />
          </label>
        </>
      )}
      {problem && (
        <p class="problem" role="alert">
          {problem}
        </p>
      )}
    </div>
  );
}
