/**
 * What the tasks answer: for each state that calls something, the answers of the chosen test case, call by call. What is
 * changed here is written into the mock file.
 */
import { type MockedResponse, rangeText, type TaskOutcome } from "@sluice/engine";
import { useState } from "preact/hooks";
import { jsonText } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { useMachine, usePanel } from "../context.ts";
import { OutcomeEditor, useOutcome } from "../run/outcome-form.tsx";
import { isSameCase } from "../state.ts";
import { TYPE_ICONS } from "../status.ts";
import { CaseHead } from "./case-head.tsx";
import { FIRST_CASE } from "./mock-file.ts";

type Range = MockedResponse["ranges"][number];

export function MocksDrawer() {
  const { drawing, mocks } = useMachine("drawing", "mocks");
  const tasks = drawing?.states.filter(({ type }) => type === "Task") ?? [];
  const chosen = mocks.cases.find((one) => isSameCase(one, mocks.chosen));
  const others = chosen?.states.filter(({ stateName }) => !tasks.some(({ name }) => name === stateName)) ?? [];
  return (
    <div class="mocks">
      <CaseHead />
      {tasks.length === 0 && <p class="absent">This state machine has no Task: nothing has to answer.</p>}
      {tasks.map(({ name }) => (
        <MockedTask
          key={`${name} ${chosen?.testCase}`}
          state={name}
          ranges={chosen?.states.find(({ stateName }) => stateName === name)?.ranges}
        />
      ))}
      {others.length > 0 && (
        <p class="muted">
          The test case also answers {others.map(({ stateName }) => `“${stateName}”`).join(", ")}, which this state
          machine does not have.
        </p>
      )}
    </div>
  );
}

/** `ranges` undefined: a person is asked. */
function MockedTask({ state, ranges }: { state: string; ranges: readonly Range[] | undefined }) {
  const panel = usePanel();
  const { mocks } = useMachine("mocks");
  const [edited, setEdited] = useState<number>();
  const place = {
    stateMachine: panel.mocks.stateMachine,
    testCase: mocks.chosen?.testCase ?? FIRST_CASE,
    stateName: state,
  };
  const write = (next: readonly Range[]): void => {
    setEdited(undefined);
    panel.mocks.edit(next.length === 0 ? { kind: "remove", ...place } : { kind: "set", ...place, ranges: next });
  };
  const all = ranges ?? [];
  const nextCall = (all.at(-1)?.to ?? -1) + 1;
  return (
    <section class="mocked" aria-label={state}>
      <div class="mocked-head">
        <h3>
          <Icon name={TYPE_ICONS.Task ?? "gear"} class="muted" />
          <button type="button" class="rule-text" onClick={() => panel.subject.select(state, { tab: false })}>
            {state}
          </button>
        </h3>
        {ranges === undefined && <span class="muted">asks me</span>}
        <span class="mocked-actions">
          <button type="button" class="link" onClick={() => setEdited(all.length)}>
            {ranges === undefined ? "Mock" : "Add an answer"}
          </button>
          {ranges !== undefined && (
            <button type="button" class="link" onClick={() => write([])}>
              Ask me
            </button>
          )}
        </span>
      </div>
      {all.map((range, index) =>
        index === edited ? (
          <AnswerEditor
            key={index}
            range={range}
            last={index === all.length - 1}
            onCancel={() => setEdited(undefined)}
            onSave={(next) => write(replaced(all, index, next))}
          />
        ) : (
          <AnswerRow
            key={index}
            range={range}
            onEdit={() => setEdited(index)}
            onRemove={() => write(replaced(all, index, undefined))}
          />
        ),
      )}
      {edited === all.length && (
        <AnswerEditor
          range={{ from: nextCall, to: nextCall, outcome: { result: {} } }}
          last
          onCancel={() => setEdited(undefined)}
          onSave={(next) => write([...all, next])}
        />
      )}
    </section>
  );
}

/** Calls are numbered without a gap: those behind move up or down. */
function replaced(ranges: readonly Range[], index: number, by: Range | undefined): readonly Range[] {
  const lengths = ranges.flatMap((range, at) => {
    const kept = at === index ? by : range;
    return kept ? [{ length: kept.to - kept.from + 1, outcome: kept.outcome }] : [];
  });
  let from = 0;
  return lengths.map(({ length, outcome }) => {
    const range = { from, to: from + length - 1, outcome };
    from += length;
    return range;
  });
}

function AnswerRow({ range, onEdit, onRemove }: { range: Range; onEdit: () => void; onRemove: () => void }) {
  const { from, to, outcome } = range;
  const calls = from === to ? `Call ${rangeText(from, to)}` : `Calls ${rangeText(from, to)}`;
  return (
    <div class="answer-row">
      <span class="calls">{calls}</span>
      <button type="button" class="answer-text" title="Edit" onClick={onEdit}>
        <OutcomeText outcome={outcome} />
      </button>
      <button type="button" class="icon-button" aria-label={`Remove the answer to ${calls}`} onClick={onRemove}>
        <Icon name="close" />
      </button>
    </div>
  );
}

function OutcomeText({ outcome }: { outcome: TaskOutcome }) {
  const { afterMs = 0 } = outcome;
  const after = afterMs > 0 && <span class="muted"> after {afterMs / 1000} s</span>;
  if ("result" in outcome) {
    return (
      <>
        <b>Return</b> <code>{jsonText(outcome.result).replace(/\s+/g, " ")}</code>
        {after}
      </>
    );
  }
  return (
    <>
      <b class="throws">Throw</b> {outcome.error}
      {outcome.cause !== undefined && <span class="muted">: {outcome.cause}</span>}
      {after}
    </>
  );
}

interface AnswerEditorProps {
  readonly range: Range;
  readonly last: boolean;
  readonly onSave: (range: Range) => void;
  readonly onCancel: () => void;
}

function AnswerEditor({ range, onSave, onCancel }: AnswerEditorProps) {
  const { from, to, outcome } = range;
  const form = useOutcome(outcome);
  const [times, setTimes] = useState(String(to - from + 1));
  const save = (event: Event): void => {
    event.preventDefault();
    const next = form.read();
    const count = Math.max(1, Math.trunc(Number(times)) || 1);
    if (next) onSave({ from, to: from + count - 1, outcome: next });
  };
  return (
    <form class="answer-editor" onSubmit={save} aria-label={`Answer to call ${from}`}>
      <OutcomeEditor form={form} name={`mock-${from}`} />
      <div class="answer-end">
        <label class="after">
          for
          <input type="number" min={1} value={times} onInput={(event) => setTimes(event.currentTarget.value)} />
          {times === "1" ? "call" : "calls"}, from call {from}
        </label>
        <span class="missing-end">
          <button type="button" class="link" onClick={onCancel}>
            Cancel
          </button>
          <button type="submit" class="primary">
            Save
          </button>
        </span>
      </div>
    </form>
  );
}
