// biome-ignore-all lint/a11y/useSemanticElements: a list that may hold thousands of messages is no <select>
// biome-ignore-all lint/a11y/useFocusableInteractive: the list has the focus and names its active option
// biome-ignore-all lint/a11y/useKeyWithClickEvents: the list hears the keys for its rows
/** The sample messages: what the policy says of each, and whether that is what was expected. Only rows in sight exist. */
import { isExpected } from "@sluice/engine";
import { useEffect } from "preact/hooks";
import { Icon } from "../ui/icon.tsx";
import { rowTarget, useRows } from "../ui/use-rows.ts";
import { chosen } from "./bench.ts";
import { useBench, useBenchState } from "./context.ts";
import { MessageTools } from "./message-tools.tsx";

/** As in the style sheet. */
const ROW_HEIGHT = 24;

export function MessageList() {
  const bench = useBench();
  const state = useBenchState("bench", "pointer", "message");
  const { messages } = state.bench;
  const rows = useRows(messages.length, ROW_HEIGHT, 0);
  useEffect(() => rows.reveal(state.message), [state.message, messages.length]);
  const onKey = (event: KeyboardEvent): void => {
    const next = rowTarget(event.key, state.message, messages.length, rows.page);
    if (next !== undefined) bench.chooseMessage(next);
    else if (event.key === "Delete") bench.edit({ kind: "remove", index: state.message });
    else return;
    event.preventDefault();
  };
  return (
    <section class={messages.length === 0 ? "messages none" : "messages"} aria-label="Messages">
      <div
        ref={rows.scroller}
        class="message-rows"
        role="listbox"
        aria-label="Messages"
        aria-activedescendant={messages.length > 0 ? `message-${state.message}` : undefined}
        tabIndex={0}
        onScroll={rows.onScroll}
        onKeyDown={onKey}
      >
        <div role="presentation" style={{ height: `${rows.before}px` }} />
        {messages.slice(rows.first, rows.last).map((_, offset) => (
          <Row key={rows.first + offset} index={rows.first + offset} />
        ))}
        <div role="presentation" style={{ height: `${rows.behind}px` }} />
      </div>
      <MessageTools />
    </section>
  );
}

function Row({ index }: { index: number }) {
  const panel = useBench();
  const state = useBenchState("bench", "pointer", "message");
  const { bench } = state;
  const { index: policy, policy: { source } = {} } = chosen(state);
  const message = bench.messages[index];
  if (!message) return null;
  const matches = bench.matches(policy, index);
  const expected = isExpected(message, source?.name ?? "");
  const verdict = matches ? "matches" : "does not match";
  const wrong = expected !== undefined && expected !== matches;
  const spoken = [message.title, verdict, expected !== undefined && (wrong ? "not as expected" : "as expected")];
  return (
    <div
      id={`message-${index}`}
      role="option"
      class={`message-row ${matches ? "is-match" : "no-match"}${wrong ? " wrong" : ""}`}
      aria-selected={index === state.message}
      aria-label={spoken.filter(Boolean).join(", ")}
      onClick={() => panel.chooseMessage(index)}
    >
      <Icon name={matches ? "check" : "circle-slash"} />
      <span class="message-title">{message.title}</span>
      {wrong && <span class="wrong-mark">{expected ? "should match" : "should not match"}</span>}
    </div>
  );
}
