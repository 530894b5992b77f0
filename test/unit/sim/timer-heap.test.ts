import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { TimerHeap } from "../../../engine/src/sim/timer-heap.ts";

interface Item {
  readonly number: number;
  /** The deadline that it waits for; undefined: none any more. */
  deadline: number | undefined;
}

const heapOf = (): TimerHeap<Item> =>
  new TimerHeap<Item>(
    ({ deadline }, time) => deadline !== time,
    ({ number }) => number,
  );

describe("deadlines", () => {
  it("come by time and rank, whatever was set, changed and given up in between", () => {
    const step = fc.oneof(
      fc.record({ kind: fc.constant("set" as const), item: fc.nat(40), time: fc.nat(30) }),
      fc.record({ kind: fc.constant("drop" as const), item: fc.nat(40), time: fc.constant(0) }),
      fc.record({ kind: fc.constant("take" as const), item: fc.constant(0), time: fc.nat(30) }),
      fc.record({ kind: fc.constant("save" as const), item: fc.constant(0), time: fc.constant(0) }),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 400 }), (steps) => {
        let heap = heapOf();
        const items = Array.from({ length: 41 }, (_, number): Item => ({ number, deadline: undefined }));
        const first = (): Item | undefined =>
          items
            .filter(({ deadline }) => deadline !== undefined)
            .sort((a, b) => (a.deadline as number) - (b.deadline as number) || a.number - b.number)[0];
        for (const { kind, item, time } of steps) {
          const own = items[item] as Item;
          if (kind === "set") {
            own.deadline = time;
            heap.set(time, own);
          } else if (kind === "drop") own.deadline = undefined;
          else if (kind === "save") {
            const saved = heap.save(({ number }) => number);
            heap = heapOf();
            heap.restore(saved, (number) => items[number] as Item);
          } else {
            const wanted = first();
            const isDue = wanted?.deadline !== undefined && wanted.deadline <= time;
            const taken = heap.take(time);
            expect(taken).toBe(isDue ? wanted : undefined);
            if (taken !== undefined) taken.deadline = undefined;
          }
          expect(heap.nextMs).toBe(first()?.deadline ?? Number.POSITIVE_INFINITY);
        }
      }),
    );
  });

  it("does not pile up what nobody waits for", () => {
    const heap = heapOf();
    const stuck: Item = { number: 0, deadline: 1e9 };
    heap.set(1e9, stuck);
    for (let number = 1; number <= 100_000; number++) {
      const item: Item = { number, deadline: number };
      heap.set(number, item);
      item.deadline = undefined;
    }
    expect(heap.save(({ number }) => number)).toEqual([[1e9, 0]]);
  });
});
