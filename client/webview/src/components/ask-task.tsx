/** A task that waits for an answer: what it asks, and the form that returns a result or throws an error. */
import type { JsonValue } from "@sluice/engine";
import { useState } from "preact/hooks";
import type { Controller } from "../controller.ts";
import { openTasks, type ViewState } from "../state.ts";
import type { AskedTask } from "../worker-protocol.ts";
import { Icon } from "./icon.tsx";
import { JsonView } from "./json-view.tsx";

export function AskTask({ state, controller }: { state: ViewState; controller: Controller }) {
  const tasks = openTasks(state.run);
  const [chosen, setChosen] = useState(0);
  const task = tasks.find(({ id }) => id === chosen) ?? tasks[0];
  if (!task) return <p class="absent pad">No task is waiting for an answer.</p>;
  return (
    <div class="ask">
      {tasks.length > 1 && (
        <label class="ask-choice">
          <span>{tasks.length} tasks are waiting</span>
          <select value={String(task.id)} onChange={(event) => setChosen(Number(event.currentTarget.value))}>
            {tasks.map(({ id, call }) => (
              <option key={id} value={String(id)}>
                {call.stateName}
                {call.mapIndex !== undefined && ` · item ${call.mapIndex}`}
              </option>
            ))}
          </select>
        </label>
      )}
      <Question key={task.id} task={task} state={state} controller={controller} />
      <button
        type="button"
        class="link"
        title="Makes up results from what later states read of them, for this run"
        onClick={() => controller.run.answerPlausibly()}
      >
        Answer the rest plausibly
      </button>
    </div>
  );
}

interface QuestionProps {
  readonly task: AskedTask;
  readonly state: ViewState;
  readonly controller: Controller;
}

function Question({ task, state, controller }: QuestionProps) {
  const { call } = task;
  return (
    <>
      <h2>
        <Icon name="question" class="status-waiting" />
        {call.stateName}
        <span class="muted">
          {call.attempt > 0 && ` · retry ${call.attempt}`}
          {call.mapIndex !== undefined && ` · item ${call.mapIndex}`}
        </span>
      </h2>
      <p class="resource">{call.resource}</p>
      <div class="columns">
        <JsonView label="Arguments" value={call.arguments} />
        <div>
          <AnswerForm task={task} state={state} controller={controller} />
          {task.missing !== undefined && (
            <MissingLines text={task.missing} file={state.mockName} controller={controller} />
          )}
        </div>
      </div>
    </>
  );
}

/** What the test case lacks, for those who would rather write it themselves; the run goes on as soon as it is there. */
function MissingLines({ text, file, controller }: { text: string; file: string; controller: Controller }) {
  return (
    <details class="missing">
      <summary>What to add to {file}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <pre tabIndex={0}>{text}</pre>
      <div class="missing-end">
        <button type="button" class="link" onClick={() => controller.copy(text)}>
          Copy
        </button>
        <button type="button" class="link" onClick={() => controller.openMocks()}>
          Open {file}
        </button>
      </div>
    </details>
  );
}

type Kind = "return" | "throw";

function AnswerForm({ task, state, controller }: QuestionProps) {
  const [kind, setKind] = useState<Kind>("return");
  const [result, setResult] = useState("{}");
  const [error, setError] = useState("States.TaskFailed");
  const [cause, setCause] = useState("");
  const [seconds, setSeconds] = useState("0");
  const [problem, setProblem] = useState<string>();

  const submit = (event: Event): void => {
    event.preventDefault();
    const afterMs = Math.max(0, Number(seconds) || 0) * 1000;
    if (kind === "throw") {
      controller.run.answer(task.id, { error, ...(cause !== "" && { cause }), afterMs });
      return;
    }
    try {
      controller.run.answer(task.id, { result: JSON.parse(result) as JsonValue, afterMs });
    } catch (mistake) {
      setProblem(`This is not JSON: ${(mistake as Error).message}`);
    }
  };
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.stopPropagation(); // elsewhere this key runs
    submit(event);
  };
  const radio = (value: Kind, label: string) => (
    <label>
      <input type="radio" name="answer" checked={kind === value} onChange={() => setKind(value)} />
      {label}
    </label>
  );
  return (
    <form class="answer" onSubmit={submit} onKeyDown={submitByKey} aria-label={`Answer for ${task.call.stateName}`}>
      <fieldset>
        <legend>Answer</legend>
        {radio("return", "Return")}
        {radio("throw", "Throw")}
      </fieldset>
      {kind === "return" ? (
        <>
          <textarea
            aria-label="Result, JSON"
            aria-invalid={problem !== undefined}
            class={problem ? "invalid" : ""}
            spellcheck={false}
            value={result}
            onInput={(event) => {
              setResult(event.currentTarget.value);
              setProblem(undefined);
            }}
          />
          {problem && (
            <p class="problem" role="alert">
              {problem}
            </p>
          )}
        </>
      ) : (
        <>
          <label class="field">
            <span>Error</span>
            <input
              type="text"
              required
              spellcheck={false}
              value={error}
              onInput={(e) => setError(e.currentTarget.value)}
            />
          </label>
          <label class="field">
            <span>Cause</span>
            <input type="text" value={cause} onInput={(e) => setCause(e.currentTarget.value)} />
          </label>
        </>
      )}
      <div class="answer-end">
        <label class="after">
          after
          <input type="number" min={0} step="any" value={seconds} onInput={(e) => setSeconds(e.currentTarget.value)} />
          virtual seconds
        </label>
        <label class="keep">
          <input
            type="checkbox"
            checked={state.keepAnswers}
            onChange={(event) => controller.setKeepAnswers(event.currentTarget.checked)}
          />
          keep in {state.mockName}
        </label>
        <button type="submit" class="primary" title="Ctrl+Enter">
          {kind === "return" ? "Return" : "Throw"}
        </button>
      </div>
    </form>
  );
}
