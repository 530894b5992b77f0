import { readdirSync, readFileSync } from "node:fs";
import { type Document, format, openDocument, parseText, type TextEdit, valueOf } from "@sluice/engine";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { testFixtures } from "./fixtures.ts";

const OPTIONS = { indent: "  ", finalNewline: true };

function applied(text: string, edits: readonly TextEdit[]): string {
  return edits.reduceRight((done, { start, end, newText }) => done.slice(0, start) + newText + done.slice(end), text);
}

function formatted(document: Document): string {
  return applied(document.text, format(document, OPTIONS));
}

testFixtures("format", (document) => formatted(document));

describe("whatever the text", () => {
  const pieces = fc.constantFrom(
    '"a"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "1",
    "${N}",
    "\n",
    "  ",
    "\r\n",
    "// c\n",
    "/* d */",
    "true",
  );

  test("only white space changes, and formatting again changes nothing", () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        const once = formatted(openDocument("asl", text, "json"));
        expect(once.replace(/\s/g, "")).toBe(text.replace(/\s/g, ""));
        expect(formatted(openDocument("asl", once, "json"))).toBe(once);
      }),
      { numRuns: 2_000 },
    );
  });

  test("any JSON keeps its value", () => {
    fc.assert(
      fc.property(fc.json({ maxDepth: 4 }), fc.constantFrom(0, 1, 2, 4, "\t"), (json, indent) => {
        const text = JSON.stringify(JSON.parse(json), null, indent);
        const once = formatted(openDocument("asl", text, "json"));
        expect(JSON.parse(once)).toEqual(JSON.parse(text));
        expect(formatted(openDocument("asl", once, "json"))).toBe(once);
      }),
      { numRuns: 300 },
    );
  });
});

describe("the examples are formatted already", () => {
  const folder = new URL("../../../examples/", import.meta.url);
  for (const name of readdirSync(folder).filter((file) => /\.asl\.(json|yaml)$/.test(file))) {
    test(name, () => {
      const text = readFileSync(new URL(name, folder), "utf8");
      expect(formatted(openDocument("asl", text, name.endsWith("json") ? "json" : "yaml"))).toBe(text);
    });
  }
});

test("a range changes nothing outside of its lines", () => {
  const text = '{\n"a":1,\n"b":2,\n"c":3\n}\n';
  const document = openDocument("asl", text, "json");
  const at = text.indexOf('"b"');
  expect(applied(text, format(document, OPTIONS, { start: at, end: at + 3 }))).toBe('{\n"a":1,\n  "b": 2,\n"c":3\n}\n');
});

test("YAML keeps its values", () => {
  const text = "StartAt: A  \nStates: \n  A:\n    Comment: |\n      two blanks  \n      end\n    Type: Pass \n";
  const once = formatted(openDocument("asl", text, "yaml"));
  expect(once).toBe("StartAt: A\nStates:\n  A:\n    Comment: |\n      two blanks  \n      end\n    Type: Pass\n");
  expect(valueOf(parseText(once, "yaml").root)).toEqual(valueOf(parseText(text, "yaml").root));
});
