/** After any edits a document has the problems of a fresh one: nothing that is kept from before is out of date. */
import { check, openDocument, problemsOf } from "@sluice/engine";
import fc from "fast-check";
import { expect, test } from "vitest";

const MACHINE = `{
  "StartAt": "First",
  "States": {
    "First": { "Type": "Pass", "Assign": { "x": 1, "y": 2 }, "Next": "Each" },
    "Each": {
      "Type": "Map",
      "ItemProcessor": {
        "ProcessorConfig": { "Mode": "INLINE" },
        "StartAt": "Inner",
        "States": {
          "Inner": { "Type": "Pass", "Parameters": { "a.$": "$x" }, "Assign": { "z": 1 }, "Next": "Both" },
          "Both": {
            "Type": "Parallel",
            "Branches": [
              { "StartAt": "Left", "States": { "Left": { "Type": "Pass", "Parameters": { "a.$": "$z" }, "End": true } } },
              { "StartAt": "Right", "States": { "Right": { "Type": "Wait", "Seconds": 1, "End": true } } }
            ],
            "End": true
          }
        }
      },
      "Next": "Ask"
    },
    "Ask": { "Type": "Choice", "Choices": [{ "Variable": "$x", "IsPresent": true, "Next": "Again" }], "Default": "Last" },
    "Again": { "Type": "Pass", "QueryLanguage": "JSONata", "Output": "{% $x + $later %}", "Next": "Ask" },
    "Last": { "Type": "Pass", "Assign": { "later": 1 }, "End": true }
  }
}`;

/** Replaces the n-th occurrence of one text with another. */
const SWAPS = [
  ['"x"', '"w"'],
  ["$x", "$later"],
  ["Inner", "First"],
  ["Last", "Right"],
  ['"Next": "Ask"', '"End": true'],
  ['"INLINE"', '"DISTRIBUTED"'],
  ['"Pass"', '"Succeed"'],
  ['"Last"', '"${Somewhere}"'],
  ['"StartAt": "First"', '"QueryLanguage": "JSONata", "StartAt": "First"'],
  ['    "Last"', '    "Extra": { "Type": "Succeed" },\n    "Last"'],
  ["Both", "B~/th"],
  [', "End": true', ""],
  ["Each", "É"],
] as const;

test("after edits that change meaning, and back", () => {
  const edit = fc.record({ swap: fc.constantFrom(...SWAPS), back: fc.boolean(), n: fc.nat(3) });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 8 }), (edits) => {
      let document = openDocument("asl", MACHINE, "json");
      for (const { swap, back, n } of edits) {
        const [from, to] = back ? [swap[1], swap[0]] : swap;
        if (from === "") continue;
        let at = document.text.indexOf(from);
        for (let skipped = 0; skipped < n && at >= 0; skipped++) at = document.text.indexOf(from, at + 1);
        if (at < 0) continue;
        const text = document.text.slice(0, at) + to + document.text.slice(at + from.length);
        document = openDocument("asl", text, "json", { previous: document });
        // An editor does not ask about every version while one types.
        if (n > 0) expect(problemsOf(document)).toEqual(check(text, { language: "json" }));
      }
      expect(problemsOf(document)).toEqual(check(document.text, { language: "json" }));
    }),
    { numRuns: 400 },
  );
});
