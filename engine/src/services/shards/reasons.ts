/** What readers of shards say of why something happened. */
import type { Sentence } from "../sentences.ts";

export const SHARD_REASONS: Readonly<Record<string, Sentence>> = {
  "shards.missed": ({ count, shard }) => `${count} records of shard ${shard} had expired before they were read`,
  "shards.read-refused": ({ shard, refusal }) => `${refusal} of shard ${shard}`,
};
