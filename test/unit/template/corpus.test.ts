/** Real templates: every embedded document that is listed is found, nothing is called an error that is none. */
import { existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { check, layoutTopology, openDocument, symbols, type TextLanguage, topologyOf } from "@sluice/engine";
import { describe, expect, test } from "vitest";

const CORPUS = path.join(import.meta.dirname, "../../../../shared/corpus");

interface Row {
  readonly set: string;
  readonly file: string;
  readonly origin: string;
  readonly fmt: TextLanguage;
  readonly sm: readonly unknown[];
  readonly filterPolicy: readonly unknown[];
  readonly redrivePolicy: number;
  readonly redriveAllowPolicy: number;
  readonly eventPattern: number;
  readonly filterCriteria: number;
}

/**
 * What CloudFormation refuses indeed, read one by one: a queue and a topic with a `Name`, buckets asked for a `Name` and
 * a `BucketName`, a state machine without a role.
 */
const WRONG: Readonly<Record<string, readonly string[]>> = {
  "41924f531d0f.template.yaml": ["unknown-property", "unknown-property"],
  "4f86d91466df.template.yaml": ["unknown-attribute"],
  "5b3dd89a13f0.template.yaml": ["unknown-attribute"],
  "d8954df4c15b.template.yaml": ["missing-property"],
};

/** `Fn::Select` chooses among lists and objects that are no filters. */
const CHOSEN = "d1a3609eff25.template.yaml";

function rows(): readonly Row[] {
  const lines = readFileSync(path.join(CORPUS, "index.jsonl"), "utf8").trim().split("\n");
  return lines.map((line) => JSON.parse(line) as Row).filter(({ set }) => set === "templates");
}

describe.skipIf(!existsSync(CORPUS))("real templates (skipped without ../shared/corpus)", { timeout: 60_000 }, () => {
  const read = ({ file }: Row) => readFileSync(path.join(CORPUS, "templates", file), "utf8");

  test("every embedded document is found", () => {
    for (const row of rows()) {
      if (row.file === CHOSEN) continue;
      const { embedded } = openDocument("template", read(row), row.fmt);
      const count = (...kinds: readonly string[]) =>
        embedded.documents.filter(({ holds }) => kinds.includes(holds)).length;
      const found = {
        file: row.file,
        machines: count("asl") + embedded.files.length,
        filterPolicies: count("filter-policy") >= row.filterPolicy.length,
        redrivePolicies: count("redrive-policy", "subscription-redrive-policy"),
        redriveAllowPolicies: count("redrive-allow-policy"),
        eventPatterns: count("event-pattern"),
        filters: count("filter-pattern") >= row.filterCriteria,
      };
      expect(found).toEqual({
        file: row.file,
        machines: row.sm.length,
        filterPolicies: true,
        redrivePolicies: row.redrivePolicy,
        redriveAllowPolicies: row.redriveAllowPolicy,
        eventPatterns: row.eventPattern,
        filters: true,
      });
    }
  });

  test("nothing is called an error that is none", () => {
    const found: Record<string, readonly string[]> = {};
    for (const row of rows()) {
      if (row.origin === "test-fixture") continue;
      const errors = check(read(row), { kind: "template", language: row.fmt }).filter(
        ({ severity }) => severity === "error",
      );
      if (errors.length > 0) found[row.file] = errors.map(({ rule }) => rule);
    }
    expect(found).toEqual(WRONG);
  });

  test("every one has a topology that can be drawn, and an outline", () => {
    for (const row of rows()) {
      const document = openDocument("template", read(row), row.fmt);
      const { nodes, edges } = topologyOf(document.template ?? expect.fail(`${row.file} is no template`));
      const ids = new Set(nodes.map(({ id }) => id));
      expect(edges.filter(({ from, to }) => !ids.has(from) || !ids.has(to))).toEqual([]);
      layoutTopology({ nodes, edges, notes: [] });
      expect(symbols(document).length).toBeGreaterThan(0);
    }
  });
});
