/**
 * Changes that can be taken back. What grows while a trace is folded is read-only for everybody else: whatever changes
 * of it goes through here, so that going back an event costs what that event has changed, not the whole trace.
 */

/** The most events that can be taken back; twice as many are held before the older half is forgotten. */
const KEPT_EVENTS = 1_000;

type Undo = () => void;

export class Journal {
  /** What takes back the changes of each of the latest events, oldest event first. */
  #events: Undo[][] = [];
  /** Of the event that is being folded; undefined: nobody will ask to take it back. */
  #changes: Undo[] | undefined;

  /** How many of the latest events can be taken back. */
  get length(): number {
    return this.#events.length;
  }

  /** The changes of another event follow; `behind`: how many events will follow it at once. */
  begin(behind: number): void {
    const noted = behind < KEPT_EVENTS;
    if (!noted && this.#events.length > 0) this.#events = [];
    if (this.#events.length >= 2 * KEPT_EVENTS) this.#events = this.#events.slice(-KEPT_EVENTS);
    this.#changes = noted ? [] : undefined;
    if (this.#changes) this.#events.push(this.#changes);
  }

  /** Takes back the changes of the latest event. */
  takeBack(): void {
    const changes = this.#events.pop() ?? [];
    for (let index = changes.length - 1; index >= 0; index--) changes[index]?.();
  }

  /** Says how to take back a change that is made without the journal. */
  note(undo: Undo): void {
    this.#changes?.push(undo);
  }

  set<T extends object, K extends keyof T>(target: T, key: K, value: T[K]): void {
    this.#noteField(target, key);
    (target as Open<T>)[key] = value;
  }

  assign<T extends object>(target: T, values: Partial<T>): void {
    for (const key of Object.keys(values) as (keyof T)[]) this.#noteField(target, key);
    Object.assign(target, values);
  }

  unset<T extends object>(target: T, key: keyof T): void {
    if (!(key in target)) return;
    this.#noteField(target, key);
    delete (target as Partial<Open<T>>)[key];
  }

  #noteField<T extends object>(target: T, key: keyof T): void {
    if (!this.#changes) return;
    const open = target as Partial<Open<T>>;
    const [had, before] = [key in target, target[key]];
    this.#changes.push(() => {
      if (had) open[key] = before;
      else delete open[key];
    });
  }

  push<T>(list: readonly T[], value: T): void {
    const open = list as T[];
    open.push(value);
    this.#changes?.push(() => open.pop());
  }

  put<K, V>(map: ReadonlyMap<K, V>, key: K, value: V): void {
    const open = map as Map<K, V>;
    const before = this.#changes && open.get(key);
    this.#changes?.push(() => (before === undefined ? open.delete(key) : open.set(key, before)));
    open.set(key, value);
  }

  add<T>(all: ReadonlySet<T>, one: T): void {
    const open = all as Set<T>;
    open.add(one);
    this.#changes?.push(() => open.delete(one));
  }

  /** True where it was in it. */
  remove<T>(all: ReadonlySet<T>, one: T): boolean {
    const open = all as Set<T>;
    if (!open.delete(one)) return false;
    this.#changes?.push(() => open.add(one));
    return true;
  }
}

type Open<T> = { -readonly [K in keyof T]: T[K] };
