/** Looking for states in the graph: Enter goes on, Shift+Enter back, Escape ends it. */
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "../../ui/icon.tsx";
import { useMachine, usePanel } from "../context.ts";
import type { Find } from "../state.ts";

export function FindBox({ find: { text, found } }: { find: Find }) {
  const { finder } = usePanel();
  const { selected } = useMachine("selected");
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    input.current?.focus();
    input.current?.select();
    return () => before?.focus?.();
  }, []);
  const at = found.indexOf(selected ?? "");
  const onKey = (event: KeyboardEvent): void => {
    if (event.key === "Escape") finder.close();
    else if (event.key === "Enter") finder.next(event.shiftKey ? -1 : 1);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <search class="find" onKeyDown={onKey}>
      <input
        ref={input}
        type="text"
        spellcheck={false}
        autocomplete="off"
        placeholder="Name, type, resource or status"
        aria-label="Find a state"
        value={text}
        onInput={(event) => finder.setText(event.currentTarget.value)}
      />
      <span class="muted">{text === "" ? "" : found.length === 0 ? "None" : `${at + 1} of ${found.length}`}</span>
      <button type="button" class="icon-button" aria-label="Previous match" onClick={() => finder.next(-1)}>
        <Icon name="chevron-left" />
      </button>
      <button type="button" class="icon-button" aria-label="Next match" onClick={() => finder.next(1)}>
        <Icon name="chevron-right" />
      </button>
      <button type="button" class="icon-button" aria-label="Close" onClick={() => finder.close()}>
        <Icon name="close" />
      </button>
    </search>
  );
}
