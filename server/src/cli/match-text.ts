/** `match --format text`: the verdict of each message, and what became of each key. */
import { type KeyVerdict, patternTitle } from "@sluice/engine";
import type { MatchReport, MessageResult } from "./match-report.ts";
import { plural, printable, type Style, styleOf, wrap } from "./style.ts";
import type { Terminal } from "./terminal.ts";

export function matchText(
  { policy, pattern, mistakes, results }: MatchReport,
  terminal: Pick<Terminal, "color" | "columns">,
): string {
  const style = styleOf(terminal);
  const head = `${style("bold", printable(policy))}  ${style("dim", patternTitle(pattern.dialect))}\n`;
  const wrong = mistakes
    .filter(({ severity }) => severity === "error")
    .map(
      ({ rule, message }) =>
        `  ${style("red", "error")} ${wrap(printable(`${message} [${rule}]`), terminal.columns, "    ").trimStart()}\n`,
    );
  const blocks = results.map((result) => resultText(result, style, terminal.columns));
  return `${head}${wrong.join("")}\n${blocks.join("\n")}${results.length > 1 ? `\n${tally(results, style)}` : ""}`;
}

function tally(results: readonly MessageResult[], style: Style): string {
  const matching = results.filter(({ matches }) => matches).length;
  return style(
    "bold",
    `${matching} of ${plural(results.length, "message")} ${matching === 1 ? "gets" : "get"} through\n`,
  );
}

function resultText(result: MessageResult, style: Style, columns: number): string {
  const { message, matches, because, unreadable } = result;
  const mark = matches ? style("green", "✓") : style("red", "✗");
  const verdict = matches ? style("green", "matches") : style("red", "does not match");
  const head = `${mark} ${style("bold", printable(message))} ${verdict}\n`;
  if (unreadable !== undefined) return `${head}${wrap(printable(unreadable), columns, "    ")}\n`;
  const width = Math.max(0, ...because.map(({ path }) => path.length));
  return `${head}${wayText(result, style)}\n${because.map((key) => keyText(key, width, style, columns)).join("")}`;
}

/** Which of several ways through $or is told. */
function wayText({ way, matches }: MessageResult, style: Style): string {
  if (way.of < 2) return "";
  const what = matches ? "by way of" : `comes nearest, of ${way.of} ways, by`;
  return `${style("dim", `  ${what} ${way.choices.map(printable).join(" and ")}`)}\n`;
}

function keyText(key: KeyVerdict, width: number, style: Style, columns: number): string {
  const { path, matched, why, changes } = key;
  const mark = matched ? style("green", "✓") : style("red", "✗");
  const indent = " ".repeat(width + 6);
  const reason = wrap(printable(why), columns, indent).trimStart();
  const hints = [changes?.message?.text, changes?.pattern?.text].filter((text) => text !== undefined);
  const lines = hints.map((hint, index) => {
    const text = wrap(printable(index === 0 ? hint : `or ${lowerFirst(hint)}`), columns, `${indent}  `).trimStart();
    return `${indent}${style("cyan", "→")} ${text}\n`;
  });
  return `  ${mark} ${style("bold", printable(path).padEnd(width))}  ${reason}\n${lines.join("")}`;
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
