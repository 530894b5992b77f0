/** The keyboard's place in a part of the page that is drawn anew while somebody is in it. */
import type { RefObject } from "preact";
import { useEffect, useRef } from "preact/hooks";

/**
 * For a part that can take the focus itself (`tabIndex={-1}`): it does where the element that had it is gone, so that Tab
 * goes on from there and a screen reader stays.
 */
export function useKeptFocus<E extends HTMLElement>(): RefObject<E | null> {
  const part = useRef<E>(null);
  useEffect(() => {
    const element = part.current;
    if (!element) return undefined;
    let held: Element | undefined;
    const take = (event: FocusEvent): void => {
      held = event.target instanceof Element ? event.target : undefined;
    };
    const leave = (): void => {
      // An element that is taken out of the page also loses the focus: that is not leaving.
      const left = held;
      queueMicrotask(() => {
        if (left?.isConnected && held === left && document.activeElement !== left) held = undefined;
      });
    };
    const observer = new MutationObserver(() => {
      if (!held || held.isConnected) return;
      held = undefined;
      // Never out of the text editor, where somebody may be typing.
      if (document.hasFocus() && document.activeElement === document.body) element.focus({ preventScroll: true });
    });
    observer.observe(element, { childList: true, subtree: true });
    element.addEventListener("focusin", take);
    element.addEventListener("focusout", leave);
    return () => {
      observer.disconnect();
      element.removeEventListener("focusin", take);
      element.removeEventListener("focusout", leave);
    };
  }, []);
  return part;
}
