/** The suite's entry in a web extension host: mocha's browser build, and no environment variables. */
import "mocha/mocha.js";
import { SUITE_MARK } from "./mark.ts";

type MochaModule = typeof import("mocha");
declare const mocha: BrowserMocha & { setup(options: object): void };
declare const Mocha: MochaModule;

export async function run(): Promise<void> {
  const log = console.log;
  Mocha.reporters.Base.consoleLog = (...args) => log(markLines(expand(...args)));
  console.log = (...args) => log(markLines(expand(...args)));
  mocha.setup({ ui: "tdd", reporter: Mocha.reporters.Spec, color: false, timeout: 30_000 });
  await import("./all.ts");
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  log(`${SUITE_MARK}end ${failures}`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function markLines(text: string): string {
  return text
    .split("\n")
    .map((line) => SUITE_MARK + line)
    .join("\n");
}

/** What util.format does for the placeholders that mocha uses. */
function expand(text: unknown = "", ...args: readonly unknown[]): string {
  let next = 0;
  const filled = String(text).replace(/%[sdoj%]/g, (place) => (place === "%%" ? "%" : String(args[next++])));
  return [filled, ...args.slice(next)].join(" ");
}
