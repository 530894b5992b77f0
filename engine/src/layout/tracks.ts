/**
 * The space between two layers: which horizontal line runs at which height. A net is everything that one source sends
 * through the gap; its horizontal part gets a track so that no two nets lie on each other, and so that a net that comes
 * from above at some x runs above one that leaves downwards at the same x.
 */
export interface Net {
  /** Where verticals arrive from above and leave below. */
  readonly tops: number[];
  readonly bottoms: number[];
  /** From the top of the gap; -1 where everything is one vertical. */
  track: number;
}

/** Free space at the end of a track's line. */
const CLEARANCE = 6;

interface Span {
  readonly net: Net;
  readonly from: number;
  readonly to: number;
  /** Nets that must run below this one. */
  readonly below: Span[];
  waits: number;
  level: number;
}

function spanOf(net: Net): Span {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (const x of [...net.tops, ...net.bottoms]) {
    from = Math.min(from, x);
    to = Math.max(to, x);
  }
  return { net, from, to, below: [], waits: 0, level: 0 };
}

/** A vertical that comes down at x and one that starts there must not meet. */
function constrain(spans: readonly Span[]): void {
  const byTop = new Map<number, Span[]>();
  for (const span of spans) {
    for (const x of new Set(span.net.tops)) {
      const list = byTop.get(x);
      if (list === undefined) byTop.set(x, [span]);
      else list.push(span);
    }
  }
  for (const span of spans) {
    for (const x of new Set(span.net.bottoms)) {
      for (const upper of byTop.get(x) ?? []) {
        if (upper === span) continue;
        upper.below.push(span);
        span.waits++;
      }
    }
  }
}

function isFree(track: readonly Span[], span: Span): boolean {
  return track.every((other) => span.to + CLEARANCE <= other.from || other.to + CLEARANCE <= span.from);
}

/** Sets the track of every net; answers how many tracks the gap needs. */
export function assignTracks(nets: readonly Net[]): number {
  const spans = nets.map(spanOf).filter((span) => span.from !== span.to);
  spans.sort((a, b) => a.from - b.from || a.to - b.to);
  constrain(spans);
  const tracks: Span[][] = [];
  const ready = spans.filter((span) => span.waits === 0);
  const open = new Set(spans);
  while (open.size > 0) {
    // A cycle of constraints cannot be met: the next in order goes first.
    const span = ready.shift() ?? (open.values().next().value as Span);
    if (!open.delete(span)) continue;
    let at = span.level;
    while (tracks[at] !== undefined && !isFree(tracks[at] as Span[], span)) at++;
    const track = tracks[at];
    if (track === undefined) tracks.push([span]);
    else track.push(span);
    span.net.track = Math.min(at, tracks.length - 1);
    for (const lower of span.below) {
      lower.level = Math.max(lower.level, span.net.track + 1);
      if (--lower.waits === 0) ready.push(lower);
    }
  }
  return tracks.length;
}
