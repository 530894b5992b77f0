/** Policies and patterns that people really wrote: all can be read, and none of those that are in use has an error. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { checkPattern, checkRedrivePolicy, type PatternDialect, type Problem, type RedriveKind } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const CORPUS = path.resolve(import.meta.dirname, "../../../../shared/corpus");
const INDEX = path.join(CORPUS, "index.jsonl");

interface Row {
  readonly set: string;
  readonly file: string;
  readonly kind: string;
  readonly scope: string | null;
  /** `real`, or `test-fixture`: may be wrong on purpose. */
  readonly sources: readonly { readonly origin: string }[];
}

function rowsOf(set: string): readonly Row[] {
  if (!existsSync(INDEX)) return [];
  const rows = readFileSync(INDEX, "utf8").trim().split("\n");
  return rows.map((line) => JSON.parse(line) as Row).filter((row) => row.set === set);
}

function dialectOf({ kind, scope }: Row): PatternDialect {
  if (/^esm/i.test(kind)) return "esm";
  if (/^pipe/i.test(kind)) return "pipes";
  if (!/^sns/i.test(kind)) return "eventbridge";
  return scope === "MessageBody" ? "sns-body" : "sns-attributes";
}

function redriveKindOf({ kind }: Row): RedriveKind {
  if (kind === "SQS-allow") return "RedriveAllowPolicy";
  return kind.startsWith("SNS") ? "SubscriptionRedrivePolicy" : "RedrivePolicy";
}

function errorsOf(row: Row): readonly string[] {
  const text = readFileSync(path.join(CORPUS, row.set, row.file), "utf8");
  const problems: readonly Problem[] =
    row.set === "redrive" ? checkRedrivePolicy(text, redriveKindOf(row)) : checkPattern(text, dialectOf(row));
  return problems.filter(({ severity }) => severity === "error").map(({ rule, message }) => `${rule}: ${message}`);
}

const isReal = ({ sources }: Row): boolean => sources.some(({ origin }) => origin === "real");

describe.skipIf(!existsSync(INDEX))("../shared/corpus", () => {
  test.each(["filters", "redrive"])("%s", (set) => {
    const rows = rowsOf(set);
    expect(rows.length).toBeGreaterThan(0);
    const wrong = rows.map((row) => ({ file: row.file, real: isReal(row), errors: errorsOf(row) }));
    expect(wrong.filter(({ real, errors }) => real && errors.length > 0)).toEqual([]);
  });
});
