/** Keys as a table: what they do, and what the overview of all keys says of them. */

export interface KeyBinding {
  /** As people write it: `Ctrl+Shift+Enter`. Ctrl is Command on a Mac, too. */
  readonly keys: string;
  readonly label: string;
  /** Where it works; left out: everywhere in the panel. */
  readonly where?: string;
  /** Left out where the component that has the focus acts by itself. */
  readonly run?: () => void;
}

/** Acts on the bindings that work everywhere. Those of one component are with it. */
export function listenToKeys(target: Window, bindings: readonly KeyBinding[]): void {
  const actions = new Map(bindings.flatMap(({ keys, run }) => (run ? [[keys, run] as const] : [])));
  target.addEventListener("keydown", (event) => {
    const run = actions.get(keysOf(event));
    if (!run) return;
    event.preventDefault();
    event.stopPropagation();
    run();
  });
}

/** What was pressed, written as in the table. */
export function keysOf(event: KeyboardEvent): string {
  const modifiers = [
    (event.ctrlKey || event.metaKey) && "Ctrl",
    event.altKey && "Alt",
    event.shiftKey && event.key.length > 1 && "Shift",
  ];
  const key = event.key.length === 1 ? event.key.toUpperCase() : event.key;
  return [...modifiers, key].filter(Boolean).join("+");
}
