/** First in, first out, in constant time, without holding on to what has gone. */
export class Fifo<T> {
  #items: (T | undefined)[] = [];
  #head = 0;

  get size(): number {
    return this.#items.length - this.#head;
  }

  push(item: T): void {
    this.#items.push(item);
  }

  /** The first one, which stays. */
  peek(): T | undefined {
    return this.#items[this.#head];
  }

  shift(): T | undefined {
    const item = this.#items[this.#head];
    if (this.#head >= this.#items.length) return undefined;
    this.#items[this.#head] = undefined;
    this.#head += 1;
    if (this.#head >= 1_024 && this.#head * 2 >= this.#items.length) {
      this.#items = this.#items.slice(this.#head);
      this.#head = 0;
    }
    return item;
  }

  /** Takes the last one. */
  pop(): T | undefined {
    return this.size === 0 ? undefined : this.#items.pop();
  }

  /** Takes the one at a place counted from the front; those before it move back by one. */
  takeAt(index: number): T | undefined {
    const at = this.#head + index;
    const item = this.#items[at];
    for (let place = at; place > this.#head; place--) this.#items[place] = this.#items[place - 1];
    this.shift();
    return item;
  }

  at(index: number): T | undefined {
    return this.#items[this.#head + index];
  }

  clear(): void {
    this.#items = [];
    this.#head = 0;
  }

  *[Symbol.iterator](): Generator<T> {
    for (let index = this.#head; index < this.#items.length; index++) yield this.#items[index] as T;
  }
}
