/**
 * Message move tasks as the API has them.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_StartMessageMoveTask.html
 */
import type { JsonObject } from "../../../json.ts";
import { MAX_MOVE_TASKS, MAX_MOVED_PER_SECOND } from "../../../limits.ts";
import { type Refusal, refusal } from "../../../refusals/refusal.ts";
import { type Answer, number, text } from "../../requests.ts";
import { invalid } from "../message-checks.ts";
import type { MoveTask } from "../move-task.ts";
import type { Queue } from "../queue.ts";
import { handleOf, taskOfHandle } from "./handles.ts";
import { sourcesOf } from "./queue-actions.ts";
import { missing } from "./requests.ts";
import type { SqsWorld } from "./world.ts";

const INVALID = "InvalidParameterValue";

function noSuch(parameter: string): Refusal {
  const text = `The resource that you specified for the ${parameter} parameter doesn't exist.`;
  return refusal("ResourceNotFoundException", text);
}

export function startMessageMoveTask(world: SqsWorld, request: JsonObject): Answer {
  const sourceArn = text(request, "SourceArn");
  if (sourceArn === undefined) return missing("SourceArn");
  const source = world.find(sourceArn);
  if (source === undefined) return noSuch("SourceArn");
  const destinationArn = text(request, "DestinationArn");
  const destination = destinationArn === undefined ? undefined : world.find(destinationArn);
  if (destinationArn !== undefined && destination === undefined) return noSuch("DestinationArn");
  if (sourcesOf(world, source.arn).length === 0) {
    return refusal(INVALID, "Source queue must be configured as a Dead Letter Queue.");
  }
  if (destination !== undefined && destination.isFifo !== source.isFifo) {
    return refusal(INVALID, "Source and destination queues must be of the same type.");
  }
  const maxPerSecond = number(request, "MaxNumberOfMessagesPerSecond");
  if (maxPerSecond !== undefined && !(maxPerSecond >= 1 && maxPerSecond <= MAX_MOVED_PER_SECOND)) {
    return invalid("MaxNumberOfMessagesPerSecond", maxPerSecond, `Must be between 1 and ${MAX_MOVED_PER_SECOND}.`);
  }
  if (source.moveTasks.running !== undefined) {
    const text =
      "There is already a task running. Only one active task is allowed for a source queue arn at a given time.";
    return refusal(INVALID, text);
  }
  const task = source.moveTasks.start({
    ...(destinationArn !== undefined && { destinationArn }),
    ...(maxPerSecond !== undefined && { maxPerSecond }),
  });
  return { TaskHandle: handleOf(source.arn, task.number) };
}

export function cancelMessageMoveTask(world: SqsWorld, request: JsonObject): Answer {
  const handle = taskOfHandle(text(request, "TaskHandle") ?? "");
  if (handle === undefined) return refusal(INVALID, "Value for parameter TaskHandle is invalid.");
  const tasks = world.find(handle.arn)?.moveTasks;
  if (tasks?.cancel(handle.number) !== true) return refusal("ResourceNotFoundException", "Task does not exist.");
  const moved = tasks.tasks.find((task) => task.number === handle.number)?.moved ?? 0;
  return { ApproximateNumberOfMessagesMoved: moved };
}

export function listMessageMoveTasks(world: SqsWorld, request: JsonObject): Answer {
  const source = world.find(text(request, "SourceArn") ?? "");
  if (source === undefined) return noSuch("SourceArn");
  const max = number(request, "MaxResults") ?? 1;
  if (!(max >= 1 && max <= MAX_MOVE_TASKS)) {
    return invalid("MaxResults", max, `Must be between 1 and ${MAX_MOVE_TASKS}.`);
  }
  const startMs = world.epochMs - source.context.timeMs;
  return { Results: source.moveTasks.tasks.slice(0, max).map((task) => taskResponse(source, task, startMs)) };
}

function taskResponse({ arn }: Queue, task: MoveTask, startMs: number): JsonObject {
  const { status, destinationArn, maxPerSecond, moved, toMove, failureReason, startedMs } = task;
  return {
    ...(status === "RUNNING" && { TaskHandle: handleOf(arn, task.number) }),
    Status: status,
    SourceArn: arn,
    ...(destinationArn !== undefined && { DestinationArn: destinationArn }),
    ...(maxPerSecond !== undefined && { MaxNumberOfMessagesPerSecond: maxPerSecond }),
    ApproximateNumberOfMessagesMoved: moved,
    ApproximateNumberOfMessagesToMove: toMove,
    ...(failureReason !== undefined && { FailureReason: failureReason }),
    StartedTimestamp: Math.floor(startMs + startedMs),
  };
}
