/** What API destinations say of why something happened. */
import { duration, type Sentence } from "../sentences.ts";

export const DESTINATION_REASONS: Readonly<Record<string, Sentence>> = {
  "destination.throttled": ({ perSecond }) => `its rate is ${perSecond} a second`,
  "destination.timed-out": ({ durationMs }) => `no answer in ${duration(durationMs)}`,
};
