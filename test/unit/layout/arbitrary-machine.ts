/** Definitions made by chance, for property tests: any mix of state types, transitions, loops and nesting. */
import fc from "fast-check";

export interface StateSeed {
  readonly type: "Pass" | "Task" | "Choice" | "Fail" | "Succeed" | "Map" | "Parallel";
  readonly targets: readonly number[];
  readonly caught: readonly number[];
  readonly inner: readonly (readonly StateSeed[])[];
}

const leaf = fc.record({
  type: fc.constantFrom("Pass", "Task", "Choice", "Fail", "Succeed"),
  targets: fc.array(fc.nat(30), { maxLength: 4 }),
  caught: fc.array(fc.nat(30), { maxLength: 2 }),
  inner: fc.constant([]),
}) as fc.Arbitrary<StateSeed>;

/** Scopes of up to 12 states, containers up to two levels deep. */
export const seeds: fc.Arbitrary<readonly StateSeed[]> = fc.letrec<{ scope: readonly StateSeed[] }>((tie) => ({
  scope: fc.array(
    fc.oneof(
      { depthSize: "small", maxDepth: 2 },
      leaf,
      fc.record({
        type: fc.constantFrom("Map", "Parallel"),
        targets: fc.array(fc.nat(30), { maxLength: 1 }),
        caught: fc.array(fc.nat(30), { maxLength: 2 }),
        inner: fc.array(tie("scope"), { minLength: 1, maxLength: 3 }),
      }) as fc.Arbitrary<StateSeed>,
    ),
    { minLength: 1, maxLength: 12 },
  ),
})).scope;

function definitionState(seed: StateSeed, name: (index: number) => string, path: string): object {
  const next = seed.targets[0] === undefined ? { End: true } : { Next: name(seed.targets[0]) };
  const catchers = seed.caught.map((index) => ({ ErrorEquals: ["States.ALL"], Next: name(index) }));
  switch (seed.type) {
    case "Choice":
      return {
        Type: "Choice",
        Choices: seed.targets.slice(1).map((index) => ({ Variable: "$.n", NumericEquals: index, Next: name(index) })),
        Default: name(seed.targets[0] ?? 0),
      };
    case "Fail":
    case "Succeed":
      return { Type: seed.type };
    case "Map":
      return { Type: "Map", ItemProcessor: definitionOf(seed.inner[0] ?? [], `${path}i`), ...next, Catch: catchers };
    case "Parallel": {
      const branches = seed.inner.map((inner, i) => definitionOf(inner, `${path}b${i}`));
      return { Type: "Parallel", Branches: branches, ...next, Catch: catchers };
    }
    case "Task":
      return { Type: "Task", Resource: "arn:aws:states:::lambda:invoke", ...next, Catch: catchers };
    default:
      return { Type: "Pass", ...next };
  }
}

/** A definition in which every transition leads to a state of its scope. */
export function definitionOf(scope: readonly StateSeed[], path = "S"): object {
  const name = (index: number): string => `${path}.${index % scope.length}`;
  const states = scope.map((seed, i) => [name(i), definitionState(seed, name, `${path}.${i}`)] as const);
  return { StartAt: name(0), States: Object.fromEntries(states) };
}
