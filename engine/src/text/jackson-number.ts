/** Numbers as Jackson reads them, and what it says of those that JSON does not have. */

/** Where a number ends; a text says what is wrong, `offset` where. Undefined where none begins. */
export function numberEnd(text: string, start: number): number | { message: string; offset: number } | undefined {
  const first = text[start] === "-" ? start + 1 : start;
  if (!isDigit(text[first])) {
    return first === start
      ? undefined
      : refuse(text, first, "expected digit (0-9) to follow minus sign, for valid numeric value");
  }
  if (text[first] === "0" && isDigit(text[first + 1])) {
    return { message: "Invalid numeric value: Leading zeroes not allowed", offset: first + 1 };
  }
  let at = skipDigits(text, first);
  if (text[at] === ".") {
    if (!isDigit(text[at + 1])) return refuse(text, at + 1, "Decimal point not followed by a digit");
    at = skipDigits(text, at + 1);
  }
  if (text[at] !== "e" && text[at] !== "E") return at;
  const digits = text[at + 1] === "+" || text[at + 1] === "-" ? at + 2 : at + 1;
  return isDigit(text[digits])
    ? skipDigits(text, digits)
    : refuse(text, digits, "Exponent indicator not followed by a digit");
}

function isDigit(char: string | undefined): boolean {
  return char !== undefined && char >= "0" && char <= "9";
}

function skipDigits(text: string, start: number): number {
  let at = start;
  while (isDigit(text[at])) at++;
  return at;
}

function refuse(text: string, offset: number, why: string): { message: string; offset: number } {
  const char = text[offset];
  if (char === undefined) return { message: `Unexpected end-of-input in numeric value: ${why}`, offset };
  return {
    message: `Unexpected character ('${char}' (code ${char.charCodeAt(0)})) in numeric value: ${why}`,
    offset: offset + 1,
  };
}
