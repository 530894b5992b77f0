/**
 * What a group of workers is set to. They are programs on EC2 instances or in containers that poll a queue: no
 * CloudFormation resource says so, so the scenario does. Names are those of ReceiveMessage and of ECS where they have one.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/API_ReceiveMessage.html
 */
import type { JsonObject } from "../../json.ts";
import { type Distribution, type Sampler, samplerOf } from "../../sim/distribution.ts";
import type { NodeSpec } from "../../sim/types.ts";
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import type { TaskCallback } from "../task-callback.ts";

/** CloudFormation's manner of writing. */
export interface WorkerProperties {
  readonly QueueArn: string;
  /** Workers at the beginning. Default 1. */
  readonly DesiredCount?: number;
  /** Poll loops of each worker, as threads are. Default 1. */
  readonly PollersPerWorker?: number;
  /** Default 10. */
  readonly MaxNumberOfMessages?: number;
  /** Default: the queue's ReceiveMessageWaitTimeSeconds. */
  readonly WaitTimeSeconds?: number;
  /** Between two short polls that found nothing. Default 1. */
  readonly PauseSeconds?: number;
  /** Default: the queue's. */
  readonly VisibilityTimeout?: number;
  /** Each so often, a worker extends the visibility timeout of what it still has in hand. Default: never. */
  readonly HeartbeatSeconds?: number;
  /** When messages are deleted: each as soon as it is done (default), the whole batch at its end, or never. */
  readonly DeleteMessages?: "Each" | "Batch" | "Never";
  /** The visibility timeout that a failed message gets: 0 to have it back at once. Default: it keeps the one it has. */
  readonly VisibilityTimeoutOnFailure?: number;
  /** How long a worker that is to stop may work on with what it has in hand (ECS's StopTimeout). Default 30. */
  readonly StopTimeout?: number;
  /** Queues, topics, ... that get what was processed. */
  readonly TargetArns?: readonly string[];
}

export interface WorkerBehavior extends HandlerBehavior {
  /** How long a new worker takes until it polls, milliseconds; those of the beginning are there at once. Default 0. */
  readonly startMs?: Distribution;
}

export interface WorkerSettings {
  readonly queueArn: string;
  readonly desiredCount: number;
  readonly pollersPerWorker: number;
  readonly maxNumberOfMessages: number;
  readonly waitTimeSeconds: number | undefined;
  readonly pauseSeconds: number;
  readonly visibilityTimeoutSeconds: number | undefined;
  readonly heartbeatSeconds: number | undefined;
  readonly deleteMessages: "Each" | "Batch" | "Never";
  readonly failureVisibilitySeconds: number | undefined;
  readonly stopTimeoutSeconds: number;
  readonly targetArns: readonly string[];
  readonly startMs: Sampler;
  readonly handler: Handler;
  readonly taskCallback: TaskCallback | undefined;
}

/** Settings with AWS's defaults. Shapes and bounds have been checked by whoever read the scenario. */
export function workerSettingsOf({ properties, behavior = {} }: NodeSpec): WorkerSettings {
  const given = properties as JsonObject & WorkerProperties;
  const behaves = behavior as JsonObject & WorkerBehavior;
  return {
    queueArn: given.QueueArn,
    desiredCount: given.DesiredCount ?? 1,
    pollersPerWorker: given.PollersPerWorker ?? 1,
    maxNumberOfMessages: given.MaxNumberOfMessages ?? 10,
    waitTimeSeconds: given.WaitTimeSeconds,
    pauseSeconds: given.PauseSeconds ?? 1,
    visibilityTimeoutSeconds: given.VisibilityTimeout,
    heartbeatSeconds: given.HeartbeatSeconds,
    deleteMessages: given.DeleteMessages ?? "Each",
    failureVisibilitySeconds: given.VisibilityTimeoutOnFailure,
    stopTimeoutSeconds: given.StopTimeout ?? 30,
    targetArns: given.TargetArns ?? [],
    startMs: samplerOf(behaves.startMs ?? 0),
    handler: handlerOf(behaves),
    taskCallback: behaves.taskCallback,
  };
}
