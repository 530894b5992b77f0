/** What is known of the values that a document's expressions see: its data flow, kept for as long as the machine is. */
import type { Surroundings } from "../../editor/types.ts";
import type { JsonValue } from "../../json.ts";
import type { StringNode } from "../../text/tree.ts";
import type { AslDocument } from "../document.ts";
import { stateAround } from "../document-index.ts";
import { exampleInputOf } from "../files-beside.ts";
import { type DataFlow, dataFlow, givenAt } from "../flow/data-flow.ts";
import type { Given } from "../flow/evaluate.ts";
import { payloadOf, UNKNOWN } from "../flow/payload.ts";
import type { Machine } from "../model.ts";

/** What an expression sees of which nothing is known. */
export const NOTHING_GIVEN: Given = { input: UNKNOWN, context: UNKNOWN, variable: () => UNKNOWN };

const flows = new WeakMap<Machine, { readonly example: JsonValue | undefined; readonly flow: DataFlow }>();

/** The same for the same machine and example; each question may look at a bounded number of further states. */
export function flowOf(machine: Machine, surroundings: Surroundings): DataFlow {
  const exampleInput = exampleInputOf(surroundings);
  const known = flows.get(machine);
  const flow =
    known?.example === exampleInput
      ? known?.flow
      : dataFlow(exampleInput === undefined ? UNKNOWN : payloadOf(exampleInput));
  const made = flow ?? dataFlow(UNKNOWN);
  made.left = MAX_STATES_A_QUESTION;
  flows.set(machine, { example: exampleInput, flow: made });
  return made;
}

const MAX_STATES_A_QUESTION = 200;

/** What the expression in a string can see. */
export function givenToString(document: AslDocument, node: StringNode, surroundings: Surroundings): Given | undefined {
  const state = stateAround(document.index, node);
  if (state === undefined || document.machine === undefined) return undefined;
  return givenAt(flowOf(document.machine, surroundings), state, node);
}
