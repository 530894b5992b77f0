/** Every operator by its name: a new one is its file and a line here. */
import { readAnythingBut } from "./anything-but.ts";
import { readCidrOperator } from "./cidr.ts";
import { readExists } from "./exists.ts";
import { readNumeric } from "./numeric.ts";
import type { ReadOperator } from "./operator.ts";
import { readAffix, readExactly, readIgnoreCase, readWildcardOperator } from "./texts.ts";

export const OPERATORS: Readonly<Record<string, ReadOperator>> = {
  exactly: readExactly,
  prefix: readAffix("prefix"),
  suffix: readAffix("suffix"),
  "equals-ignore-case": readIgnoreCase,
  wildcard: readWildcardOperator,
  "anything-but": readAnythingBut,
  numeric: readNumeric,
  cidr: readCidrOperator,
  exists: readExists,
};

/** The operators' names as people write them; `exactly` only says what a bare value says. */
export const OPERATOR_NAMES: readonly string[] = Object.keys(OPERATORS).filter((name) => name !== "exactly");
