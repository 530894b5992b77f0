/** One task's answers, call by call, to be added to, changed and taken away. */
import { Fragment } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { useMachine, usePanel } from "../context.ts";
import { definitionOf } from "../definition.ts";
import { handledErrors } from "../run/handled-errors.ts";
import { TYPE_ICONS } from "../status.ts";
import { AnswerEditor, AnswerRow, type Range } from "./answer.tsx";
import { FIRST_CASE } from "./mock-file.ts";

/** An answer that is being written: in the place of the one there, or before it. */
interface Edited {
  readonly index: number;
  readonly isNew: boolean;
}

/** `ranges` undefined: a person is asked. */
export function MockedTask({ state, ranges }: { state: string; ranges: readonly Range[] | undefined }) {
  const panel = usePanel();
  const { mocks, drawing } = useMachine("mocks", "drawing");
  const [edited, setEdited] = useState<Edited>();
  const place = {
    stateMachine: panel.mocks.stateMachine,
    testCase: mocks.chosen?.testCase ?? FIRST_CASE,
    stateName: state,
  };
  const all = ranges ?? [];
  const write = (next: readonly Range[]): void => {
    setEdited(undefined);
    panel.mocks.edit(next.length === 0 ? { kind: "remove", ...place } : { kind: "set", ...place, ranges: next });
  };
  const editor = ({ index, isNew }: Edited) => {
    const from = all[index]?.from ?? (all.at(-1)?.to ?? -1) + 1;
    const range = (!isNew && all[index]) || { from, to: from, outcome: { result: {} } };
    return (
      <AnswerEditor
        range={range}
        errors={handledErrors(definitionOf(drawing?.key ?? "", state))}
        onCancel={() => setEdited(undefined)}
        onSave={(next) => write(spliced(all, index, isNew ? 0 : 1, next))}
      />
    );
  };
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
          <button type="button" class="link" onClick={() => setEdited({ index: all.length, isNew: true })}>
            {ranges === undefined ? "Mock" : "Add an answer"}
          </button>
          {ranges !== undefined && (
            <button type="button" class="link" onClick={() => write([])}>
              Ask me
            </button>
          )}
        </span>
      </div>
      {all.map((range, index) => (
        <Fragment key={index}>
          {edited?.index === index && editor(edited)}
          {(edited?.index !== index || edited.isNew) && (
            <AnswerRow
              range={range}
              onEdit={() => setEdited({ index, isNew: false })}
              onInsert={() => setEdited({ index, isNew: true })}
              onRemove={() => write(spliced(all, index, 1))}
            />
          )}
        </Fragment>
      ))}
      {edited?.index === all.length && editor(edited)}
    </section>
  );
}

/** Some taken away at a place and one put there. Calls are numbered without a gap: those behind move up or down. */
function spliced(ranges: readonly Range[], index: number, removed: 0 | 1, added?: Range): readonly Range[] {
  let from = 0;
  return ranges.toSpliced(index, removed, ...(added ? [added] : [])).map((range) => {
    const to = from + range.to - range.from;
    const moved = { from, to, outcome: range.outcome };
    from = to + 1;
    return moved;
  });
}
