/**
 * Whether so many failed iterations are more than a Map bears. A Distributed Map bears none unless it says so; a
 * threshold of 0 is one that is not set, and of two either may be exceeded. An inline Map has no threshold: it fails
 * with its iteration's error, which is for the mock to say.
 * https://docs.aws.amazon.com/step-functions/latest/dg/maprun-fail-threshold.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import type { Stages } from "./inspection.ts";
import type { TestedState } from "./tested-state.ts";

/** `total`: iterations of the Map. */
export function breaksThreshold({ definition }: TestedState, stages: Stages, failed: number, total: number): boolean {
  const count = Number(stages.get("toleratedFailureCount") ?? 0);
  const percentage = Number(stages.get("toleratedFailurePercentage") ?? 0);
  if (failed === 0 || (count === 0 && percentage === 0)) return failed > 0 && isDistributed(definition);
  return (count > 0 && failed > count) || (percentage > 0 && (failed * 100) / Math.max(total, 1) > percentage);
}

function isDistributed({ ItemProcessor: processor }: JsonObject): boolean {
  return isObject(processor) && isObject(processor.ProcessorConfig) && processor.ProcessorConfig.Mode === "DISTRIBUTED";
}
