// biome-ignore-all lint/a11y/useSemanticElements: a table of thousands of rows of which forty exist cannot be a <table>
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid has the focus and names its active cell
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the grid hears the keys for its cells
/** Every message against every policy of a template. Arrow keys go from cell to cell, Enter shows why. */
import { isExpected } from "@sluice/engine";
import { useEffect } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { rowTarget, useRows } from "../ui/use-rows.ts";
import { chosen } from "./bench.ts";
import { useBench, useBenchState } from "./context.ts";
import { Counting } from "./counting.tsx";
import { MessageTools } from "./message-tools.tsx";
import { useCounts } from "./use-counts.ts";

/** As in the style sheet. */
const ROW_HEIGHT = 24;

export function Matrix() {
  const panel = useBench();
  const state = useBenchState("bench", "pointer", "message");
  const { policies, messages } = state.bench;
  const { index: column } = chosen(state);
  const rows = useRows(messages.length, ROW_HEIGHT, 64);
  const counts = useCounts(state.bench, () => panel.announce("All messages are counted."));
  useEffect(() => rows.reveal(state.message), [state.message]);
  const onKey = (event: KeyboardEvent): void => {
    const across = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const next = rowTarget(event.key, state.message, messages.length, rows.page);
    const policy = across === undefined ? undefined : policies[column + across];
    if (policy) panel.choosePolicy(policy.source.pointer);
    else if (next !== undefined) panel.chooseMessage(next);
    else if (event.key === "Enter") panel.setView("one");
    else return;
    event.preventDefault();
  };
  return (
    <div class="matrix-pane">
      <Counting counts={counts} messages={messages.length} policies={policies.length} />
      <div
        ref={rows.scroller}
        class="matrix"
        role="grid"
        aria-label="Messages by policies"
        aria-rowcount={messages.length + 1}
        aria-colcount={policies.length + 1}
        aria-activedescendant={messages.length > 0 ? `cell-${state.message}-${column}` : undefined}
        tabIndex={0}
        onScroll={rows.onScroll}
        onKeyDown={onKey}
      >
        <div class="matrix-row matrix-head" role="row" aria-rowindex={1}>
          <span role="columnheader" class="matrix-title">
            Message
          </span>
          {policies.map(({ source: { pointer, name } }, index) => (
            <span key={pointer} role="columnheader" class="matrix-policy" title={name}>
              <span>{name}</span>
              <span class="muted">{`${counts.matching[index]}/${counts.counted}`}</span>
            </span>
          ))}
        </div>
        <div role="presentation" style={{ height: `${rows.before}px` }} />
        {messages.slice(rows.first, rows.last).map((message, offset) => {
          const index = rows.first + offset;
          return (
            <div key={index} class="matrix-row" role="row" aria-rowindex={index + 2}>
              <span role="rowheader" class="matrix-title" title={message.title}>
                {message.title}
              </span>
              {policies.map(({ source: { pointer, name } }, policy) => (
                <Cell
                  key={pointer}
                  id={`cell-${index}-${policy}`}
                  matches={state.bench.matches(policy, index)}
                  expected={isExpected(message, name)}
                  active={index === state.message && policy === column}
                  onChoose={() => {
                    panel.chooseMessage(index);
                    panel.choosePolicy(pointer);
                  }}
                  onOpen={() => panel.setView("one")}
                />
              ))}
            </div>
          );
        })}
        <div role="presentation" style={{ height: `${rows.behind}px` }} />
      </div>
      <MessageTools />
    </div>
  );
}

interface CellProps {
  readonly id: string;
  readonly matches: boolean;
  readonly expected: boolean | undefined;
  readonly active: boolean;
  readonly onChoose: () => void;
  readonly onOpen: () => void;
}

function Cell({ id, matches, expected, active, onChoose, onOpen }: CellProps) {
  const wrong = expected !== undefined && expected !== matches;
  const spoken = `${matches ? "matches" : "does not match"}${wrong ? ", not as expected" : ""}`;
  return (
    <span
      id={id}
      role="gridcell"
      class={`matrix-cell ${matches ? "is-match" : "no-match"}${wrong ? " wrong" : ""}`}
      aria-selected={active}
      aria-label={spoken}
      title={`${spoken}; double-click shows why`}
      onClick={onChoose}
      onDblClick={onOpen}
    >
      {matches ? <Icon name="check" /> : <span class="no-mark">·</span>}
    </span>
  );
}
