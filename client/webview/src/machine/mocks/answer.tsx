/** What a task answers to one call or to several in a row: as it stands, and as somebody writes it. */
import { type MockedResponse, rangeText, type TaskOutcome } from "@sluice/engine";
import { useEffect, useRef, useState } from "preact/hooks";
import { jsonText } from "../../ui/format.ts";
import { Icon } from "../../ui/icon.tsx";
import { OutcomeEditor, useOutcome } from "../run/outcome-form.tsx";

/** Calls are counted from 0, as in the file. */
export type Range = MockedResponse["ranges"][number];

interface AnswerRowProps {
  readonly range: Range;
  readonly onEdit: () => void;
  /** Another answer is to come before it. */
  readonly onInsert: () => void;
  readonly onRemove: () => void;
}

export function AnswerRow({ range, onEdit, onInsert, onRemove }: AnswerRowProps) {
  const { from, to, outcome } = range;
  const calls = from === to ? `Call ${rangeText(from, to)}` : `Calls ${rangeText(from, to)}`;
  return (
    <div class="answer-row">
      <span class="calls">{calls}</span>
      <button type="button" class="answer-text" title="Edit" onClick={onEdit}>
        <OutcomeText outcome={outcome} />
      </button>
      <button
        type="button"
        class="icon-button"
        title="Insert an answer before this one"
        aria-label={`Insert an answer before ${calls}`}
        onClick={onInsert}
      >
        <Icon name="add" />
      </button>
      <button
        type="button"
        class="icon-button"
        title="Remove"
        aria-label={`Remove the answer to ${calls}`}
        onClick={onRemove}
      >
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
  /** Those that the state expects. */
  readonly errors: readonly string[];
  readonly onSave: (range: Range) => void;
  readonly onCancel: () => void;
}

export function AnswerEditor({ range, errors, onSave, onCancel }: AnswerEditorProps) {
  const { from, to, outcome } = range;
  const form = useOutcome(errors, outcome);
  const [times, setTimes] = useState(String(to - from + 1));
  const editor = useRef<HTMLFormElement>(null);
  useEffect(() => editor.current?.querySelector<HTMLElement>("input:checked")?.focus(), []);
  const save = (event: Event): void => {
    event.preventDefault();
    const next = form.read();
    const count = Math.max(1, Math.trunc(Number(times)) || 1);
    if (next) onSave({ from, to: from + count - 1, outcome: next });
  };
  return (
    <form
      ref={editor}
      class="answer-editor"
      aria-label={`Answer to call ${from}`}
      onSubmit={save}
      onKeyDown={(event) => event.key === "Escape" && onCancel()}
    >
      <OutcomeEditor form={form} name={`mock-${from}`} />
      <div class="answer-end">
        <label class="after">
          for
          <input
            type="number"
            min={1}
            aria-label="How many calls"
            value={times}
            onInput={(event) => setTimes(event.currentTarget.value)}
          />
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
