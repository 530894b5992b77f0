/**
 * TestState's request and response, in AWS's words and shapes: payloads are JSON text.
 * https://docs.aws.amazon.com/step-functions/latest/apireference/API_TestState.html
 */
import type { TaskHandler } from "../types.ts";

export type InspectionLevel = "INFO" | "DEBUG" | "TRACE";
export type MockFieldValidationMode = "STRICT" | "PRESENT" | "NONE";
export type TestExecutionStatus = "SUCCEEDED" | "FAILED" | "RETRIABLE" | "CAUGHT_ERROR";

export interface TestStateRequest {
  /** JSON text of a state, or of a state machine where `stateName` is given. */
  readonly definition: string;
  /** Needed by a Task that is not mocked. */
  readonly roleArn?: string;
  /** JSON text. Default `{}`. */
  readonly input?: string;
  /** Default INFO. */
  readonly inspectionLevel?: InspectionLevel;
  /** Show what an EventBridge connection adds to the request of an HTTP task. */
  readonly revealSecrets?: boolean;
  /** JSON text of an object: workflow variables by name. */
  readonly variables?: string;
  readonly stateName?: string;
  readonly mock?: MockInput;
  /** JSON text of the context object. Only with a mock. */
  readonly context?: string;
  readonly stateConfiguration?: TestStateConfiguration;
}

/** What the state's work gives: either a result or an error. */
export interface MockInput {
  /** JSON text. */
  readonly result?: string;
  readonly errorOutput?: { readonly error?: string; readonly cause?: string };
  /** How closely `result` must fit the API's response. Default STRICT. */
  readonly fieldValidationMode?: MockFieldValidationMode;
}

export interface TestStateConfiguration {
  /** Attempts already made by the retrier that takes the mocked error. */
  readonly retrierRetryCount?: number;
  /** State inside a Map or Parallel that the mocked error comes from. */
  readonly errorCausedByState?: string;
  /** Failed iterations of the Map. */
  readonly mapIterationFailureCount?: number;
  /** What the ItemReader reads, as it stands in its source: JSON, JSON lines or CSV text. */
  readonly mapItemReaderData?: string;
}

export interface TestStateOutcome {
  readonly status: TestExecutionStatus;
  /** JSON text. */
  readonly output?: string;
  readonly error?: string;
  readonly cause?: string;
  readonly nextState?: string;
  /** With DEBUG and TRACE. */
  readonly inspectionData?: InspectionData;
}

/** The request itself is wrong: what the API throws, as a value. */
export interface TestStateRefusal {
  readonly Error: { readonly Code: TestStateErrorCode; readonly Message: string };
}

/** `TestState.Unanswered` is the one code of our own: a task was neither mocked nor answered by a handler. */
export type TestStateErrorCode =
  | "InvalidArn"
  | "InvalidDefinition"
  | "InvalidExecutionInput"
  | "ValidationException"
  | "TestState.Unanswered";

export type TestStateResponse = TestStateOutcome | TestStateRefusal;

/** Stages of a state's data flow, in the order in which they come about. Values are JSON text. */
export interface InspectionData {
  readonly input?: string;
  readonly afterArguments?: string;
  readonly afterInputPath?: string;
  readonly afterParameters?: string;
  readonly afterItemsPointer?: string;
  readonly afterItemsPath?: string;
  readonly afterItemSelector?: string;
  readonly afterItemBatcher?: string;
  readonly result?: string;
  readonly afterResultSelector?: string;
  readonly afterResultPath?: string;
  /** Given and assigned ones, after the state; left out where there are none. */
  readonly variables?: string;
  readonly maxConcurrency?: number;
  readonly toleratedFailureCount?: number;
  readonly toleratedFailurePercentage?: number;
  readonly errorDetails?: InspectionErrorDetails;
  /** HTTP tasks, with TRACE. */
  readonly request?: InspectionDataRequest;
  readonly response?: InspectionDataResponse;
}

/** Which retrier or catcher took the error. */
export interface InspectionErrorDetails {
  readonly catchIndex?: number;
  readonly retryIndex?: number;
  readonly retryBackoffIntervalSeconds?: number;
}

export interface InspectionDataRequest {
  readonly protocol?: string;
  readonly method?: string;
  readonly url?: string;
  readonly headers?: string;
  readonly body?: string;
}

export interface InspectionDataResponse {
  readonly protocol?: string;
  readonly statusCode?: string;
  readonly statusMessage?: string;
  readonly headers?: string;
  readonly body?: string;
}

export interface TestStateOptions {
  /** Answers a Task that has no mock, in the place of the service that AWS would call. */
  readonly tasks?: TaskHandler;
  /** For jitter, UUID, MathRandom, $random. Default 1. */
  readonly seed?: number;
  /** Virtual start, epoch milliseconds. Default 2026-01-01T00:00:00Z. */
  readonly startTimeMs?: number;
}
