/** Queues, topics, invocations, mappings, schedules, templates, shards, buffers and refusals by cases of our own, in the
 * form of the conformance files. */
import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { CASE_FILES } from "../../conformance/case-files.ts";
import type { Case } from "../../conformance/cases.ts";

const FOLDER = new URL("../../fixtures/delivery/", import.meta.url);

describe.each(readdirSync(FOLDER))("%s", (file) => {
  const rows = readFileSync(new URL(file, FOLDER), "utf8").trim().split("\n");
  const cases = rows.map((row) => JSON.parse(row) as Case);

  it.each(cases)("$id", async (row) => {
    const judged = await CASE_FILES[file]?.judge(row);
    expect(judged?.leftOut).toBeUndefined();
    expect(Object.keys(judged?.levels ?? {})).toContain("pass");
    expect(
      Object.entries(judged?.levels ?? {}).filter(([, passed]) => !passed),
      judged?.why,
    ).toEqual([]);
  });
});
