/** What buckets say of why something happened. */
import { round, type Sentence } from "../sentences.ts";

export const BUCKET_REASONS: Readonly<Record<string, Sentence>> = {
  "bucket.stored": ({ key, bytes }) => `as ${key}, ${round(bytes)} bytes`,
  "bucket.part": ({ key }) => `it is a part of ${key}`,
  "bucket.deleted": ({ key }) => `${key}`,
};
