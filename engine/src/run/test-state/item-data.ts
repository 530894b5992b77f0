/**
 * The dataset that a tested Map's ItemReader reads, from its text: JSON, JSON lines or CSV, and the part of it that
 * ItemsPointer names.
 * https://docs.aws.amazon.com/step-functions/latest/dg/input-output-itemreader.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";

export interface ItemData {
  /** An array, or an object whose fields are the items. */
  readonly items: JsonValue;
  /** What ItemsPointer names, where there is one. */
  readonly pointed?: JsonValue;
}

const DELIMITERS: Readonly<Record<string, string>> = {
  COMMA: ",",
  PIPE: "|",
  SEMICOLON: ";",
  SPACE: " ",
  TAB: "\t",
};

/** Undefined where the text is not what `reader` says it is. */
export function readItemData(text: string, reader: JsonObject): ItemData | undefined {
  const config = isObject(reader.ReaderConfig) ? reader.ReaderConfig : {};
  if (config.InputType === "CSV") return { items: readCsv(text, config) };
  const lines = config.InputType === "JSONL" ? text.split(/\r?\n/).filter((line) => line.trim() !== "") : undefined;
  try {
    if (lines !== undefined) return { items: lines.map((line) => JSON.parse(line) as JsonValue) };
    const value = JSON.parse(text) as JsonValue;
    if (typeof config.ItemsPointer !== "string") return { items: value };
    const pointed = at(value, config.ItemsPointer);
    return pointed === undefined ? undefined : { items: pointed, pointed };
  } catch {
    return undefined;
  }
}

/** A JSON pointer. https://www.rfc-editor.org/rfc/rfc6901 */
function at(value: JsonValue, pointer: string): JsonValue | undefined {
  let found: JsonValue | undefined = value;
  for (const step of pointer.split("/").slice(1)) {
    const key = step.replaceAll("~1", "/").replaceAll("~0", "~");
    if (Array.isArray(found)) found = (found as readonly JsonValue[])[Number(key)];
    else found = isObject(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found;
}

/** Every cell is text; the names come from the first row or from CSVHeaders. */
function readCsv(text: string, config: JsonObject): readonly JsonObject[] {
  const rows = csvRows(text, DELIMITERS[String(config.CSVDelimiter ?? "COMMA")] ?? ",");
  const given = config.CSVHeaderLocation === "GIVEN" && Array.isArray(config.CSVHeaders);
  const names = given ? (config.CSVHeaders as readonly JsonValue[]).map(String) : (rows.shift() ?? []);
  return rows.map((cells) => Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ""])));
}

/** Rows of cells; a quoted cell may hold delimiters, line ends and doubled quotes. https://www.rfc-editor.org/rfc/rfc4180 */
function csvRows(text: string, delimiter: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = "";
  let quoted = false;
  const endRow = () => {
    if (row.length > 0 || cell !== "") rows.push([...row, cell]);
    row = [];
    cell = "";
  };
  for (let index = 0; index < text.length; index++) {
    const char = text.charAt(index);
    if (quoted) {
      if (char !== '"') cell += char;
      else if (text[index + 1] === '"') cell += text.charAt(index++);
      else quoted = false;
    } else if (char === '"') quoted = true;
    else if (char === delimiter) {
      row.push(cell);
      cell = "";
    } else if (char === "\n") endRow();
    else if (char !== "\r") cell += char;
  }
  endRow();
  return rows;
}
