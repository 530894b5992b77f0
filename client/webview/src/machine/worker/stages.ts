/**
 * What the states of a run make of their data, as the engine tells it, thinned out: a stage that hands on the value of
 * the one before is not worth a message.
 */
import type { DataObservation, JsonValue } from "@sluice/engine";
import { type VisitStage, visitKey } from "./protocol.ts";

export class StageRecorder {
  #stages: VisitStage[] = [];
  #visit = "";
  #value: JsonValue | undefined;

  /** `events`: how many there were when it happened. */
  observe({ stateName, enteredEventId, stage, value }: DataObservation, events: number): void {
    const visit = visitKey(enteredEventId, stateName);
    const same = visit === this.#visit && value === this.#value;
    this.#visit = visit;
    this.#value = value;
    if (!same) this.#stages.push({ visit, stage, value, events });
  }

  /** Those since the last call. */
  take(): readonly VisitStage[] {
    return this.#stages.splice(0);
  }
}
