/** `simulate` of a scenario with a sweep: a row for each combination, a column for what is shown of it. */
import { amountText, type SweepRow } from "@sluice/engine";
import { plural, printable, type Style, styleOf } from "./style.ts";
import type { Terminal } from "./terminal.ts";

export function sweepText(name: string, rows: readonly SweepRow[], terminal: Pick<Terminal, "color">): string {
  const style = styleOf(terminal);
  const [first] = rows;
  if (first === undefined) return "nothing was varied\n";
  const shown = first.columns.map(({ path }) => (path === "cost" ? "cost, USD" : path));
  const head = [...first.values.map(({ path }) => path), ...shown, "expectations"];
  const body = rows.map(({ values, columns, passed, runs }) => [
    ...values.map(({ value }) => (typeof value === "string" ? value : JSON.stringify(value))),
    ...columns.map((column) => cell(column)),
    passed === runs ? "all hold" : `${passed} of ${runs} runs`,
  ]);
  const widths = head.map((text, index) => Math.max(text.length, ...body.map((row) => row[index]?.length ?? 0)));
  // Values and verdicts are words, from the left; what was measured is compared digit by digit.
  const isMeasured = (index: number): boolean =>
    index >= first.values.length && index < first.values.length + first.columns.length;
  const line = (cells: readonly string[]): string =>
    cells
      .map((text, index) => (isMeasured(index) ? text.padStart(widths[index] ?? 0) : text.padEnd(widths[index] ?? 0)))
      .join("   ")
      .trimEnd();
  const lines = body.map((cells, index) => `  ${colored(line(cells), rows[index], style)}\n`);
  return `${style("bold", printable(name))}  ${style("dim", `${plural(first.runs, "seed")} each: mean ± 95 % confidence (90th percentile)`)}\n\n  ${style("dim", line(head))}\n${lines.join("")}`;
}

function cell({ path, spread }: SweepRow["columns"][number]): string {
  if (spread === undefined) return "no such metric";
  const { mean, plusMinus, p90 } = spread;
  const isTime = path.split(".").some((part) => part.endsWith("Ms"));
  const amount = (value: number): string => (isTime ? amountText("Ms", Math.round(value)) : numberText(value));
  const sure = plusMinus === 0 ? "" : ` ± ${amount(plusMinus)}`;
  return p90 === mean ? `${amount(mean)}${sure}` : `${amount(mean)}${sure} (${amount(p90)})`;
}

/** Three digits say enough of a mean. */
function numberText(value: number): string {
  if (Math.abs(value) >= 1_000) return Math.round(value).toLocaleString("en-US");
  return value.toLocaleString("en-US", { maximumSignificantDigits: 3 });
}

function colored(text: string, row: SweepRow | undefined, style: Style): string {
  return row !== undefined && row.passed < row.runs ? text : style("green", text);
}
