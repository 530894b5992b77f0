/** The suite's entry in a web extension host: mocha's browser build, and no environment variables. */
import "mocha/mocha.js";
import { print, printEnd, SUITE_MARK, useMark } from "./mark.ts";

declare const mocha: BrowserMocha & { setup(options: object): void };
declare const Mocha: typeof import("mocha");

export async function run(): Promise<void> {
  useMark(SUITE_MARK);
  Mocha.reporters.Base.consoleLog = (...args) => print(expand(...args));
  mocha.setup({ ui: "tdd", reporter: Mocha.reporters.Spec, color: false, timeout: 30_000 });
  await import("./all.ts");
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  printEnd(failures);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

/** What util.format does for the placeholders that mocha uses. */
function expand(text: unknown = "", ...args: readonly unknown[]): string {
  let next = 0;
  const filled = String(text).replace(/%[sdoj%]/g, (place) => (place === "%%" ? "%" : String(args[next++])));
  return [filled, ...args.slice(next)].join(" ");
}
