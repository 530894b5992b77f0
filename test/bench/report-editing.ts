/** What editing takes, as the report prints it. */
import { execFile } from "node:child_process";
import { join } from "node:path";
import { promisify } from "node:util";
import type { EditingMeasured, Percentiles } from "./editing.ts";
import type { Shape } from "./shapes.ts";

const EDITING = join(import.meta.dirname, "editing.ts");

function text({ p50Ms, p95Ms }: Percentiles): string {
  return `${p50Ms.toFixed(2)} / ${p95Ms.toFixed(2)} ms`;
}

export async function reportEditing(shapes: readonly Shape[]): Promise<Readonly<Record<string, EditingMeasured>>> {
  console.log("\nEditing a definition of 1 MB: p50 / p95. A frame is 16 ms.");
  const results: Record<string, EditingMeasured> = {};
  for (const shape of shapes) {
    const { stdout } = await promisify(execFile)(process.execPath, ["--expose-gc", EDITING, shape]);
    const measured = JSON.parse(stdout) as EditingMeasured;
    results[shape] = measured;
    const memory = measured.memory.map(({ edits, megabytes }) => `${edits}: ${megabytes.toFixed(1)}`).join(", ");
    console.log(
      [
        shape.padEnd(10),
        `${measured.edits} keystrokes ${text(measured.keystroke)}`,
        `completion at Next ${text(measured.completion)}`,
        `hover ${text(measured.hover)}`,
        `problems as of a fresh check: ${measured.sameAsFresh ? "yes" : "NO"}`,
        `heap in MB after edits of 128 kB ${memory}`,
      ].join("; "),
    );
  }
  return results;
}
