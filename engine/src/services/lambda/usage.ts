/** What Lambda bills: requests, and time times memory. https://aws.amazon.com/lambda/pricing/ */
import type { JsonObject } from "../../json.ts";
import { totalOf, type UsageOf } from "../usage.ts";
import { functionSettingsOf } from "./function-settings.ts";

export const functionUsage: UsageOf = (metrics, { properties }, hours) => {
  const { memoryMb, provisionedConcurrency } = functionSettingsOf(properties);
  const { durationMs } = metrics;
  const seconds = durationMs?.kind === "histogram" ? (durationMs.mean * durationMs.count) / 1_000 : 0;
  const gigabytes = memoryMb / 1_024;
  const isArm = architecture(properties) === "arm64";
  return {
    "lambda.requests": totalOf(metrics, "invocations"),
    [isArm ? "lambda.arm" : "lambda.x86"]: seconds * gigabytes,
    "lambda.provisioned": provisionedConcurrency * gigabytes * hours * 3_600,
  };
};

function architecture({ Architectures: architectures }: JsonObject): string {
  return Array.isArray(architectures) ? String(architectures[0]) : "x86_64";
}
