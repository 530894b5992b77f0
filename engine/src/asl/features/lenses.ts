/** What can be done with a machine, shown above its StartAt. */
import { property } from "../../text/navigate.ts";
import type { AslDocument } from "./document.ts";

export interface Lens {
  readonly start: number;
  readonly end: number;
  readonly action: "run" | "step";
}

/** Run and Step for the machine; none for its branches, which cannot run alone. */
export function lenses(document: AslDocument): readonly Lens[] {
  const { machine } = document;
  const startAt = machine === undefined ? undefined : property(machine.node, "StartAt");
  if (startAt === undefined || machine?.states.length === 0) return [];
  const { start, end } = startAt;
  return [
    { start, end, action: "run" },
    { start, end, action: "step" },
  ];
}
