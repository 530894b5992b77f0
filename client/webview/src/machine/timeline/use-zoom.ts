/** How much of a timeline is seen: from one place to another, of 0 to 1. */
import { useState } from "preact/hooks";

/** Of the whole: less than this cannot be told apart. */
const MIN_SPAN = 0.0005;
const WHEEL_ZOOM = 0.0022;

export interface Zoom {
  readonly from: number;
  readonly span: number;
  /** Where a place is seen: 0 at the left, 1 at the right. */
  seen(place: number): number;
  /** The place that is seen there. */
  placeAt(seen: number): number;
  /** Around the middle, or around what is seen at a share of the width. */
  by(factor: number, around?: number): void;
  reset(): void;
  wheel(event: WheelEvent & { readonly currentTarget: HTMLElement }): void;
}

export function useZoom(): Zoom {
  const [{ from, span }, set] = useState({ from: 0, span: 1 });
  const show = (nextFrom: number, nextSpan: number): void => {
    const clamped = Math.max(MIN_SPAN, Math.min(1, nextSpan));
    set({ span: clamped, from: Math.max(0, Math.min(1 - clamped, nextFrom)) });
  };
  const by = (factor: number, around = 0.5): void => {
    const next = Math.max(MIN_SPAN, Math.min(1, span / factor));
    show(from + around * (span - next), next);
  };
  return {
    from,
    span,
    seen: (place) => (place - from) / span,
    placeAt: (seen) => from + seen * span,
    by,
    reset: () => show(0, 1),
    wheel: (event) => {
      const track = event.currentTarget.querySelector(".ruler-track")?.getBoundingClientRect();
      if (!track || track.width === 0) return;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        by(Math.exp(-event.deltaY * WHEEL_ZOOM * 2), (event.clientX - track.left) / track.width);
      } else if (event.shiftKey || Math.abs(event.deltaX) > Math.abs(event.deltaY)) {
        event.preventDefault();
        show(from + ((event.deltaX || event.deltaY) / track.width) * span, span);
      }
    },
  };
}
