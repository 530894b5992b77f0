/**
 * Mock configuration files of Step Functions Local: their test cases, and the handler that answers from one of them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/sfn-local-test-sm-exec.html
 */
import type { TaskHandler } from "@sluice/engine";
import type { MockCase } from "./worker-protocol.ts";

export function readMocks(_text: string | undefined): { cases: readonly MockCase[]; problem?: string } {
  return { cases: [] };
}
export function mockHandler(_text: string | undefined, _mock: MockCase): TaskHandler | string {
  return "no";
}
