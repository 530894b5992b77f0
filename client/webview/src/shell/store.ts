/** A value, replaced field by field, and those who want to know. */
import { useEffect, useState } from "preact/hooks";

export class Store<T extends object> {
  #state: T;
  readonly #listeners = new Set<() => void>();

  constructor(initial: T) {
    this.#state = initial;
  }

  get state(): T {
    return this.#state;
  }

  set(change: Partial<T>): void {
    this.#state = { ...this.#state, ...change };
    for (const listener of [...this.#listeners]) listener();
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}

/** The state, for a component that renders again only when one of these fields is another one. */
export function useFields<T extends object, K extends keyof T>(store: Store<T>, ...fields: readonly K[]): Pick<T, K> {
  const [state, setState] = useState(store.state);
  useEffect(() => {
    const look = (): void =>
      setState((shown) => (fields.some((field) => shown[field] !== store.state[field]) ? store.state : shown));
    look();
    return store.subscribe(look);
  }, [store]);
  return state;
}
