/** Bytes of a file as text. */
import { UnreadableError } from "./failure.ts";

/** Bytes as UTF-8. Throws UnreadableError, saying where it ends to be UTF-8. */
export function decode(bytes: Uint8Array, name: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
    const hint = utf16 ? "it begins as UTF-16 does" : `byte ${firstInvalidByte(bytes)} cannot be read`;
    throw new UnreadableError(`${name} is not UTF-8 text: ${hint}`);
  }
}

/** Index of the first byte that is no UTF-8, found by halving: a prefix either decodes or does not. */
function firstInvalidByte(bytes: Uint8Array): number {
  let low = 0;
  let high = bytes.length;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    // `stream` lets the last character be incomplete.
    try {
      new TextDecoder("utf-8", { fatal: true }).decode(bytes.subarray(0, middle), { stream: true });
      low = middle;
    } catch {
      high = middle - 1;
    }
  }
  return low;
}
