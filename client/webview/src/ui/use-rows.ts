/** Long lists of rows of one height, of which only those in sight exist. */
import type { RefObject } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";

/** Rows made beyond the edges, so that scrolling shows no gaps. */
const SPARE_ROWS = 12;

export interface Rows {
  /** For the element that scrolls. */
  readonly scroller: RefObject<HTMLDivElement | null>;
  /** Those that are to be made: from `first` up to and without `last`. */
  readonly first: number;
  readonly last: number;
  /** Pixels that stand for the rows before and behind. */
  readonly before: number;
  readonly behind: number;
  /** How many fit in sight. */
  readonly page: number;
  onScroll(event: { readonly currentTarget: { readonly scrollTop: number } }): void;
  /** Scrolls as little as it takes. */
  reveal(index: number): void;
}

/** `headHeight`: of what stays in sight above the rows. */
export function useRows(count: number, rowHeight: number, headHeight = rowHeight): Rows {
  const scroller = useRef<HTMLDivElement>(null);
  const [top, setTop] = useState(0);
  const [height, setHeight] = useState(400);
  useEffect(() => {
    const element = scroller.current;
    if (!element) return undefined;
    const observer = new ResizeObserver(() => setHeight(element.clientHeight));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const first = Math.max(0, Math.min(count, Math.floor(top / rowHeight) - SPARE_ROWS));
  const last = Math.min(count, Math.ceil((top + height) / rowHeight) + SPARE_ROWS);
  return {
    scroller,
    first,
    last,
    before: first * rowHeight,
    behind: (count - last) * rowHeight,
    page: Math.max(1, Math.floor((height - headHeight) / rowHeight) - 1),
    onScroll: (event) => setTop(event.currentTarget.scrollTop),
    reveal: (index) => {
      const element = scroller.current;
      if (!element) return;
      const rowTop = index * rowHeight;
      if (rowTop < element.scrollTop) element.scrollTop = rowTop;
      else if (rowTop + rowHeight + headHeight > element.scrollTop + element.clientHeight) {
        element.scrollTop = rowTop + rowHeight + headHeight - element.clientHeight;
      }
    },
  };
}

/** The row that a key leads to, from 0; undefined for other keys. */
export function rowTarget(key: string, at: number, count: number, page: number): number | undefined {
  const clamp = (value: number): number => Math.max(0, Math.min(count - 1, value));
  switch (key) {
    case "ArrowDown":
      return clamp(at + 1);
    case "ArrowUp":
      return clamp(at - 1);
    case "PageDown":
      return clamp(at + page);
    case "PageUp":
      return clamp(at - page);
    case "Home":
      return 0;
    case "End":
      return count - 1;
    default:
      return undefined;
  }
}
