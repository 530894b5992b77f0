/** Buttons in a row with one stop for Tab; the arrow keys go from button to button. */
import { useRef, useState } from "preact/hooks";
import { Icon, type IconName } from "./icon.tsx";

export interface Tool {
  readonly id: string;
  readonly label: string;
  /** What stands beside the icon of a prominent one, where that is shorter than its label. */
  readonly text?: string;
  readonly keys?: string;
  readonly icon: IconName;
  readonly enabled: boolean;
  /** Its label stands beside its icon. */
  readonly prominent?: boolean;
  readonly run: () => void;
}

export function ToolButtons({ label: ofBar, tools }: { label: string; tools: readonly Tool[] }) {
  const bar = useRef<HTMLDivElement>(null);
  const [stop, setStop] = useState(0);
  const move = (event: KeyboardEvent): void => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    const next = (stop + by + tools.length) % tools.length;
    setStop(next);
    bar.current?.querySelectorAll<HTMLElement>("button")[next]?.focus();
  };
  return (
    <div ref={bar} class="tools" role="toolbar" aria-label={ofBar} tabIndex={-1} onKeyDown={move}>
      {tools.map(({ id, label, text = label, keys, icon, enabled, prominent, run }, index) => (
        <button
          key={id}
          type="button"
          class={`tool tool-${id}${prominent ? " prominent" : ""}`}
          title={keys === undefined ? label : `${label} (${keys})`}
          aria-label={label}
          aria-keyshortcuts={keys?.replaceAll("Ctrl", "Control")}
          aria-disabled={!enabled}
          tabIndex={index === stop ? 0 : -1}
          onFocus={() => setStop(index)}
          onClick={() => enabled && run()}
        >
          <Icon name={icon} />
          {prominent && <span>{text}</span>}
        </button>
      ))}
    </div>
  );
}
