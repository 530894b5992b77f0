/** Ways on which messages come back to where they were. What code sends is not known: these are the template's own. */
import type { TopologyEdge } from "./topology.ts";

/** Anything that leads from one node to another. */
export interface Way {
  readonly from: string;
  readonly to: string;
}

/** Kinds of edges on which messages go. */
const CARRYING: ReadonlySet<TopologyEdge["kind"]> = new Set([
  "subscription",
  "event-source",
  "redrive",
  "target",
  "destination",
  "delivery",
  "stream",
  "notification",
  "invoke",
]);

export function carries({ kind }: TopologyEdge): boolean {
  return CARRYING.has(kind);
}

/** Each loop once, as the ways of one round. Linear in the ways; of loops that share a way not all need be found. */
export function loopsIn<T extends Way>(ways: readonly T[]): readonly (readonly T[])[] {
  const from = new Map<string, T[]>();
  for (const way of ways) from.set(way.from, [...(from.get(way.from) ?? []), way]);
  const done = new Set<string>();
  const loops: T[][] = [];
  for (const start of from.keys()) if (!done.has(start)) walk(start);
  return loops;

  /** Depth first, without recursion: a template may chain as many resources as it can have. */
  function walk(start: string): void {
    const depth = new Map([[start, 0]]);
    const path: T[] = [];
    const open = [(from.get(start) ?? []).values()];
    while (open.length > 0) {
      const { value: way } = (open.at(-1) as ArrayIterator<T>).next();
      if (way === undefined) {
        open.pop();
        const left = path.pop()?.to ?? start;
        done.add(left);
        depth.delete(left);
        continue;
      }
      const back = depth.get(way.to);
      if (back !== undefined) loops.push([...path.slice(back), way]);
      if (back !== undefined || done.has(way.to)) continue;
      path.push(way);
      depth.set(way.to, path.length);
      open.push((from.get(way.to) ?? []).values());
    }
  }
}

/** `A > B > A` */
export function roundOf(loop: readonly Way[]): string {
  return [...loop.map(({ from }) => from), loop[0]?.from].join(" > ");
}
