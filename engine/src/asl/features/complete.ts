/**
 * What may be written where the cursor is: fields that are valid right there, values from a list, states of the scope,
 * error names, and inside expressions functions, variables and the context object.
 */
import { fieldsAt, holdsAt, placeOf, valuesAt } from "../../schema/docs.ts";
import { nodeAt } from "../../text/navigate.ts";
import type { Node, ObjectNode, Property } from "../../text/tree.ts";
import { type CompletionEntry } from "./completion-entry.ts";
