/** A button that opens a list of commands: arrow keys, Home, End and first letters inside, Escape back to the button. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

export interface MenuItem {
  readonly id: string;
  readonly label: string;
  readonly keys?: string;
  /** Why it cannot be chosen now; left out: it can. */
  readonly disabled?: string | undefined;
  /** Begins a new group. */
  readonly apart?: boolean;
  readonly run: () => void;
}

export interface MenuProps {
  readonly label: string;
  readonly icon: IconName;
  readonly items: readonly MenuItem[];
}

export function Menu({ label, icon, items }: MenuProps) {
  const [open, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const entries = (): HTMLElement[] => [...(root.current?.querySelectorAll<HTMLElement>("[role=menuitem]") ?? [])];
  const close = (): void => {
    setOpen(false);
    button.current?.focus();
  };
  useEffect(() => {
    if (!open) return undefined;
    entries()[0]?.focus();
    const outside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    window.addEventListener("pointerdown", outside);
    window.addEventListener("blur", outside);
    return () => {
      window.removeEventListener("pointerdown", outside);
      window.removeEventListener("blur", outside);
    };
  }, [open]);
  const onKey = (event: KeyboardEvent): void => {
    const all = entries();
    const at = all.indexOf(document.activeElement as HTMLElement);
    if (event.key === "Escape") close();
    else if (event.key === "ArrowDown") all[(at + 1) % all.length]?.focus();
    else if (event.key === "ArrowUp") all.at(at <= 0 ? -1 : at - 1)?.focus();
    else if (event.key === "Home") all[0]?.focus();
    else if (event.key === "End") all.at(-1)?.focus();
    else if (event.key === "Tab") {
      setOpen(false);
      return;
    } else if (/^[a-z]$/i.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey) {
      const begins = (one: HTMLElement): boolean => one.textContent?.toLowerCase().startsWith(event.key) ?? false;
      (all.slice(at + 1).find(begins) ?? all.find(begins))?.focus();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={root} class="menu">
      <button
        ref={button}
        type="button"
        class="icon-button"
        title={label}
        aria-label={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onClick={() => setOpen(!open)}
        onKeyDown={(event) => {
          if (event.key !== "ArrowDown") return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <div class="menu-list" role="menu" aria-label={label} tabIndex={-1} onKeyDown={onKey}>
          {items.map(({ id, label: text, keys, disabled, apart, run }) => (
            <button
              key={id}
              type="button"
              class={`menu-item${apart ? " apart" : ""}`}
              role="menuitem"
              tabIndex={-1}
              title={disabled}
              aria-disabled={disabled !== undefined}
              onClick={() => {
                if (disabled !== undefined) return;
                close();
                run();
              }}
            >
              <span>{text}</span>
              {keys !== undefined && <span class="menu-keys">{keys}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
