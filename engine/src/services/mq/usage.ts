/** What Amazon MQ bills of a broker: its instances by the hour. Storage is not simulated. https://aws.amazon.com/amazon-mq/pricing/ */
import type { JsonValue } from "../../json.ts";
import { largesOf } from "../instance-size.ts";
import type { UsageOf } from "../usage.ts";

/** Instances of a deployment. */
function instancesOf(mode: JsonValue | undefined): number {
  if (mode === "CLUSTER_MULTI_AZ") return 3;
  return mode === "ACTIVE_STANDBY_MULTI_AZ" ? 2 : 1;
}

export const brokerUsage: UsageOf = (_metrics, { properties }, hours) => {
  const instance = String(properties.HostInstanceType ?? "");
  const instanceHours = instancesOf(properties.DeploymentMode) * hours;
  const larges = largesOf(instance);
  if (larges !== undefined) return { "mq.m5Hours": larges * instanceHours };
  return instance === "mq.t3.micro" ? { "mq.t3Hours": instanceHours } : {};
};
