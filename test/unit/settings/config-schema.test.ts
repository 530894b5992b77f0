/** The JSON Schema of `.sluicerc.json` names every rule there is. With UPDATE_FIXTURES=1 it is written anew. */
import { readFileSync, writeFileSync } from "node:fs";
import { ALL_RULES, FILE_KINDS, RULE_SETTINGS } from "@sluice/engine";
import { expect, test } from "vitest";

const FILE = new URL("../../../schemas/sluicerc.schema.json", import.meta.url);

function schema(): unknown {
  return {
    $schema: "http://json-schema.org/draft-07/schema#",
    title: "Sluice's settings of a project",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string" },
      rules: {
        type: "object",
        description: "How grave each rule is taken. `off` hides what it finds.",
        additionalProperties: false,
        properties: Object.fromEntries(
          ALL_RULES.map(({ id, severity, summary }) => [
            id,
            { enum: [...RULE_SETTINGS], default: severity, description: summary },
          ]),
        ),
      },
      files: {
        type: "object",
        description:
          "What files hold whose names and contents do not tell, by glob. `none` keeps Sluice away from a file.",
        additionalProperties: { enum: Object.keys(FILE_KINDS) },
      },
    },
  };
}

test("the setting sluice.files knows the same kinds", () => {
  const manifest = JSON.parse(readFileSync(new URL("../../../package.json", import.meta.url), "utf8"));
  const setting = manifest.contributes.configuration.properties["sluice.files"];
  expect(setting.additionalProperties.enum).toEqual(Object.keys(FILE_KINDS));
});

test("is fresh", () => {
  const text = `${JSON.stringify(schema(), null, 2).replace(/\[\s+([^[\]{}]*?)\s+\]/g, onOneLine)}\n`;
  if (process.env.UPDATE_FIXTURES === "1") writeFileSync(FILE, text);
  expect(JSON.parse(readFileSync(FILE, "utf8"))).toEqual(JSON.parse(text));
});

/** Short lists as the formatter has them. */
function onOneLine(list: string, items: string): string {
  const line = `[${items.replace(/\s+/g, " ")}]`;
  return line.length < 100 ? line : list;
}
