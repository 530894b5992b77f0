/** The suite's entry in a Node extension host: a downloaded VS Code's, or the npm one's. */
import { format } from "node:util";
import Mocha from "mocha";
import { print, printEnd, useMark } from "./mark.ts";

export async function run(): Promise<void> {
  useMark(process.env.SUITE_MARK ?? "");
  // VS Code's forwarding of the console does not expand %s.
  Mocha.reporters.Base.consoleLog = (...args) => print(format(...args));
  const mocha = new Mocha({ ui: "tdd", color: false, timeout: 30_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./all.ts");
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  printEnd(failures);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}
