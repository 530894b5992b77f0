/** From a pattern to what can be matched. */
import type { JsonValue } from "../json.ts";
import { parseJson } from "../text/json-reader.ts";
import type { ParsedText } from "../text/parsed.ts";
import { rejectionOf } from "./check.ts";
import { fieldTree } from "./fields.ts";
import { quickPlan } from "./quick.ts";
import { type ReadPattern, readPattern } from "./read.ts";
import type { CompiledPattern, PatternDialect } from "./types.ts";

/**
 * Reads a filter policy or an event pattern for matching. `pattern`: its JSON text, or plain data; text keeps what JSON's
 * data does not: keys that stand twice, and how numbers are written. A pattern that AWS refuses says so in `rejection`
 * and matches nothing. Never throws.
 */
export function compilePattern(pattern: JsonValue, dialect: PatternDialect): CompiledPattern {
  return compileParsed(parseJson(typeof pattern === "string" ? pattern : JSON.stringify(pattern)), dialect);
}

/** The same for a text that is read already. Pointers count from its root. */
export function compileParsed(parsed: ParsedText, dialect: PatternDialect): CompiledPattern {
  const read = readPattern(parsed.text, parsed.root, dialect);
  const rejection = rejectionOf(parsed, dialect, read);
  if (rejection === undefined) return compiled(read, dialect);
  const asField = readWithoutOr(parsed, dialect, read);
  return asField === undefined ? { ...compiled(read, dialect), rejection } : compiled(asField, dialect);
}

function compiled({ paths, conditions, branches }: ReadPattern, dialect: PatternDialect): CompiledPattern {
  const quick = quickPlan(paths, conditions, branches);
  return { dialect, paths, conditions, branches, fields: fieldTree(paths), quick };
}

/**
 * Where only `$or` is wrong, AWS's engine takes it for a field of that name, as it did before the word had a meaning.
 * https://github.com/aws/event-ruler#the-backward-compatibility-of-using-or-as-filed-name-in-the-rule
 */
function readWithoutOr(
  parsed: ParsedText,
  dialect: PatternDialect,
  { findings }: ReadPattern,
): ReadPattern | undefined {
  if (!findings.some(({ rule }) => rule === "pattern-or")) return undefined;
  const read = readPattern(parsed.text, parsed.root, dialect, { orIsField: true });
  return rejectionOf(parsed, dialect, read) === undefined ? read : undefined;
}
