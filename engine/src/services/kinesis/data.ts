/** Data of records: bytes. A message has text; where the bytes are no text, it has them as an attribute of its own. */
import type { Attributes, Message } from "../../sim/types.ts";
import { base64Decode, base64Encode } from "../../text/base64.ts";
import { utf8Decode, utf8Encode } from "../../text/utf8.ts";

const DATA = "Data";

/** In base64. */
export function dataOf({ body, attributes }: Message): string {
  const binary = attributes?.[DATA];
  return binary !== undefined && "BinaryValue" in binary ? binary.BinaryValue : base64Encode(utf8Encode(body));
}

/** What a message is made of that is to have these bytes, in base64; undefined where they are not in base64. */
export function bodyOfData(
  data: string,
): { readonly body: string; readonly attributes?: Attributes; readonly bytes: number } | undefined {
  const bytes = base64Decode(data);
  if (bytes === undefined) return undefined;
  const body = utf8Decode(bytes);
  const isText = base64Encode(utf8Encode(body)) === base64Encode(bytes);
  return {
    body,
    bytes: bytes.length,
    ...(!isText && { attributes: { [DATA]: { DataType: "Binary", BinaryValue: data } } }),
  };
}
