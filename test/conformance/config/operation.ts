/** What each file of this folder offers: API operations by `service:Name`. */
import type { JsonObject, Refusal } from "@sluice/engine";
import type { Case } from "../cases.ts";

/** The refusal of the whole call, one for each entry, or what it gives. Undefined: it is taken. */
export type ConfigAnswer = Refusal | readonly (Refusal | undefined)[] | { readonly result: JsonObject } | undefined;

export type Operation = (params: JsonObject, row: Case) => ConfigAnswer;
