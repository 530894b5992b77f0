/** Names for states that an action makes. */
import { MAX_STATE_NAME_LENGTH } from "../../limits.ts";
import type { Machine } from "../model.ts";

/** `wanted`, or with a number behind it the first that no state of the machine has. */
export function uniqueStateName(machine: Machine, wanted: string): string {
  const taken = new Set(machine.states.map(({ name }) => name));
  const name = [...wanted].slice(0, MAX_STATE_NAME_LENGTH - 4).join("");
  if (!taken.has(name)) return name;
  for (let number = 2; ; number++) if (!taken.has(`${name} ${number}`)) return `${name} ${number}`;
}
