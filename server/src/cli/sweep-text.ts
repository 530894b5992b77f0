/** `simulate` of a scenario with a sweep: a row for each combination, a column for what is shown of it. */
import { amountText, type SweepRow } from "@sluice/engine";
import { printable, type Style, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

export function sweepText(name: string, rows: readonly SweepRow[], terminal: Pick<Terminal, "color">): string {
  const style = styleOf(terminal);
  const [first] = rows;
  if (first === undefined) return "nothing was varied\n";
  const head = [...first.values.map(({ path }) => path), ...first.columns.map(({ path }) => path), "expectations"];
  const body = rows.map(({ values, columns, passed, runs }) => [
    ...values.map(({ value }) => (typeof value === "string" ? value : JSON.stringify(value))),
    ...columns.map((column) => cell(column)),
    passed === runs ? "all hold" : `${passed} of ${runs} runs`,
  ]);
  const widths = head.map((text, index) => Math.max(text.length, ...body.map((row) => row[index]?.length ?? 0)));
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, index) => text.padEnd(widths[index] ?? 0))
      .join("   ")
      .trimEnd();
  const lines = body.map((cells, index) => `  ${colored(line(cells), rows[index], style)}\n`);
  return `${style("bold", printable(name))}  ${style("dim", `${first.runs} seeds each: mean ± 95 % confidence, then p90`)}\n\n  ${style("dim", line(head))}\n${lines.join("")}`;
}

function cell({ path, spread }: SweepRow["columns"][number]): string {
  if (spread === undefined) return "no such metric";
  const name = path.split(".").find((part) => part.endsWith("Ms")) ?? path;
  const amount = (value: number): string => amountText(name, value);
  return `${amount(spread.mean)} ± ${amount(spread.plusMinus)}, ${amount(spread.p90)}`;
}

function colored(text: string, row: SweepRow | undefined, style: Style): string {
  return row !== undefined && row.passed < row.runs ? text : style("green", text);
}
