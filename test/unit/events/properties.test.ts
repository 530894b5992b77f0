/** What must hold of buses, rules, their retries, dead letters and archives, whatever the system and its faults are. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { runSimulation } from "../../../engine/src/sim/drive.ts";
import type { Simulation, SimulationState } from "../../../engine/src/sim/simulation.ts";
import type { NodeSpec } from "../../../engine/src/sim/types.ts";
import { arnOf, producer, total } from "../sqs/systems.ts";
import { archive, bus, busArn, portsOf, queue, rule, simulationOf } from "./systems.ts";

const KINDS = ["red", "green", "blue"];
const HORIZON_MS = 12_000;

/** One rule: what it matches, which queues it sends to, and how long it tries. */
interface RulePlan {
  readonly of: "First" | "Second";
  readonly kinds: readonly string[];
  readonly targets: readonly {
    readonly to: "A" | "B" | "gone" | "Second";
    readonly retries: number;
    readonly letters: boolean;
  }[];
}

const rulePlan: fc.Arbitrary<RulePlan> = fc.record({
  of: fc.constantFrom("First", "Second"),
  kinds: fc.subarray(KINDS, { minLength: 1 }),
  targets: fc.array(
    fc.record({
      to: fc.constantFrom("A", "B", "gone", "Second"),
      retries: fc.integer({ min: 0, max: 6 }),
      letters: fc.boolean(),
    }),
    { minLength: 1, maxLength: 3 },
  ),
});

const plan = fc.record({
  seed: fc.nat(1_000_000),
  rules: fc.array(rulePlan, { minLength: 1, maxLength: 5 }),
  perSecond: fc.integer({ min: 1, max: 12 }),
  outageMs: fc.tuple(fc.nat(5_000), fc.nat(5_000)),
  throttleRate: fc.constantFrom(0, 0, 0.3),
  keeps: fc.subarray(KINDS, { minLength: 1 }),
});
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never;

function specsOf({ rules, perSecond, keeps }: Plan): readonly NodeSpec[] {
  const arnTo = (to: string): string => (to === "Second" ? busArn("Second") : arnOf(to));
  const body = `{"source": "s", "detail-type": "\${pick(${KINDS.join(", ")})}", "detail": {"n": \${sequence}}}`;
  return [
    bus("First"),
    bus("Second"),
    ...rules.map(({ of, kinds, targets }, index) => {
      const made = targets.map(({ to, retries, letters }, place) => ({
        Id: String(place),
        Arn: arnTo(to),
        RetryPolicy: { MaximumRetryAttempts: retries },
        ...(letters && { DeadLetterConfig: { Arn: arnOf("Dead") } }),
      }));
      return rule(`Rule${index}`, of, made, { EventPattern: { "detail-type": kinds } });
    }),
    archive("Kept", "First", { EventPattern: { "detail-type": keeps } }),
    ...["A", "B", "Dead"].map((id) => queue(id)),
    {
      ...producer("Source", "", { arrivals: { poisson: { perSecond } }, messages: [{ body }], untilMs: 4_000 }),
      properties: { TargetArn: busArn("First") },
    },
  ];
}

function make(given: Plan, state?: SimulationState): Simulation {
  const [fromMs, lengthMs] = given.outageMs;
  const faults = [
    { node: "A", fromMs, untilMs: fromMs + lengthMs, outage: true },
    { node: "Rule0", fromMs: 0, throttleRate: given.throttleRate },
  ];
  return simulationOf(specsOf(given), { seed: given.seed, faults, trace: { keep: "last", max: 500 } }, state);
}

async function runToEnd(simulation: Simulation): Promise<void> {
  await runSimulation(simulation, { untilMs: HORIZON_MS });
}

const bytes = (simulation: Simulation): string => JSON.stringify([simulation.save(), simulation.metrics()]);
/** The deliveries of a rule that are still to be tried again. */
function pendingOf(simulation: Simulation, id: string): number {
  const { targets } = simulation.view(id) as { readonly targets: readonly { readonly pending: number }[] };
  return targets.reduce((sum, { pending }) => sum + pending, 0);
}

function check(simulation: Simulation, { rules }: Plan): void {
  expect(simulation.audit()).toEqual([]);
  let toQueues = 0;
  let letters = 0;
  for (const [index, { targets }] of rules.entries()) {
    const id = `Rule${index}`;
    const [matched, delivered, failed] = ["matched", "delivered", "failed"].map((name) => total(simulation, id, name));
    // Each match is one delivery for each target, which has arrived, was given up, or is still to be tried.
    expect((matched ?? 0) * targets.length).toBe((delivered ?? 0) + (failed ?? 0) + pendingOf(simulation, id));
    expect(failed).toBe(total(simulation, id, "deadLettered") + total(simulation, id, "lost"));
    letters += total(simulation, id, "deadLettered");
    toQueues += delivered ?? 0;
  }
  const arrived = ["A", "B"].reduce((sum, id) => sum + total(simulation, id, "sent"), 0);
  const handedOn = total(simulation, "Second", "published");
  expect(arrived + handedOn).toBe(toQueues);
  expect(total(simulation, "Dead", "sent")).toBe(letters);
}

describe("a system of buses", () => {
  it("loses nothing that it does not tell, and goes on from anywhere with the same bytes", async () => {
    await fc.assert(
      fc.asyncProperty(plan, fc.integer({ min: 1, max: 600 }), async (given, events) => {
        const [whole, again, begun] = [make(given), make(given), make(given)];
        await runToEnd(whole);
        await runToEnd(again);
        check(whole, given);
        expect(bytes(again)).toBe(bytes(whole));
        await runSimulation(begun, { untilMs: HORIZON_MS, maxEvents: events });
        const restored = make(given, JSON.parse(JSON.stringify(begun.save())) as SimulationState);
        await runToEnd(restored);
        expect(bytes(restored)).toBe(bytes(whole));
      }),
      { numRuns: 250, seed: 7 },
    );
  }, 120_000);

  it("replays what its archive holds, once, and nothing else", async () => {
    await fc.assert(
      fc.asyncProperty(plan, async (given) => {
        const calm = { ...given, outageMs: [0, 0], throttleRate: 0 } as Plan;
        const simulation = make(calm);
        await runToEnd(simulation);
        const before = ["A", "B"].map((id) => total(simulation, id, "sent"));
        const archived = total(simulation, "Kept", "archived");
        const { archive: kept } = portsOf(simulation, "Kept");
        kept.startReplay({ name: "again", fromMs: 0, toMs: simulation.epochMs + 1 });
        await runSimulation(simulation, { untilMs: HORIZON_MS + 1_000 });
        expect(total(simulation, "First", "replayed")).toBe(archived);
        expect(total(simulation, "Kept", "archived")).toBe(archived);
        // Where the archive keeps all, everything comes a second time.
        if (given.keeps.length === KINDS.length) {
          expect(["A", "B"].map((id) => total(simulation, id, "sent"))).toEqual(before.map((count) => 2 * count));
        }
        check(simulation, calm);
      }),
      { numRuns: 150, seed: 9 },
    );
  }, 120_000);

  it("does something of everything", async () => {
    const given: Plan = {
      seed: 3,
      rules: [
        {
          of: "First",
          kinds: KINDS,
          targets: [
            { to: "A", retries: 3, letters: true },
            { to: "gone", retries: 0, letters: false },
          ],
        },
      ],
      perSecond: 20,
      outageMs: [500, 9_000],
      throttleRate: 0.3,
      keeps: KINDS,
    };
    const simulation = make(given);
    await runToEnd(simulation);
    const words = new Set(simulation.records().map(({ what }) => what));
    for (const word of ["published", "delivered", "retried", "deadLettered", "lost", "archived"])
      expect(words).toContain(word);
  });
});
