/** Text for a terminal: colours where they are wanted, and nothing of a user's file that a terminal would obey. */
import type { Severity } from "@sluice/engine";
import type { Terminal } from "./terminal.ts";

const CODES = {
  bold: [1, 22],
  dim: [2, 22],
  red: [31, 39],
  green: [32, 39],
  yellow: [33, 39],
  blue: [34, 39],
  magenta: [35, 39],
  cyan: [36, 39],
} as const;

export type StyleName = keyof typeof CODES;
/** Puts a style around a text, or leaves it plain. */
export type Style = (name: StyleName, text: string) => string;

export function styleOf(terminal: Pick<Terminal, "color">): Style {
  if (!terminal.color) return (_, text) => text;
  return (name, text) => {
    const [on, off] = CODES[name];
    return text === "" ? "" : `\u001b[${on}m${text}\u001b[${off}m`;
  };
}

export const SEVERITY_STYLES: Readonly<Record<Severity, StyleName>> = {
  error: "red",
  warning: "yellow",
  info: "blue",
  hint: "cyan",
};

/** Control characters become visible ones (a file may hold escape sequences); tabs become two spaces. */
export function printable(text: string): string {
  return text.replaceAll("\t", "  ").replace(/\p{Cc}/gu, (char) => {
    const code = char.charCodeAt(0);
    return code < 0x20 ? String.fromCharCode(0x2400 + code) : "\ufffd";
  });
}

export function plural(count: number, noun: string): string {
  return count === 1 ? `1 ${noun}` : `${count.toLocaleString("en-US")} ${noun}s`;
}

/** Breaks prose at spaces. Lines that are indented already (code) stay as they are. */
export function wrap(text: string, columns: number, indent = ""): string {
  return text
    .split("\n")
    .map((line) => (/^\s/.test(line) ? indent + line : wrapLine(line, columns, indent)))
    .join("\n");
}

function wrapLine(line: string, columns: number, indent: string): string {
  const lines: string[] = [];
  let current = "";
  for (const word of line.split(" ")) {
    if (current !== "" && indent.length + current.length + 1 + word.length > columns) {
      lines.push(indent + current);
      current = word;
    } else {
      current = current === "" ? word : `${current} ${word}`;
    }
  }
  lines.push(current === "" ? "" : indent + current);
  return lines.join("\n");
}
