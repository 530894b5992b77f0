/** All keys of a view, on one page, and the button of views that have no menu for it. */
import { useEffect, useRef } from "preact/hooks";
import type { KeyBinding } from "../shell/keymap.ts";
import { Icon } from "./icon.tsx";

/** What opens and closes it, in every view. */
export const OVERVIEW_KEYS = "Ctrl+/";

export interface KeysOverviewProps {
  readonly bindings: readonly KeyBinding[];
  readonly onClose: () => void;
}

export function KeysOverview({ bindings, onClose }: KeysOverviewProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus?.();
  }, []);
  const places = [...new Set(bindings.map(({ where }) => where))];
  return (
    <dialog ref={dialog} class="keys" aria-label="Keys" onClose={onClose}>
      <header>
        <h2>Keys</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={onClose}>
          <Icon name="close" />
        </button>
      </header>
      <div class="keys-groups">
        {places.map((where) => (
          <KeyGroup
            key={where}
            where={where ?? "Everywhere in the panel"}
            bindings={bindings.filter((binding) => binding.where === where)}
          />
        ))}
      </div>
    </dialog>
  );
}

export function KeysButton({ onOpen }: { onOpen: () => void }) {
  return (
    <button
      type="button"
      class="icon-button"
      title={`Keys (${OVERVIEW_KEYS})`}
      aria-label="Keys"
      aria-keyshortcuts={OVERVIEW_KEYS.replace("Ctrl", "Control")}
      aria-haspopup="dialog"
      onClick={onOpen}
    >
      <Icon name="record-keys" />
    </button>
  );
}

function KeyGroup({ where, bindings }: { where: string; bindings: readonly KeyBinding[] }) {
  return (
    <section>
      <h3>{where}</h3>
      <dl>
        {bindings.map(({ keys, label }) => (
          <div key={keys}>
            <dt>
              <kbd>{keys}</kbd>
            </dt>
            <dd>{label}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
