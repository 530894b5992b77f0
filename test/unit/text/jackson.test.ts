/** Jackson's words, as version 2.17 says them, up to the places that it quotes. */
import { expect, test } from "vitest";
import { jacksonStop } from "../../../engine/src/text/jackson.ts";

const VALUES = "(JSON String, Number, Array, Object or token 'null', 'true' or 'false')";

test.each([
  ['{"a": [1, 1.5e5, -0.5, 0]}', undefined],
  ['{"a": [1.]}', "Unexpected character (']' (code 93)) in numeric value: Decimal point not followed by a digit"],
  ['{"a": [01]}', "Invalid numeric value: Leading zeroes not allowed"],
  ['{"a": [-01]}', "Invalid numeric value: Leading zeroes not allowed"],
  [
    '{"a": [-x]}',
    "Unexpected character ('x' (code 120)) in numeric value: expected digit (0-9) to follow minus sign, for valid numeric value",
  ],
  ['{"a": [1e+]}', "Unexpected character (']' (code 93)) in numeric value: Exponent indicator not followed by a digit"],
  ['{"a": [1true]}', "Unexpected character ('t' (code 116)): was expecting comma to separate Array entries"],
  ['{"a": ["\\u12G4"]}', "Unexpected character ('G' (code 71)): expected a hex-digit for character escape sequence"],
  ['{"a": ["\\x"]}', "Unrecognized character escape 'x' (code 120)"],
  ['{"a": [tru]}', `Unrecognized token 'tru': was expecting ${VALUES}`],
  ['{"a": [NaN]}', "Non-standard token 'NaN': enable `JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS` to allow"],
  ['{"a": [1,]}', `Unexpected character (']' (code 93)): expected a valid value ${VALUES}`],
  ['{"a":}', "Unexpected character ('}' (code 125)): expected a value"],
  ["{a: 1}", "Unexpected character ('a' (code 97)): was expecting double-quote to start field name"],
  ['{"a" 1}', "Unexpected character ('1' (code 49)): was expecting a colon to separate field name and value"],
  ['{"a', "Unexpected end-of-input in field name"],
  ['{"a":', "Unexpected end-of-input within/between Object entries"],
  ['{"a": "x', "Unexpected end-of-input: was expecting closing quote for a string value"],
  ['{"a":1]', "Unexpected close marker ']': expected '}' (for Object"],
  ['{"a": [1]', "Unexpected end-of-input: expected close marker for Object"],
])("%s", (text, expected) => {
  const message = jacksonStop(text)?.message.replace(/ \(start marker at .*| starting at .*/, "");
  expect(message).toBe(expected);
});
