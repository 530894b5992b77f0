/** The few assertions that the suite needs, without Node: it also runs in a Web Worker. */
export function ok(value: unknown, message: string): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: T, expected: T, what: string): void {
  const [is, shouldBe] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (is !== shouldBe) throw new Error(`${what}: ${is}, expected ${shouldBe}`);
}

export function includes(values: readonly string[], expected: string, what: string): void {
  if (!values.includes(expected)) throw new Error(`${what}: ${JSON.stringify(values)}, expected one to be ${expected}`);
}

export function matches(text: string, pattern: RegExp, what: string): void {
  if (!pattern.test(text)) throw new Error(`${what}: ${JSON.stringify(text)}, expected ${pattern}`);
}

/** Asks again until there is an answer: for what the editor does in its own time. */
export async function until<T>(what: string, ask: () => T | undefined | Promise<T | undefined>): Promise<T> {
  const deadlineMs = performance.now() + 15_000;
  for (;;) {
    const answer = await ask();
    if (answer !== undefined) return answer;
    if (performance.now() > deadlineMs) throw new Error(`waited in vain for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
