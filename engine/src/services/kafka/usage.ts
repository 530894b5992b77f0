/** What Amazon MSK bills of a cluster: its brokers by the hour. Storage is not simulated. https://aws.amazon.com/msk/pricing/ */
import { objectOf } from "../../json.ts";
import { largesOf } from "../instance-size.ts";
import type { UsageOf } from "../usage.ts";
import { clusterSettingsOf } from "./cluster-settings.ts";

export const clusterUsage: UsageOf = (_metrics, { type, properties }, hours) => {
  const { isServerless, brokers } = clusterSettingsOf(type, properties, {});
  if (isServerless) return { "msk.serverlessHours": hours };
  const group = objectOf(properties.BrokerNodeGroupInfo);
  const instance = String(group.InstanceType ?? "");
  const larges = largesOf(instance);
  if (larges === undefined) return instance === "kafka.t3.small" ? { "msk.t3Hours": brokers * hours } : {};
  const family = instance.includes("m7g") ? "msk.m7gHours" : "msk.m5Hours";
  return { [family]: brokers * larges * hours };
};
