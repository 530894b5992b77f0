/** What pipes say of why something happened. */
import type { Sentence } from "../sentences.ts";

export const PIPE_REASONS: Readonly<Record<string, Sentence>> = {
  "pipe.refused": ({ by, error }) => `${by}: ${error}`,
  "pipe.dropped": () => "the enrichment left nothing of its batch",
};
