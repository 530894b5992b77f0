/** `sluice/sampleFile`: where the sample messages of a policy lie, and what to begin with where there are none yet. */
import { filesBeside, newSamples } from "@sluice/engine";
import type { Server } from "./feature.ts";

export const SAMPLE_FILE_REQUEST = "sluice/sampleFile";

export interface SampleFileParams {
  readonly uri: string;
}

export interface SampleFile {
  readonly uri: string;
  /** For a new file; left out where there is one already. */
  readonly text?: string;
}

/** Null for documents that samples make no sense for. */
export async function sampleFile({ beside, documents }: Server, { uri }: SampleFileParams): Promise<SampleFile | null> {
  const surroundings = await beside.of(uri);
  const open = documents.get(uri);
  const address = open && filesBeside(open.document, uri).messages;
  if (open === undefined || address === undefined) return null;
  if (surroundings.files.messages !== undefined) return { uri: address };
  const text = newSamples(open.document, surroundings);
  return text === undefined ? null : { uri: address, text };
}
