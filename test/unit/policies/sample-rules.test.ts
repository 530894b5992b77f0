/** Every rule's examples, with the policy that lies beside: the bad ones are found where they are marked. */
import { fileBeside, filesBeside, openDocument, problemsOf, SAMPLE_RULES, type SampleRule } from "@sluice/engine";
import { describe, expect, test } from "vitest";
import { unmark } from "../rules/marked.ts";

function problemsIn(text: string, { policy }: SampleRule) {
  const document = openDocument("messages", text, "json");
  const folder = "file:///x/";
  const beside = Object.entries(filesBeside(document, `${folder}orders.messages.json`));
  const named = beside.find(([, uri]) => uri === folder + policy?.name);
  const files = named === undefined || policy === undefined ? {} : { [named[0]]: fileBeside(named[1], policy.text) };
  return problemsOf(document, { files });
}

describe.each(SAMPLE_RULES.map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  test.each(rule.bad)("finds %s", (example) => {
    const { text, start, end } = unmark(example);
    expect(problemsIn(text, rule)).toMatchObject([{ rule: id, start, end }]);
  });

  test.each(rule.good)("accepts %s", (example) => {
    expect(problemsIn(example, rule)).toEqual([]);
  });
});
