/** What consumer groups say of why something happened. */
import { duration, type Sentence } from "../sentences.ts";

export const KCL_REASONS: Readonly<Record<string, Sentence>> = {
  "kcl.started": ({ worker, durationMs }) => `worker ${worker} needs ${duration(durationMs)}`,
  "kcl.taken": ({ worker, shard, position }) =>
    `worker ${worker} took the lease of shard ${shard}, from record ${position} on`,
  "kcl.stolen": ({ worker, shard, position }) =>
    `worker ${worker} took the lease of shard ${shard} from one that had more, from record ${position} on`,
  "kcl.lease-lost": ({ worker }) => `another worker has taken the lease from worker ${worker}`,
  "kcl.died": ({ worker }) => `worker ${worker} died; its leases expire`,
  "kcl.skipped": () => "the program failed, and the library goes on behind the record",
  "kcl.processed-again": () => "it had been processed after the last checkpoint already",
};
