/** What can be done with a machine, shown above its StartAt. */
import type { Lens } from "../../editor/types.ts";
import { property } from "../../text/navigate.ts";
import type { AslDocument } from "../document.ts";

/** Run and Step for the machine; none for its branches, which cannot run alone. */
export function lenses(document: AslDocument): readonly Lens[] {
  const { machine } = document;
  const startAt = machine === undefined ? undefined : property(machine.node, "StartAt");
  if (startAt === undefined || machine?.states.length === 0) return [];
  const { start, end } = startAt;
  return [
    { start, end, title: "Run", action: "run" },
    { start, end, title: "Step", action: "step" },
  ];
}
