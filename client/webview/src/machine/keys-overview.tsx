/** All keys of the panel, on one page. */
import { useEffect, useRef } from "preact/hooks";
import type { KeyBinding } from "../shell/keymap.ts";
import { Icon } from "../ui/icon.tsx";
import { usePanel } from "./context.ts";
import { keysOfPanel } from "./keys.ts";

export function KeysOverview() {
  const panel = usePanel();
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    const before = document.activeElement as HTMLElement | null;
    dialog.current?.showModal();
    return () => before?.focus?.();
  }, []);
  const bindings = keysOfPanel(panel);
  const places = [...new Set(bindings.map(({ where }) => where))];
  return (
    <dialog ref={dialog} class="keys" aria-label="Keys" onClose={() => panel.showKeys(false)}>
      <header>
        <h2>Keys</h2>
        <button type="button" class="icon-button" aria-label="Close" onClick={() => panel.showKeys(false)}>
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
