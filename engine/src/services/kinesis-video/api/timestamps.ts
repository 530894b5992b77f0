/** Times of requests and responses, and those of a simulation. */
import type { JsonObject } from "../../../json.ts";
import { epochMsOf as epochMsIn } from "../fragment.ts";
import type { VideoStream } from "../video-stream.ts";

export function epochMsOf({ context }: VideoStream, simulatedMs: number): number {
  return context.epochMs - context.timeMs + simulatedMs;
}

/** Since 1970, as the tags of chunks have it. */
export function seconds(stream: VideoStream, simulatedMs: number): string {
  return (epochMsOf(stream, simulatedMs) / 1_000).toFixed(3);
}

/** Milliseconds since the simulation began; undefined: there is no time. */
export function timeIn({ context }: VideoStream, request: JsonObject, name: string): number | undefined {
  const value = request[name];
  const given = value === undefined ? Number.NaN : epochMsIn(value);
  return Number.isNaN(given) ? undefined : given - (context.epochMs - context.timeMs);
}
