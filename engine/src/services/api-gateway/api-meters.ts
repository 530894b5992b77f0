/** What is counted of an API. */
import type { NodeContext } from "../../sim/types.ts";

export function apiMeters(context: NodeContext) {
  return {
    requests: context.counter("requests"),
    /** Refused: too many at once. */
    throttled: context.counter("throttled"),
    cacheHits: context.counter("cacheHits"),
    /** Answered with 2xx or 3xx, 4xx (those that were throttled apart), 5xx. */
    succeeded: context.counter("succeeded"),
    clientErrors: context.counter("clientErrors"),
    serverErrors: context.counter("serverErrors"),
    latencyMs: context.histogram("latencyMs"),
  };
}
