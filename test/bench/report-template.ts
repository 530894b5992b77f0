/** What editing a template takes, as the report prints it. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { TemplateMeasured } from "./template.ts";

export async function reportTemplate(): Promise<TemplateMeasured> {
  const { stdout } = await promisify(execFile)(process.execPath, [join(import.meta.dirname, "template.ts")]);
  const measured = JSON.parse(stdout) as TemplateMeasured;
  const { lines, firstMs, keystroke, completionMs, hoverMs, parseMs, packageMs, sameAsFresh } = measured;
  const ms = (value: number): string => `${value.toFixed(1)} ms`;
  console.log(
    [
      `\nEditing a SAM template of ${lines} lines. A frame is 16 ms.`,
      `checked for the first time ${ms(firstMs)}`,
      `keystroke to problems p50 ${ms(keystroke.p50Ms)}, p95 ${ms(keystroke.p95Ms)}, worst ${ms(keystroke.maxMs)}`,
      `completion ${ms(completionMs)}, hover ${ms(hoverMs)}`,
      `problems as of a fresh check: ${sameAsFresh ? "yes" : "NO"}`,
      `read ${ms(parseMs)}, by the yaml package ${ms(packageMs)}`,
    ].join("\n  "),
  );
  return measured;
}
