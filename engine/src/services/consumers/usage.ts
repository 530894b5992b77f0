/** What workers cost: a container each, for as long as it is there. https://aws.amazon.com/fargate/pricing/ */
import type { UsageOf } from "../usage.ts";

export const workerUsage: UsageOf = ({ workers }, _spec, hours) => {
  return { "fargate.small": workers?.kind === "gauge" ? workers.mean * hours : 0 };
};
