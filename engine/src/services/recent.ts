/** What was found of objects that come again and again, such as the attributes that all messages of a producer share. */

/** So many are remembered, the last ones. */
const KEPT = 12;

/** Objects are told apart by identity: they are never changed. */
export class Recent<K extends object, V> {
  readonly #find: (key: K) => V;
  readonly #keys: K[] = [];
  readonly #values: V[] = [];
  #next = 0;

  constructor(find: (key: K) => V) {
    this.#find = find;
  }

  of(key: K): V {
    const at = this.#keys.indexOf(key);
    if (at >= 0) return this.#values[at] as V;
    const value = this.#find(key);
    this.#keys[this.#next] = key;
    this.#values[this.#next] = value;
    this.#next = (this.#next + 1) % KEPT;
    return value;
  }
}
