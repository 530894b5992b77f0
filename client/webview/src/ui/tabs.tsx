/** A row of tabs, as in VS Code's panel, and what the chosen one shows. Arrow keys go from tab to tab. */
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { useKeptFocus } from "./kept-focus.ts";

export interface TabHead<T extends string> {
  readonly id: T;
  readonly label: string;
  readonly count?: number;
}

export interface TabsProps<T extends string> {
  readonly label: string;
  readonly tabs: readonly TabHead<T>[];
  readonly chosen: T;
  readonly onChoose: (id: T) => void;
  readonly children: ComponentChildren;
}

export function Tabs<T extends string>({ label, tabs, chosen, onChoose, children }: TabsProps<T>) {
  const list = useRef<HTMLDivElement>(null);
  const content = useKeptFocus<HTMLDivElement>();
  useEffect(() => {
    list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
  }, [chosen]);
  const move = (event: KeyboardEvent): void => {
    const index = targetOf(
      event.key,
      tabs.findIndex(({ id }) => id === chosen),
      tabs.length,
    );
    const next = index === undefined ? undefined : tabs[index];
    if (!next || index === undefined) return;
    event.preventDefault();
    onChoose(next.id);
    list.current?.querySelectorAll<HTMLElement>("[role=tab]")[index]?.focus();
  };
  return (
    <>
      <div ref={list} class="tabs" role="tablist" aria-label={label} tabIndex={-1} onKeyDown={move}>
        {tabs.map(({ id, label: text, count }) => (
          <button
            key={id}
            type="button"
            id={`tab-${id}`}
            role="tab"
            class="tab"
            aria-selected={id === chosen}
            aria-controls="tab-content"
            tabIndex={id === chosen ? 0 : -1}
            onClick={() => onChoose(id)}
          >
            {text}
            {count !== undefined && <span class="tab-count">{count.toLocaleString("en")}</span>}
          </button>
        ))}
      </div>
      <div
        ref={content}
        id="tab-content"
        class={`content content-${chosen}`}
        role="tabpanel"
        aria-labelledby={`tab-${chosen}`}
        tabIndex={-1}
      >
        {children}
      </div>
    </>
  );
}

/** The page's row of tabs moves on, wherever the focus is; it is on the tab then. */
export function turnTab(by: 1 | -1): void {
  const tabs = [...document.querySelectorAll<HTMLElement>("[role=tab]")];
  const at = tabs.findIndex((tab) => tab.ariaSelected === "true");
  const next = tabs[(at + by + tabs.length) % tabs.length];
  next?.click();
  next?.focus();
}

function targetOf(key: string, index: number, length: number): number | undefined {
  switch (key) {
    case "ArrowRight":
      return (index + 1) % length;
    case "ArrowLeft":
      return (index - 1 + length) % length;
    case "Home":
      return 0;
    case "End":
      return length - 1;
    default:
      return undefined;
  }
}
