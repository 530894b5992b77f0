/** What tables say of why something happened. */
import type { Sentence } from "../sentences.ts";

export const DYNAMODB_REASONS: Readonly<Record<string, Sentence>> = {
  "dynamodb.changed": ({ event }) => `${event} in the stream of the table`,
  "dynamodb.trimmed": () => "streams of tables keep their records for 24 h",
};
