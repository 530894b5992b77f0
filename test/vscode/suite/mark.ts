/**
 * How the suite's lines get out of the extension host: through the console, each beginning with a mark that tells it
 * from VS Code's own log. Invisible, and in nobody else's lines.
 */
export const SUITE_MARK = "\u2063sluice\u2063";

let mark = "";

/** Set by the entries: a desktop VS Code prints nothing but the suite, and needs no mark. */
export function useMark(text: string): void {
  mark = text;
}

/** Prints text, line by line. VS Code lets nobody replace console.log, so tests print with this. */
export function print(text: string): void {
  for (const line of text.split("\n")) console.log(mark + line);
}

/** The suite's last line: without it, an extension host that died half-way would look like a pass. */
export function printEnd(failures: number): void {
  if (mark !== "") print(`end ${failures}`);
}
