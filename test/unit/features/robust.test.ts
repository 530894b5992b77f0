/** Whatever the text and wherever the cursor, features answer; and an edited document answers as one read anew. */
import { readFileSync } from "node:fs";
import {
  type AslDocument,
  complete,
  definition,
  documentLinks,
  foldingRanges,
  format,
  hover,
  inlayHints,
  lenses,
  openDocument,
  problemsOf,
  references,
  rename,
  renameTarget,
  selectionRanges,
  semanticTokens,
  signatureHelp,
  symbols,
  workspaceSymbols,
} from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";

const JSON_TEXT = readFileSync(new URL("../../../examples/trip-booking.asl.json", import.meta.url), "utf8");
const YAML_TEXT = readFileSync(new URL("../../../examples/nightly-backup.asl.yaml", import.meta.url), "utf8");

const EXAMPLE = '{ "order": { "id": 7 }, "__proto__": 1, "items": [{}, [], null, { "a b": 1 }] }';
const AROUND = { files: { input: { uri: "file:///x/trip.input.json", text: EXAMPLE } } };

function askEverything(document: AslDocument, offset: number): unknown {
  return [
    hover(document, offset),
    complete(document, offset),
    definition(document, offset),
    references(document, offset),
    symbols(document),
    foldingRanges(document),
    lenses(document),
    renameTarget(document, offset),
    rename(document, offset, "other"),
    signatureHelp(document, offset),
    selectionRanges(document, offset),
    semanticTokens(document),
    format(document, { indent: "  " }),
    documentLinks(document),
    inlayHints(document, { start: 0, end: document.text.length }, AROUND),
    complete(document, offset, AROUND),
    hover(document, offset, AROUND),
    workspaceSymbols([document], "a"),
  ];
}

test.each([
  ["json", JSON_TEXT, 13],
  ["yaml", YAML_TEXT, 53],
] as const)("%s cut off anywhere, asked at its end", (language, text, stride) => {
  for (let end = 0; end <= text.length; end += stride)
    askEverything(openDocument("asl", text.slice(0, end), language), end);
});

test("a whole document, asked anywhere", () => {
  const document = openDocument("asl", JSON_TEXT, "json");
  for (let offset = 0; offset <= JSON_TEXT.length; offset += 5) askEverything(document, offset);
});

test("ranges lie within the text", () => {
  const document = openDocument("asl", JSON_TEXT, "json");
  for (let offset = 0; offset < JSON_TEXT.length; offset += 11) {
    const renamed = rename(document, offset, "other");
    const ranges = [
      hover(document, offset),
      ...complete(document, offset),
      ...references(document, offset),
      ...selectionRanges(document, offset),
      ...("edits" in renamed ? renamed.edits : []),
    ];
    for (const range of ranges) {
      if (range === undefined) continue;
      expect(range.start).toBeGreaterThanOrEqual(0);
      expect(range.start).toBeLessThanOrEqual(range.end);
      expect(range.end).toBeLessThanOrEqual(JSON_TEXT.length);
    }
  }
});

test("any characters at all", () => {
  const pieces = fc.constantFrom(
    '"',
    "{",
    "}",
    "[",
    "]",
    ":",
    ",",
    "States",
    "StartAt",
    "Type",
    "$",
    "{% $x",
    "%}",
    "$.",
    "Assign",
    "Resource",
    "Parameters",
    "States.Format(",
    "&a",
    "*a",
    "\n",
    " ",
    "\\",
    "é",
    "-",
  );
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 60 }),
      fc.constantFrom("json" as const, "yaml" as const),
      (parts, language) => {
        const text = parts.join("");
        askEverything(openDocument("asl", text, language), text.length);
        askEverything(openDocument("asl", text, language), text.length >> 1);
      },
    ),
    { numRuns: 300 },
  );
});

test("a document that was edited answers as one that was read anew", () => {
  const edits = fc.array(
    fc.record({
      at: fc.double({ min: 0, max: 1, noNaN: true }),
      length: fc.nat(12),
      text: fc.constantFrom("", "x", '"', "{}", ',"Comment":"c"', "}"),
    }),
    { minLength: 1, maxLength: 5 },
  );
  fc.assert(
    fc.property(edits, (list) => {
      let text = JSON_TEXT;
      let document = openDocument("asl", text, "json");
      for (const edit of list) {
        const start = Math.floor(edit.at * text.length);
        text = text.slice(0, start) + edit.text + text.slice(start + edit.length);
        document = openDocument("asl", text, "json", { previous: document });
        const anew = openDocument("asl", text, "json");
        expect(symbols(document)).toEqual(symbols(anew));
        expect(hover(document, start)).toEqual(hover(anew, start));
        expect(semanticTokens(document)).toEqual(semanticTokens(anew));
        expect(complete(document, start)).toEqual(complete(anew, start));
        expect(rename(document, start, "other")).toEqual(rename(anew, start, "other"));
        expect(problemsOf(document)).toEqual(problemsOf(anew));
      }
    }),
    { numRuns: 60 },
  );
});
