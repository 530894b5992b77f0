/** Rule: paths that cannot say where a result goes. */
import { isPathMistake, parsePath } from "../../paths/parse.ts";
import { hasPlaceholder } from "../../text/parsed.ts";
import { expressionsOf } from "../expressions.ts";
import { type StateRule, spec } from "./rule.ts";

export const referencePath: StateRule = {
  id: "reference-path",
  about: "state",
  severity: "error",
  summary: "A ResultPath that does not point at one place in the input.",
  reason:
    "ResultPath says where the result is put, so it must be a reference path: `$` and behind it only names and indexes. " +
    "Wildcards, filters and slices select any number of places; `$$` and variables cannot be written to this way.",
  bad: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "ResultPath": «"$.a[*].b"», "End": true}}}'],
  good: ['{"StartAt": "A", "States": {"A": {"Type": "Pass", "ResultPath": "$.a[0][\'b\']", "End": true}}}'],
  docs: spec("path"),
  check(state, context) {
    if (state.queryLanguage !== "JSONPath") return;
    for (const { kind, node, text } of expressionsOf(state)) {
      if (kind !== "reference-path" || hasPlaceholder(text)) continue;
      const parsed = parsePath(text);
      if (isPathMistake(parsed) || (parsed.reference && parsed.root === "input")) continue;
      const why =
        parsed.root === "input"
          ? "it may have only names and indexes, as $.a.b[0]"
          : "it must start at $, the state's input";
      context.report({
        node,
        message: `ResultPath must be a reference path: ${why}.`,
        aws: { code: "SCHEMA_VALIDATION_FAILED", message: "Value is not a Reference Path" },
      });
    }
  },
};
