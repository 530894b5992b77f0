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
    items.push(itemOf(headers, cells));
  }
  return items;
}

function itemOf(headers: readonly string[], cells: readonly string[]): JsonObject {
  // Assigning to `__proto__` would make no field of that name.
  if (headers.includes("__proto__")) {
    return Object.fromEntries(headers.map((header, column) => [header, cells[column] ?? ""]));
  }
  const item: Record<string, string> = {};
  for (let column = 0; column < headers.length; column++) item[headers[column] as string] = cells[column] ?? "";
  return item;
}

function headersOf(rows: Iterator<readonly string[]>, config: JsonObject): readonly string[] {
  if (config.CSVHeaderLocation === "GIVEN") {
    return Array.isArray(config.CSVHeaders) ? (config.CSVHeaders as readonly JsonValue[]).map(String) : [];
  }
  const first = rows.next();
  return first.done === true ? [] : first.value;
}

const NEWLINE = 0x0a;
const CARRIAGE_RETURN = 0x0d;
const QUOTE = 0x22;
const BACKSLASH = 0x5c;

/** Row by row, so that MaxItems saves reading the rest. Empty lines are no rows. */
function* csvRows(text: string, delimiter: string): Generator<readonly string[], undefined> {
  const separator = delimiter.charCodeAt(0);
  let row: string[] = [];
  /** The cell so far, without what lies between `from` and here: text is copied in runs. */
  let cell = "";
  let from = text.startsWith("\ufeff") ? 1 : 0;
  let quoted = false;
  /** A quote opens a quoted cell only where the cell begins. */
  let fresh = true;
  for (let at = from; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === BACKSLASH) {
      cell += text.slice(from, at);
      const next = text.charCodeAt(at + 1);
      // The next run begins behind it, with the character that it keeps; any other is read as if it stood alone.
      from = at + 1;
      if (next === BACKSLASH || next === QUOTE || next === separator) at += 1;
      fresh = false;
    } else if (code === QUOTE && (quoted || fresh)) {
      cell += text.slice(from, at);
      const doubled = quoted && text.charCodeAt(at + 1) === QUOTE;
      if (doubled) at += 1;
      else quoted = !quoted;
      from = doubled ? at : at + 1;
      fresh = false;
    } else if (!quoted && code === separator) {
      row.push(cell + text.slice(from, at));
      cell = "";
      from = at + 1;
      fresh = true;
    } else if (!quoted && code === NEWLINE) {
      const last = cell + text.slice(from, at).replace(/\r$/, "");
      if (row.length > 0 || last !== "" || !fresh) yield [...row, last];
      row = [];
      cell = "";
      from = at + 1;
      fresh = true;
    } else if (code !== CARRIAGE_RETURN) {
      fresh = false;
    }
  }
  if (row.length > 0 || !fresh) yield [...row, cell + text.slice(from)];
  return undefined;
}
