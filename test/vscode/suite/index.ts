/** The suite's entry in a Node extension host: a downloaded VS Code's, or the npm one's. */
import { format } from "node:util";
import Mocha from "mocha";

export async function run(): Promise<void> {
  const mark = process.env.SUITE_MARK ?? "";
  // VS Code forwards console lines without expanding %s, and among its own: format here, and mark every line.
  Mocha.reporters.Base.consoleLog = (...args) => console.log(markLines(mark, format(...args)));
  const log = console.log;
  console.log = (...args) => log(...args.map((arg) => (typeof arg === "string" ? withMark(mark, arg) : arg)));
  const mocha = new Mocha({ ui: "tdd", color: false, timeout: 30_000, reporter: "spec" });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./all.ts");
  const failures = await new Promise<number>((resolve) => mocha.run(resolve));
  if (mark) log(`${mark}end ${failures}`);
  if (failures > 0) throw new Error(`${failures} tests failed`);
}

function markLines(mark: string, text: string): string {
  return text
    .split("\n")
    .map((line) => mark + line)
    .join("\n");
}

/** What a test prints itself. */
function withMark(mark: string, text: string): string {
  return text.includes(mark) ? text : markLines(mark, text);
}
