/** The numbers under which a mocked response says what each call gives: "0", "1-2". */
import type { JsonValue } from "../json.ts";
import { isEqual } from "../json-diff.ts";
import type { MockedResponse } from "./mock-config.ts";
import type { TaskOutcome } from "./types.ts";

/** Calls that follow each other with the same answer stand under one range. */
export function rangesOf(outcomes: readonly TaskOutcome[]): MockedResponse["ranges"] {
  const ranges: { readonly from: number; to: number; readonly outcome: TaskOutcome }[] = [];
  for (const [number, outcome] of outcomes.entries()) {
    const last = ranges.at(-1);
    if (last && isEqual(last.outcome as JsonValue, outcome as JsonValue)) last.to = number;
    else ranges.push({ from: number, to: number, outcome });
  }
  return ranges;
}

export function rangeText(from: number, to: number): string {
  return from === to ? String(from) : `${from}-${to}`;
}
