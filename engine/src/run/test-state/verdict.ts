/** How the trial of a state can end. */
import type { JsonValue } from "../../json.ts";
import type { StateError, TaskCall } from "../types.ts";

/** `retryIndex`: the retrier that takes the error, even where its attempts are used up. */
export type Verdict =
  | { readonly status: "SUCCEEDED"; readonly output: JsonValue; readonly next: string | undefined }
  | { readonly status: "FAILED"; readonly failure: StateError; readonly retryIndex?: number | undefined }
  | {
      readonly status: "RETRIABLE";
      readonly failure: StateError;
      readonly retryIndex: number;
      readonly delaySeconds: number;
    }
  | {
      readonly status: "CAUGHT_ERROR";
      readonly failure: StateError;
      readonly retryIndex: number | undefined;
      readonly catchIndex: number;
      readonly output: JsonValue;
      readonly next: string;
    }
  | { readonly status: "UNANSWERED"; readonly call: TaskCall };
