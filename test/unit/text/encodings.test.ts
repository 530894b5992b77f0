/** UTF-8 and Base64 as Node has them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { base64Decode, base64Encode } from "../../../engine/src/text/base64.ts";
import { utf8Decode, utf8Encode, utf8Length } from "../../../engine/src/text/utf8.ts";

const anyText = fc.string({ unit: "binary" });

test("texts become the same bytes", () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const bytes = Buffer.from(text, "utf8");
      expect(utf8Length(text)).toBe(bytes.length);
      expect(Buffer.from(utf8Encode(text)).equals(bytes)).toBe(true);
    }),
  );
});

test("bytes become the same texts", () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 12 }), (bytes) => {
      expect(utf8Decode(bytes)).toBe(Buffer.from(bytes).toString("utf8"));
    }),
    { numRuns: 2_000 },
  );
});

test("a lone surrogate counts and encodes as U+FFFD", () => {
  expect(utf8Length("\ud800")).toBe(3);
  expect(utf8Decode(utf8Encode("a\udc00"))).toBe("a\ufffd");
});

test("Base64 there and back", () => {
  fc.assert(
    fc.property(fc.uint8Array(), (bytes) => {
      const text = base64Encode(bytes);
      expect(text).toBe(Buffer.from(bytes).toString("base64"));
      expect(base64Decode(text)).toEqual(bytes);
      expect(base64Decode(text.replaceAll("=", ""))).toEqual(bytes);
    }),
  );
});

test.each(["a", "a===", "ab=", "a=b=", "a b c", "äöüß"])("%j is not Base64", (text) => {
  expect(base64Decode(text)).toBeUndefined();
});
