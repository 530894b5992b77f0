/** What the redrive bench asks of a document: its queues, and edits of their attributes. */
import {
  changeRedriveSetting,
  type RedriveSetting,
  type RedriveSubject,
  redrivesIn,
  type TextEdit,
} from "@sluice/engine";
import type { Server } from "./feature.ts";

export const REDRIVES_REQUEST = "sluice/redrives";
export const CHANGE_REDRIVE_REQUEST = "sluice/changeRedrive";

export interface RedrivesParams {
  readonly uri: string;
}

/** Empty where the document has no queues. */
export function redrives({ documents }: Server, { uri }: RedrivesParams): readonly RedriveSubject[] {
  const document = documents.get(uri)?.document;
  return document === undefined ? [] : redrivesIn(document, uri);
}

export interface ChangeRedriveParams extends RedrivesParams {
  readonly path: NonNullable<RedriveSetting["path"]>;
  readonly value: number;
}

/** Offsets of the document as the server has it; null where there is nothing to edit. */
export function changeRedrive({ documents }: Server, { uri, path, value }: ChangeRedriveParams): TextEdit | null {
  const document = documents.get(uri)?.document;
  return (document && changeRedriveSetting(document, { path }, value)) ?? null;
}
