/** The filter bench's keys that work wherever the focus is; lists and the matrix hear their own. */
import type { KeyBinding } from "../shell/keymap.ts";
import type { FilterBench } from "./bench.ts";

export function keysOfBench(bench: FilterBench): readonly KeyBinding[] {
  return [
    { keys: "F8", label: "Next message that is not as expected", run: () => bench.nextUnexpected(1) },
    { keys: "Shift+F8", label: "Previous message that is not as expected", run: () => bench.nextUnexpected(-1) },
  ];
}
