/**
 * One state by itself, as TestState runs it: an input, variables and an answer of one's own, and what the state makes of
 * them. Begins with what the visit that is looked at had.
 */
import {
  isObject,
  type JsonObject,
  type JsonValue,
  pipelineOf,
  type TaskOutcome,
  type TrialVerdict,
  type TriedState,
  type Visit,
  variablesAt,
} from "@sluice/engine";
import { useEffect, useId, useRef, useState } from "preact/hooks";
import { jsonText } from "../../ui/format.ts";
import { useMachine, usePanel } from "../context.ts";
import { definitionOf } from "../definition.ts";
import { parseInput, problemOf } from "../input/input-text.ts";
import { handledErrors } from "../run/handled-errors.ts";
import { OutcomeEditor, useOutcome } from "../run/outcome-form.tsx";
import { foldAt } from "../run/trace.ts";
import { Failure } from "./failure.tsx";
import { Step } from "./pipeline.tsx";

/** The work of these comes from outside. */
const ANSWERED: ReadonlySet<string | undefined> = new Set(["Task", "Map", "Parallel"]);

export interface TrialProps {
  readonly state: string;
  readonly type: string | undefined;
  readonly visit: Visit | undefined;
}

export function Trial({ state, type, visit }: TrialProps) {
  const panel = usePanel();
  const { drawing, run, input: execution } = useMachine("drawing", "run", "input");
  const [input, setInput] = useState(() => (visit?.input === undefined ? execution.text : jsonText(visit.input)));
  const [variables, setVariables] = useState(() => jsonText(visit ? variablesAt(foldAt(run), visit) : {}));
  const [retries, setRetries] = useState("0");
  const [tried, setTried] = useState<TriedState | string>();
  const form = useOutcome(handledErrors(definitionOf(drawing?.key ?? "", state)), answerOf(visit));
  const asks = ANSWERED.has(type);

  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const [given, bound] = [parseInput(input), parseInput(variables)];
    const outcome = asks ? form.read() : undefined;
    if (!given || !bound || (asks && !outcome)) {
      panel.announce("Not tried: a value is not JSON yet.");
      return;
    }
    if (!isObject(bound.value)) {
      setTried("Variables must be an object.");
      return;
    }
    const request = { state, input: given.value, variables: bound.value, retryCount: Number(retries) || 0 };
    const answer = await panel.hub.ask("try", { trial: { ...request, ...(outcome && { outcome }) } });
    const result = answer ?? "The state did not come to its end in time and was stopped.";
    setTried(result);
    panel.announce(typeof result === "string" ? result : headOf(result.verdict));
  };
  return (
    <div class="trial">
      <form
        onSubmit={submit}
        onKeyDown={(event) => {
          if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
          event.stopPropagation(); // elsewhere this key runs
          void submit(event);
        }}
        aria-label={`Try ${state}`}
      >
        <div class="columns">
          <JsonField label="Input" text={input} onInput={setInput} />
          <JsonField label="Variables" text={variables} onInput={setVariables} />
          {asks && (
            <div>
              <OutcomeEditor form={form} name="trial" delay={false} />
              <label class="after">
                after
                <input
                  type="number"
                  min={0}
                  value={retries}
                  onInput={(event) => setRetries(event.currentTarget.value)}
                />
                retries
              </label>
            </div>
          )}
        </div>
        <div class="trial-end">
          <button type="submit" class="primary" title="Ctrl+Enter">
            Try
          </button>
        </div>
      </form>
      {typeof tried === "string" && <p class="problem">{tried}</p>}
      {typeof tried === "object" && (
        <Result tried={tried} input={parseInput(input)?.value} definition={definitionOf(drawing?.key ?? "", state)} />
      )}
    </div>
  );
}

function JsonField({ label, text, onInput }: { label: string; text: string; onInput: (text: string) => void }) {
  const problem = problemOf(text);
  const id = useId();
  return (
    <div class="json-field">
      <label for={id}>{label}</label>
      <textarea
        id={id}
        class={problem ? "invalid" : ""}
        spellcheck={false}
        aria-invalid={problem !== undefined}
        aria-describedby={problem && `${id}-problem`}
        value={text}
        onInput={(event) => onInput(event.currentTarget.value)}
      />
      {problem && (
        <p id={`${id}-problem`} class="problem">
          {problem}
        </p>
      )}
    </div>
  );
}

interface ResultProps {
  readonly tried: TriedState;
  readonly input: JsonValue | undefined;
  readonly definition: JsonObject;
}

function Result({ tried, input, definition }: ResultProps) {
  const { verdict, stages } = tried;
  const output = "output" in verdict ? verdict.output : undefined;
  const visit: Visit = {
    ...NO_VISIT,
    ...(input !== undefined && { input }),
    ...(output !== undefined && { output }),
  };
  const steps = pipelineOf(definition, visit, stages);
  const section = useRef<HTMLElement>(null);
  // It stands below the form, where a small panel does not show it.
  useEffect(() => section.current?.scrollIntoView({ block: "nearest" }), [tried]);
  return (
    <section ref={section} class="pipeline" aria-label="Result of the trial">
      <h3>{headOf(verdict)}</h3>
      {"failure" in verdict && <Failure error={verdict.failure.error} cause={verdict.failure.cause} />}
      <ol>
        {steps.map((step) => (
          <Step key={step.id} step={step} />
        ))}
      </ol>
    </section>
  );
}

const NO_VISIT: Visit = {
  state: "",
  type: "",
  status: "running",
  enteredId: 0,
  enteredMs: 0,
  iterations: [],
  lane: undefined,
  attempts: [],
  lanes: [],
};

function headOf(verdict: TrialVerdict): string {
  switch (verdict.status) {
    case "SUCCEEDED":
      return verdict.next === undefined ? "Succeeds, and ends" : `Succeeds, and goes on to ${verdict.next}`;
    case "FAILED":
      return verdict.retryIndex === undefined ? "Fails" : `Fails: Retry ${verdict.retryIndex + 1} is used up`;
    case "RETRIABLE":
      return `Fails, and Retry ${verdict.retryIndex + 1} tries again after ${verdict.delaySeconds} s`;
    case "CAUGHT_ERROR":
      return `Fails, and Catch ${verdict.catchIndex + 1} leads to ${verdict.next}`;
    case "UNANSWERED":
      return "Nobody answers its task";
  }
}

/** What the last try of the visit gave. */
function answerOf(visit: Visit | undefined): TaskOutcome | undefined {
  const last = visit?.attempts.at(-1);
  if (!last || last.endedId === undefined) return undefined;
  if (last.error !== undefined) return { error: last.error, ...(last.cause !== undefined && { cause: last.cause }) };
  return last.result === undefined ? undefined : { result: last.result };
}
