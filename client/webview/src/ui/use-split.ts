/** The bar between graph and details: dragged, or moved by the arrow keys; its place is kept. */
import { useEffect, useState } from "preact/hooks";

const MIN_SHARE = 0.15;
const MAX_SHARE = 0.85;
const KEY_STEP = 0.03;
/** Side by side when the panel is wide, one above the other when it is tall: as in the style sheet. */
const WIDE = "(min-width: 900px) and (min-aspect-ratio: 5/4)";

export interface Split {
  /** Share of the details, 0 to 1. */
  readonly share: number;
  readonly wide: boolean;
  onPointerDown(event: PointerEvent): void;
  onKeyDown(event: KeyboardEvent): void;
}

export function useSplit(kept: number, keep: (share: number) => void): Split {
  const [share, setShare] = useState(kept);
  const [wide, setWide] = useState(() => matchMedia(WIDE).matches);
  useEffect(() => {
    const query = matchMedia(WIDE);
    const change = (): void => setWide(query.matches);
    query.addEventListener("change", change);
    return () => query.removeEventListener("change", change);
  }, []);
  useEffect(() => {
    document.documentElement.style.setProperty("--split", `${share * 100}%`);
  }, [share]);

  const take = (next: number): void => {
    const clamped = Math.max(MIN_SHARE, Math.min(MAX_SHARE, next));
    setShare(clamped);
    keep(clamped);
  };
  const onPointerDown = (event: PointerEvent): void => {
    const bar = event.currentTarget as HTMLElement;
    const area = bar.parentElement?.getBoundingClientRect();
    if (!area) return;
    bar.setPointerCapture(event.pointerId);
    bar.onpointermove = (move) =>
      take(wide ? (area.right - move.clientX) / area.width : (area.bottom - move.clientY) / area.height);
    bar.onpointerup = () => {
      bar.onpointermove = null;
    };
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const by = { ArrowUp: KEY_STEP, ArrowLeft: KEY_STEP, ArrowDown: -KEY_STEP, ArrowRight: -KEY_STEP }[event.key];
    if (by === undefined) return;
    event.preventDefault();
    take(share + by);
  };
  return { share, wide, onPointerDown, onKeyDown };
}
