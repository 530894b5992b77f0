/** Virtual time and JSON as text. */
import type { JsonValue } from "@sluice/engine";

const two = (value: number): string => String(value).padStart(2, "0");

/** Time since the start: 00:00:01.500; 2d 03:04:05.000 from a day on. */
export function clockText(elapsedMs: number): string {
  const ms = Math.max(0, Math.round(elapsedMs));
  const days = Math.floor(ms / 86_400_000);
  const clock = `${two(Math.floor(ms / 3_600_000) % 24)}:${two(Math.floor(ms / 60_000) % 60)}:${two(Math.floor(ms / 1000) % 60)}`;
  return `${days > 0 ? `${days}d ` : ""}${clock}.${String(ms % 1000).padStart(3, "0")}`;
}

/** A stretch of time in its two largest units: 250 ms, 1.5 s, 2 min 5 s, 3 h, 1 d 4 h. */
export function durationText(durationMs: number): string {
  const ms = Math.max(0, Math.round(durationMs));
  if (ms < 1000) return `${ms} ms`;
  if (ms < 60_000) return `${Number((ms / 1000).toFixed(1))} s`;
  const seconds = Math.round(ms / 1000);
  const units: readonly (readonly [number, string])[] = [
    [Math.floor(seconds / 86_400), "d"],
    [Math.floor(seconds / 3_600) % 24, "h"],
    [Math.floor(seconds / 60) % 60, "min"],
    [seconds % 60, "s"],
  ];
  const first = units.findIndex(([count]) => count > 0);
  const shown = units.slice(first, first + 2).filter(([count]) => count > 0);
  return shown.map(([count, unit]) => `${count} ${unit}`).join(" ");
}

export function jsonText(value: JsonValue): string {
  return JSON.stringify(value, null, 2);
}

export type JsonTokenKind = "name" | "string" | "number" | "word" | "plain";

export interface JsonToken {
  readonly kind: JsonTokenKind;
  readonly text: string;
}

/** Splits formatted JSON for colouring; joined again, the tokens are the text. */
export function jsonTokens(text: string): JsonToken[] {
  const tokens: JsonToken[] = [];
  let end = 0;
  for (const match of text.matchAll(/("(?:[^"\\]|\\.)*")(\s*:)?|-?\d[\d.eE+-]*|\b(?:true|false|null)\b/g)) {
    if (match.index > end) tokens.push({ kind: "plain", text: text.slice(end, match.index) });
    const string = match[1];
    if (string !== undefined) {
      tokens.push({ kind: match[2] === undefined ? "string" : "name", text: string });
      if (match[2] !== undefined) tokens.push({ kind: "plain", text: match[2] });
    } else tokens.push({ kind: /^[-\d]/.test(match[0]) ? "number" : "word", text: match[0] });
    end = match.index + match[0].length;
  }
  if (end < text.length) tokens.push({ kind: "plain", text: text.slice(end) });
  return tokens;
}

/** An object's address in S3, as it is written everywhere. */
export function addressOf({ bucket, key }: { readonly bucket: string; readonly key: string }): string {
  return `s3://${bucket}/${key}`;
}
