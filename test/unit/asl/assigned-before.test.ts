/** What a whole scope is asked at once is what following each path back would find. */
import { buildMachine, parseText, type State } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";
import { mayBeAssignedBefore } from "../../../engine/src/asl/assigned-before.ts";

const SIZE = 40;
const VARIABLES = Array.from({ length: 70 }, (_, index) => `v${index}`);

/** States that assign some of the variables and lead anywhere, loops and islands included. */
const machine = fc
  .array(
    fc.record({ assigns: fc.subarray(VARIABLES, { maxLength: 4 }), next: fc.nat(SIZE - 1), other: fc.nat(SIZE - 1) }),
    {
      minLength: SIZE,
      maxLength: SIZE,
    },
  )
  .map((states) => ({
    StartAt: "S0",
    States: Object.fromEntries(
      states.map(({ assigns, next, other }, index) => [
        `S${index}`,
        {
          Type: "Choice",
          Choices: [{ Variable: "$.x", IsNull: true, Next: `S${next}` }],
          // Mostly a chain, so that some ways are long.
          Default: `S${index % 3 === 0 ? other : Math.min(index + 1, SIZE - 1)}`,
          Assign: Object.fromEntries(assigns.map((name) => [name, 1])),
        },
      ]),
    ),
  }));

/** States that some path leads from to `state`. */
function before(state: State): ReadonlySet<State> {
  const found = new Set<State>();
  const open = [state];
  for (let at = open.pop(); at !== undefined; at = open.pop()) {
    for (const other of state.scope.states) {
      if (found.has(other) || !other.transitions.some(({ target }) => target === at?.name)) continue;
      found.add(other);
      open.push(other);
    }
  }
  return found;
}

test("as following every path back", () => {
  fc.assert(
    fc.property(machine, (definition) => {
      const built = buildMachine(parseText(JSON.stringify(definition), "json").root);
      for (const state of built?.states ?? []) {
        const assigned = new Set(
          [...before(state)].flatMap(({ name }) => Object.keys(definition.States[name]?.Assign ?? {})),
        );
        for (const name of VARIABLES) expect(mayBeAssignedBefore(state, name)).toBe(assigned.has(name));
      }
    }),
    { numRuns: 20 },
  );
});
