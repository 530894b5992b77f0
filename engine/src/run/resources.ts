/**
 * What a Task's Resource names, and which history events AWS writes for it.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { TraceDetails } from "./types.ts";

export interface TaskResource {
  readonly kind: "lambda" | "activity" | "service";
  /** `.sync`, `.sync:2` or `.waitForTaskToken`: AWS gives it a token and records TaskSubmitted. */
  readonly submits: boolean;
  /** "lambda", "aws-sdk:dynamodb", ... */
  readonly resourceType: string;
  /** "invoke", "startExecution.sync", ... */
  readonly resource: string;
}

const SERVICE = /^arn:[^:]*:states:[^:]*:[^:]*:(aws-sdk:[^:]+|[^:]+):(.+)$/;

/** Anything that is neither a service integration nor a Lambda function is taken for an activity. */
export function taskResource(resource: string): TaskResource {
  const service = SERVICE.exec(resource);
  const [, resourceType = "", action = ""] = service ?? [];
  if (service === null || resourceType === "activity") {
    const kind = resource.includes(":lambda:") ? "lambda" : "activity";
    return { kind, submits: false, resourceType: "", resource };
  }
  const submits = /\.(waitForTaskToken|sync(:\d+)?)$/.test(action);
  return { kind: "service", submits, resourceType, resource: action };
}

/** How AWS's history names the events of one kind of task, and what they say. */
export interface TaskEvents {
  scheduled(call: {
    readonly input: JsonValue;
    readonly region: string;
    readonly limits: Pick<TraceDetails, "timeoutInSeconds" | "heartbeatInSeconds">;
    readonly credentials: JsonObject | undefined;
  }): TraceDetails;
  readonly prefix: "LambdaFunction" | "Activity" | "Task";
  /** Details that the events after Scheduled share. */
  readonly shared: TraceDetails;
}

export function taskEvents(task: TaskResource): TaskEvents {
  const { resource, resourceType } = task;
  if (task.kind === "service") {
    return {
      prefix: "Task",
      shared: { resource, resourceType },
      scheduled: ({ input, region, limits, credentials }) => ({
        ...limits,
        parameters: input,
        region,
        resource,
        resourceType,
        ...(credentials === undefined ? {} : { taskCredentials: credentials }),
      }),
    };
  }
  return {
    prefix: task.kind === "lambda" ? "LambdaFunction" : "Activity",
    shared: {},
    scheduled: ({ input, limits, credentials }) => ({
      ...limits,
      input,
      resource,
      ...(credentials === undefined ? {} : { taskCredentials: credentials }),
    }),
  };
}
