/** The redrive bench's keys: one that works everywhere, and those of its sliders. */
import type { KeyBinding } from "../shell/keymap.ts";
import { OVERVIEW_KEYS } from "../ui/keys-overview.tsx";
import type { RedriveBench } from "./bench.ts";

export function keysOfBench(bench: RedriveBench): readonly KeyBinding[] {
  return [
    { keys: OVERVIEW_KEYS, label: "Show all keys", run: () => bench.showKeys(!bench.store.state.showsKeys) },
    { where: "Sliders", keys: "← →", label: "A step less, a step more; written into the file where it is its own" },
    { where: "Sliders", keys: "Home, End", label: "The least, the most" },
    { where: "Numbers", keys: "Enter", label: "Set exactly" },
  ];
}
