/** A trace's time as places between 0 and 1. */
import { eventAtPlace, type TraceEvent, timeScale } from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

const at = (times: readonly number[]): TraceEvent[] =>
  times.map((timeMs, index) => ({ id: index + 1, previousEventId: index, type: "", details: {}, timeMs }));

describe("timeScale", () => {
  it("never goes back, and fills the whole", () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.nat(50), fc.nat(1e9), fc.constant(0)), { minLength: 2, maxLength: 60 }),
        (steps) => {
          let now = 0;
          const { places, gaps } = timeScale(at(steps.map((ms) => (now += ms))));
          expect(places[0]).toBe(0);
          expect(places.at(-1)).toBeCloseTo(1, 9);
          for (let index = 1; index < places.length; index++) {
            expect(places[index]).toBeGreaterThan(places[index - 1] ?? 0);
          }
          // All gaps together have 0.4 of the whole; the order of the events has 0.3, of which each step has its part.
          for (const { from, to } of gaps) expect(to - from).toBeLessThan(0.4001 + 0.3 / (places.length - 1));
        },
      ),
    );
  });

  it("leaves ordinary pauses in proportion", () => {
    const { places, gaps } = timeScale(at([0, 1000, 3000, 7000]));
    expect(gaps).toEqual([]);
    const steps = [...places].map((place, index) => place - (places[index - 1] ?? 0) - (index === 0 ? 0 : 0.1));
    expect((steps[2] ?? 0) / (steps[1] ?? 1)).toBeCloseTo(2);
    expect((steps[3] ?? 0) / (steps[1] ?? 1)).toBeCloseTo(4);
  });

  it("compresses a day between seconds", () => {
    const { places, gaps } = timeScale(at([0, 1000, 3000, 86_403_000, 86_404_000]));
    expect(gaps.map(({ ms }) => ms)).toEqual([86_400_000]);
    expect((places[3] ?? 0) - (places[2] ?? 0)).toBeLessThan(0.2);
    expect((places[2] ?? 0) - (places[1] ?? 0)).toBeGreaterThan(0.3);
  });

  it("shows the order of what happens at once", () => {
    expect([...timeScale(at([5, 5, 5])).places]).toEqual([0, 0.5, 1]);
    expect(timeScale([]).places).toHaveLength(0);
  });

  it("finds the event at a place", () => {
    const scale = timeScale(at([0, 0, 0, 0, 0]));
    expect([0, 0.1, 0.25, 0.99, 1].map((place) => eventAtPlace(scale, place))).toEqual([0, 0, 1, 3, 4]);
  });
});
