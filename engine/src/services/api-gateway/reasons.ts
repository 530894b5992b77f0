/** What APIs say of why something happened. */
import type { Sentence } from "../sentences.ts";

export const API_REASONS: Readonly<Record<string, Sentence>> = {
  "api.throttled": ({ perSecond, burst }) => `more than ${perSecond} requests a second, with ${burst} at once`,
  "api.cached": () => "from the cache",
  "api.answered": ({ status, error }) => (error === undefined ? `${status}` : `${status}: ${error}`),
};
