/** `check --format text`: each problem with the line it stands in, for people. */
import { type Position, positionAt } from "@sluice/engine";
import type { CheckedFile, CheckReport, Located } from "./check-report.ts";
import { plural, printable, SEVERITY_STYLES, type Style, styleOf, wrap } from "./style.ts";
import type { Terminal } from "./terminal.ts";

/** How much of a line is shown: a minified definition is one line of a megabyte. */
const SHOWN = 100;
const BEFORE = 40;

export function formatText(report: CheckReport, terminal: Pick<Terminal, "color" | "columns">): string {
  const style = styleOf(terminal);
  const frames = report.files.flatMap((file) =>
    file.problems.map((problem) => problemText(file, problem, style, terminal.columns)),
  );
  return `${frames.join("")}${summary(report, style)}\n`;
}

/** One problem: what, where, the line, what else belongs to it. Ends in an empty line. */
export function problemText(file: CheckedFile, problem: Located, style: Style, columns: number): string {
  const { severity, rule, message, range, related, fixes, docs } = problem;
  const color = SEVERITY_STYLES[severity];
  const gutter = " ".repeat(String(range.start.line + 1).length);
  const head = `${style(color, style("bold", severity))}${style(color, `[${rule}]`)}`;
  const lines = [
    `${head} ${wrap(printable(message), columns).trimStart()}`,
    `${gutter}${style("blue", "-->")} ${place(file, range.start)}`,
    ...codeFrame(file, problem, gutter, style),
  ];
  for (const { start, message: text } of related ?? []) {
    lines.push(`${gutter} ${style("blue", "=")} ${place(file, positionAt(file.lines, start))} ${printable(text)}`);
  }
  for (const { title } of fixes ?? []) lines.push(`${gutter} ${style("blue", "=")} fix: ${printable(title)}`);
  if (docs !== undefined) lines.push(`${gutter} ${style("blue", "=")} ${style("dim", docs)}`);
  return `${lines.join("\n")}\n\n`;
}

function place({ name }: CheckedFile, { line, character }: Position): string {
  return `${printable(name)}:${line + 1}:${character + 1}`;
}

/** The first line of the range, and carets under what of the range is in it. */
function codeFrame(file: CheckedFile, problem: Located, gutter: string, style: Style): readonly string[] {
  const { line, character } = problem.range.start;
  const source = lineText(file, line);
  if (source.trim() === "") return [];
  const lastCharacter = problem.range.end.line > line ? source.trimEnd().length : problem.range.end.character;
  const from = source.length <= SHOWN ? 0 : Math.max(0, Math.min(character - BEFORE, source.length - SHOWN));
  const to = Math.min(source.length, from + SHOWN);
  const before = printable(source.slice(from, character));
  const marked = printable(source.slice(character, Math.min(Math.max(lastCharacter, character), to)));
  const after = printable(source.slice(Math.max(character, Math.min(lastCharacter, to)), to));
  const lead = from > 0 ? "…" : "";
  const tail = to < source.length ? "…" : "";
  const bar = style("blue", "|");
  const carets = style(SEVERITY_STYLES[problem.severity], "^".repeat(Math.max(1, width(marked))));
  return [
    `${gutter} ${bar}`,
    `${style("blue", String(line + 1))} ${bar} ${lead}${before}${marked}${after}${tail}`.trimEnd(),
    `${gutter} ${bar} ${" ".repeat(lead.length + width(before))}${carets}`,
  ];
}

/** Characters that terminals draw two columns wide, roughly: CJK and emoji. */
function width(text: string): number {
  let columns = 0;
  for (const char of text) {
    columns +=
      /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\u{1f300}-\u{1faff}]/u.test(char)
        ? 2
        : 1;
  }
  return columns;
}

function lineText({ text, lines }: CheckedFile, line: number): string {
  const start = lines[line] ?? 0;
  return text.slice(start, lines[line + 1] ?? text.length).replace(/[\r\n]+$/, "");
}

function summary({ files, unread }: CheckReport, style: Style): string {
  if (files.length === 0) return style("yellow", unread.length === 0 ? "no definitions found" : "nothing was checked");
  const count = (wanted: string): number =>
    files.reduce((sum, { problems }) => sum + problems.filter(({ severity }) => severity === wanted).length, 0);
  const [errors, warnings] = [count("error"), count("warning")];
  const others = count("info") + count("hint");
  const parts = [
    errors === 0 ? "" : style("red", plural(errors, "error")),
    warnings === 0 ? "" : style("yellow", plural(warnings, "warning")),
    others === 0 ? "" : plural(others, "hint"),
  ].filter((part) => part !== "");
  const where = `in ${plural(files.length, "file")}`;
  return parts.length === 0 ? `${style("green", "no problems")} ${where}` : `${parts.join(", ")} ${where}`;
}
