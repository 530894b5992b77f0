/**
 * The digest of a message's attributes: names in order, each length before what it counts, in four bytes.
 * https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/sqs-message-metadata.html
 */
import type { Attributes } from "../../../sim/types.ts";
import { base64Decode } from "../../../text/base64.ts";
import { digestHex } from "../../../text/hash.ts";
import { utf8Encode } from "../../../text/utf8.ts";

const STRING = 1;
const BINARY = 2;

export function md5OfAttributes(attributes: Attributes): string {
  const bytes: number[] = [];
  const add = (part: Uint8Array): void => {
    const { length } = part;
    bytes.push(length >>> 24, (length >>> 16) & 0xff, (length >>> 8) & 0xff, length & 0xff, ...part);
  };
  const byName = Object.entries(attributes).sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [name, attribute] of byName) {
    add(utf8Encode(name));
    add(utf8Encode(attribute.DataType));
    bytes.push("StringValue" in attribute ? STRING : BINARY);
    const isText = "StringValue" in attribute;
    add(isText ? utf8Encode(attribute.StringValue) : (base64Decode(attribute.BinaryValue) ?? new Uint8Array()));
  }
  return digestHex(Uint8Array.from(bytes), "MD5") ?? "";
}
