/** How full a node is that gathers messages until it lets them go: a buffer of Firehose, a window of an application. */
import { type JsonObject, type JsonValue, objectsIn } from "../json.ts";
import { isAnalyticsApplication } from "../services/analytics/application-settings.ts";
import type { Simulation } from "../sim/simulation.ts";

/** From 0 to 1: of the buffer or window that goes next; undefined: it gathers nothing, or nothing is in it. */
export function fillOf(now: Simulation, id: string, type: string): number | undefined {
  if (type === "AWS::KinesisFirehose::DeliveryStream") {
    return greatest(itemsOf(now, id, "buffers").map((buffer) => bufferFill(buffer, now.timeMs)));
  }
  return isAnalyticsApplication(type) ? greatest(itemsOf(now, id, "windows").map(windowFill)) : undefined;
}

/** By size or by age, whatever comes first. */
function bufferFill({ bytes, limitBytes, sinceMs, untilMs }: JsonObject, nowMs: number): number {
  return Math.max(share(Number(bytes), 0, Number(limitBytes)), share(nowMs, Number(sinceMs), Number(untilMs)));
}

/** As far as the watermark has come through it. */
function windowFill({ startMs, endMs, watermarkMs }: JsonObject): number {
  return watermarkMs === null ? 0 : share(Number(watermarkMs), Number(startMs), Number(endMs));
}

function share(value: number, from: number, to: number): number {
  return to <= from ? 1 : Math.min(1, Math.max(0, (value - from) / (to - from)));
}

function itemsOf(now: Simulation, id: string, name: string): readonly JsonObject[] {
  const items: JsonValue | undefined = now.view(id)?.[name];
  return objectsIn(items);
}

function greatest(shares: readonly number[]): number | undefined {
  return shares.length === 0 ? undefined : Math.max(...shares);
}
