/** The words of expressions: rows of text and what they are read as, and that no text is too broken to have words. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { jsonataTokens } from "../../../engine/src/jsonata/tokens.ts";
import { pathTokens, type Token } from "../../../engine/src/paths/tokens.ts";

function shown(text: string, tokens: readonly Token[]): string {
  return tokens.map(({ kind, start, end }) => `${kind}:${text.slice(start, end)}`).join(" ");
}

test.each([
  ["$.a.b-c", "root:$ property:a property:b-c"],
  ["$$.Map.Item", "root:$$ property:Map property:Item"],
  ["$name[0].x", "variable:$name open:[ number:0 close:] property:x"],
  ["$['a b']..c[*]", "root:$ open:[ property:'a b' close:] operator:.. property:c open:[ operator:* close:]"],
  [
    "$.a[?(@.b =~ /x y/i)]",
    "root:$ property:a open:[ operator:? open:( root:@ property:b operator:=~ regexp:/x y/i close:) close:]",
  ],
  [
    "States.Format('{}, \\'', $.x, -1.5, true)",
    "function:States.Format open:( string:'{}, \\'' comma:, root:$ property:x comma:, number:-1.5 comma:, keyword:true close:)",
  ],
  ["$.items.length()", "root:$ property:items function:length open:( close:)"],
])("path %s", (text, expected) => expect(shown(text, pathTokens(text))).toBe(expected));

test.each([
  ["$a.`b c`", "variable:$a operator:. property:`b c`"],
  ["$sum (x)", "function:$sum open:( property:x close:)"],
  ["a / b", "property:a operator:/ property:b"],
  ["$match(s, /a\\/b/i)", "function:$match open:( property:s comma:, regexp:/a\\/b/i close:)"],
  ["$x := $ & $$ /* c */", "variable:$x operator::= root:$ operator:& root:$$ comment:/* c */"],
  ["a.and and null", "property:a operator:. property:and keyword:and keyword:null"],
  ["'it' & \"s", "string:'it' operator:& string:\"s"],
])("JSONata %s", (text, expected) => expect(shown(text, jsonataTokens(text))).toBe(expected));

describe("whatever the text", () => {
  const pieces = fc.constantFrom(
    "$",
    "$$",
    ".",
    "a",
    "'",
    '"',
    "/",
    "`",
    "(",
    ")",
    "[",
    "]",
    "{",
    "}",
    ",",
    "1",
    "-",
    " ",
    "\\",
    "States.",
    "*",
    "é",
  );
  test.each([
    ["paths", pathTokens],
    ["JSONata", jsonataTokens],
  ])("%s: words in order, none empty, none over another", (_, tokensOf) => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const text = parts.join("");
        let end = 0;
        for (const token of tokensOf(text)) {
          expect(token.start).toBeGreaterThanOrEqual(end);
          expect(token.end).toBeGreaterThan(token.start);
          end = token.end;
        }
        expect(end).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 1_000 },
    );
  });
});
