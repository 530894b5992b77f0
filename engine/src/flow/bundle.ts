/** Hops for a picture: where there are too many to be seen one by one, those of one edge and moment go together. */
import type { Hop } from "./hops.ts";

export interface Moving extends Hop {
  /** How many; `message` and `origin` are those of the first. */
  readonly count: number;
}

/** Moments that a bundle tells apart. */
const MOMENTS = 6;

/** At most `max`, or one an edge and moment. `hops` in order of time. */
export function bundled(hops: readonly Hop[], max: number): readonly Moving[] {
  if (hops.length <= max) return hops.map((hop) => ({ ...hop, count: 1 }));
  const fromMs = hops[0]?.timeMs ?? 0;
  const widthMs = Math.max(1, ((hops.at(-1)?.timeMs ?? 0) - fromMs) / MOMENTS);
  const bundles = new Map<string, Moving>();
  for (const hop of hops) {
    const key = `${hop.edge} ${Math.floor((hop.timeMs - fromMs) / widthMs)}`;
    const known = bundles.get(key);
    bundles.set(key, known === undefined ? { ...hop, count: 1 } : { ...known, count: known.count + 1 });
  }
  return [...bundles.values()];
}
