/** `sluice/machines`: the state machines of a template, as texts that the panel can show. */
import { type EmbeddedMachine, machinesIn } from "@sluice/engine";
import type { Server } from "./feature.ts";

export const MACHINES_REQUEST = "sluice/machines";

export interface MachinesParams {
  readonly uri: string;
}

/** Empty where the document is no template. */
export function machines({ documents }: Server, { uri }: MachinesParams): readonly EmbeddedMachine[] {
  const document = documents.get(uri)?.document;
  return document?.kind === "template" ? machinesIn(document) : [];
}
