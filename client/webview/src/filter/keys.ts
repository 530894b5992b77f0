/** The filter bench's keys that work wherever the focus is; lists and the matrix hear their own. */
import type { KeyBinding } from "../shell/keymap.ts";
import { OVERVIEW_KEYS } from "../ui/keys-overview.tsx";
import type { FilterBench } from "./bench.ts";

export function keysOfBench(bench: FilterBench): readonly KeyBinding[] {
  return [
    { keys: "F8", label: "Next message that is not as expected", run: () => bench.nextUnexpected(1) },
    { keys: "Shift+F8", label: "Previous message that is not as expected", run: () => bench.nextUnexpected(-1) },
    { keys: OVERVIEW_KEYS, label: "Show all keys", run: () => bench.showKeys(!bench.store.state.showsKeys) },
    { where: "Messages", keys: "↑ ↓ Home End", label: "From message to message" },
    { where: "Messages", keys: "Delete", label: "Remove the message" },
    { where: "All policies", keys: "Arrow keys, Home, End", label: "From cell to cell" },
    { where: "All policies", keys: "Enter", label: "Show why" },
  ];
}
