/** How generated pages are written. */

export function page(title: string, sections: readonly string[]): string {
  const note = "<!-- Made from schemas/ by `npm run generate`. Change it there. -->";
  return `${[note, `# ${title}`, ...sections].join("\n\n")}\n`;
}

export function table(head: readonly string[], rows: readonly (readonly unknown[])[]): string {
  const line = (cells: readonly unknown[]): string =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(head), line(head.map(() => "---")), ...rows.map(line)].join("\n");
}

/** The same with its columns in line, as the formatter has them in pages that people write, too. */
export function alignedTable(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((cells) => cells[column]?.length ?? 0)));
  const padded = (cells: readonly string[]): string[] => cells.map((cell, column) => cell.padEnd(widths[column] ?? 0));
  const [first = "", , ...others] = table(
    padded(head),
    rows.map((cells) => padded(cells)),
  ).split("\n");
  return [first, `| ${widths.map((width) => "-".repeat(width)).join(" | ")} |`, ...others].join("\n");
}

export function code(text: unknown): string {
  return text === "" ? "nothing" : `\`${text}\``;
}
