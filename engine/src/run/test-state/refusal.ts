/** A request that the API does not take, as a value. */
import type { TestStateErrorCode, TestStateRefusal } from "./types.ts";

export type Refusal = TestStateRefusal;

export function refuse(code: TestStateErrorCode, message: string): Refusal {
  return { Error: { Code: code, Message: message } };
}

export function isRefusal(value: object): value is Refusal {
  return "Error" in value;
}
