import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Agenda } from "../../../engine/src/sim/agenda.ts";
import type { Message } from "../../../engine/src/sim/types.ts";

/** What is left, in the order in which it falls due. */
function drain(agenda: Agenda): readonly (readonly [number, number])[] {
  const due: [number, number][] = [];
  while (agenda.pop()) due.push([agenda.due.timeMs, agenda.due.ref]);
  return due;
}

describe("the agenda", () => {
  it("gives events by time, and in the order of setting at one time", () => {
    fc.assert(
      fc.property(fc.array(fc.option(fc.nat(20), { nil: undefined }), { maxLength: 300 }), (steps) => {
        const agenda = new Agenda();
        const model: { time: number; ref: number }[] = [];
        for (const [ref, time] of steps.entries()) {
          if (time !== undefined) {
            agenda.push(time, 0, 0, ref);
            model.push({ time, ref });
            continue;
          }
          const first = [...model].sort((a, b) => a.time - b.time || a.ref - b.ref)[0];
          expect(agenda.pop()).toBe(first !== undefined);
          if (first === undefined) continue;
          expect([agenda.due.timeMs, agenda.due.ref]).toEqual([first.time, first.ref]);
          model.splice(model.indexOf(first), 1);
        }
        model.sort((a, b) => a.time - b.time || a.ref - b.ref);
        expect(agenda.nextMs).toBe(model[0]?.time ?? Number.POSITIVE_INFINITY);
        expect(drain(agenda)).toEqual(model.map(({ time, ref }) => [time, ref]));
      }),
    );
  });

  it("is the same after it was saved: order, idle events, messages and data", () => {
    const agenda = new Agenda();
    const message = { number: 7 } as Message;
    for (let index = 0; index < 3_000; index++)
      agenda.push(index % 7, index % 3, 1, index, undefined, undefined, index % 2 === 0 ? 1 : 0);
    agenda.push(3, 5, 2, -1, message, { some: "data" });
    for (let index = 0; index < 100; index++) agenda.pop();
    const saved = JSON.parse(JSON.stringify(agenda.save(({ number }) => number))) as ReturnType<Agenda["save"]>;
    const restored = new Agenda();
    restored.restore(saved, (number) => ({ number }) as Message);
    expect([restored.size, restored.idle]).toEqual([agenda.size, agenda.idle]);
    agenda.push(3, 0, 0, 99_999);
    restored.push(3, 0, 0, 99_999);
    while (agenda.pop()) {
      expect(restored.pop()).toBe(true);
      expect(restored.due).toEqual(agenda.due);
      expect(restored.idle).toBe(agenda.idle);
    }
    expect(restored.pop()).toBe(false);
  });
});
