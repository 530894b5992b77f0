/** What workflows of SWF say of why something happened. */
import { duration, type Sentence } from "../sentences.ts";

export const SWF_REASONS: Readonly<Record<string, Sentence>> = {
  "swf.started": ({ list, task, durationMs }) =>
    `a worker of ${list} has task ${task}; it takes ${duration(durationMs)}`,
  "swf.failed": ({ list, task }) => `task ${task} of ${list} failed`,
  "swf.timeout": ({ list, task, timeout }) => `task ${task} of ${list} reached its ${timeout} timeout`,
  "swf.unknown-task": ({ list, task }) => `task ${task} of ${list} had timed out when its worker answered`,
  "swf.completed": () => "its decider completed the execution",
  "swf.gave-up": ({ list, attempts }) =>
    `${list} did not succeed in ${attempts} attempts: its decider failed the execution`,
  "swf.execution-timeout": () => "the execution reached its start to close timeout",
};
