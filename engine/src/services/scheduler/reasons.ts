/** What schedules say of why something happened. */
import { duration, type Sentence } from "../sentences.ts";

export const SCHEDULE_REASONS: Readonly<Record<string, Sentence>> = {
  "schedule.window": ({ lateMs }) => `it was due ${duration(lateMs)} before, and has a flexible window`,
};
