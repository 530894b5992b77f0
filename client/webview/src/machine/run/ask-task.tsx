/** A task that waits for an answer: what it asks, and the form that returns a result or throws an error. */
import { useState } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { JsonView } from "../../ui/json-view.tsx";
import { useMachine, usePanel } from "../context.ts";
import { definitionOf } from "../definition.ts";
import { openTasks } from "../state.ts";
import type { AskedTask } from "../worker/protocol.ts";
import { handledErrors } from "./handled-errors.ts";
import { OutcomeEditor, useOutcome } from "./outcome-form.tsx";

export function AskTask() {
  const { answers } = usePanel();
  const { run } = useMachine("run");
  const tasks = openTasks(run);
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
      <Question key={task.id} task={task} />
      <button
        type="button"
        class="link"
        title="Makes up results from what later states read of them, for this run"
        onClick={() => answers.answerPlausibly()}
      >
        Answer the rest plausibly
      </button>
    </div>
  );
}

function Question({ task }: { task: AskedTask }) {
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
          <AnswerForm task={task} />
          {task.missing !== undefined && <MissingLines text={task.missing} />}
        </div>
      </div>
    </>
  );
}

/** What the test case lacks, for those who would rather write it themselves; the run goes on as soon as it is there. */
function MissingLines({ text }: { text: string }) {
  const { hub } = usePanel();
  const { mocks } = useMachine("mocks");
  return (
    <details class="missing">
      <summary>What to add to {mocks.name}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to take the focus */}
      <pre tabIndex={0}>{text}</pre>
      <div class="missing-end">
        <button type="button" class="link" onClick={() => hub.tell({ type: "copy", text })}>
          Copy
        </button>
        <button type="button" class="link" onClick={() => hub.tell({ type: "openMocks" })}>
          Open {mocks.name}
        </button>
      </div>
    </details>
  );
}

function AnswerForm({ task }: { task: AskedTask }) {
  const { answers } = usePanel();
  const { mocks, run } = useMachine("mocks", "run");
  const form = useOutcome(handledErrors(definitionOf(run?.key ?? "", task.call.stateName)));
  const submit = (event: Event): void => {
    event.preventDefault();
    const outcome = form.read();
    if (outcome) answers.answer(task.id, outcome);
  };
  const submitByKey = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || event.shiftKey) return;
    event.stopPropagation(); // elsewhere this key runs
    submit(event);
  };
  return (
    <form class="answer" onSubmit={submit} onKeyDown={submitByKey} aria-label={`Answer for ${task.call.stateName}`}>
      <OutcomeEditor form={form} name="answer" />
      <div class="answer-end">
        <label class="keep">
          <input
            type="checkbox"
            checked={mocks.keepAnswers}
            onChange={(event) => answers.setKeep(event.currentTarget.checked)}
          />
          keep in {mocks.name}
        </label>
        <button type="submit" class="primary" title="Ctrl+Enter">
          {form.fields.kind === "return" ? "Return" : "Throw"}
        </button>
      </div>
    </form>
  );
}
