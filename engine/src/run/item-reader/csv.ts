/**
 * Delimited text, by Step Functions' own rules: quotes may enclose delimiters and line ends and are doubled inside, and
 * a backslash keeps a backslash, a quote or the delimiter, and vanishes before anything else. No CSV package knows both
 * ways at once, hence this reader. All values are strings.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { MAX_CSV_HEADER_BYTES } from "../../limits.ts";
import { utf8Length } from "../../text/utf8.ts";
import { readerFailure } from "./failure.ts";

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ",",
  PIPE: "|",
  SEMICOLON: ";",
  SPACE: " ",
  TAB: "\t",
};

/**
 * The rows of a text as objects, not more than `max`. Missing cells are empty strings, cells past the headers are left
 * out. Throws StateFailure.
 */
export function readCsv(text: string, config: JsonObject, max: number): readonly JsonObject[] {
  const rows = csvRows(text, DELIMITERS[String(config.CSVDelimiter ?? "COMMA")] ?? ",");
  const headers = headersOf(rows, config);
  if (new Set(headers).size < headers.length) throw readerFailure("CSV headers cannot contain duplicates.");
  if (utf8Length(headers.join(",")) > MAX_CSV_HEADER_BYTES) {
    throw readerFailure(`CSV headers cannot be longer than ${MAX_CSV_HEADER_BYTES} bytes.`);
  }
  const items: JsonObject[] = [];
  for (const cells of rows) {
    if (items.length >= max) break;
    items.push(Object.fromEntries(headers.map((header, column) => [header, cells[column] ?? ""])));
  }
  return items;
}

function headersOf(rows: Iterator<readonly string[]>, config: JsonObject): readonly string[] {
  if (config.CSVHeaderLocation === "GIVEN") {
    return Array.isArray(config.CSVHeaders) ? (config.CSVHeaders as readonly JsonValue[]).map(String) : [];
  }
  const first = rows.next();
  return first.done === true ? [] : first.value;
}

/** Row by row, so that MaxItems saves reading the rest. Empty lines are no rows. */
function* csvRows(text: string, delimiter: string): Generator<readonly string[], undefined> {
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  /** A quote opens a quoted cell only where the cell begins. */
  let fresh = true;
  for (let at = text.startsWith("\ufeff") ? 1 : 0; at < text.length; at++) {
    const character = text.charAt(at);
    if (character === "\\") {
      const next = text.charAt(at + 1);
      if (next === "\\" || next === '"' || next === delimiter) {
        cell += next;
        at += 1;
      }
      fresh = false;
    } else if (quoted) {
      if (character !== '"') cell += character;
      else if (text.charAt(at + 1) === '"') cell += text.charAt(at++);
      else quoted = false;
    } else if (character === '"' && fresh) {
      quoted = true;
      fresh = false;
    } else if (character === delimiter) {
      row.push(cell);
      cell = "";
      fresh = true;
    } else if (character === "\n" || (character === "\r" && text.charAt(at + 1) === "\n")) {
      if (character === "\r") at += 1;
      if (row.length > 0 || !fresh) yield [...row, cell];
      row = [];
      cell = "";
      fresh = true;
    } else {
      cell += character;
      fresh = false;
    }
  }
  if (row.length > 0 || !fresh) yield [...row, cell];
  return undefined;
}
