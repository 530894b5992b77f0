/**
 * Settings as Java's programs have them, a line for each: `name=value`. CloudFormation takes those of Kafka as such text, or in
 * Base64. https://docs.aws.amazon.com/msk/latest/developerguide/msk-configuration-properties.html
 */
import { isObject, type JsonValue } from "../json.ts";
import { base64Decode, base64Encode } from "./base64.ts";
import { utf8Decode, utf8Encode } from "./utf8.ts";

/** Values by their names, as text. */
export type JavaProperties = Readonly<Record<string, string>>;

/** Of text in Base64, of plain text with a line for each, or of an object, as scenarios may have it. */
export function javaProperties(value: JsonValue | undefined): JavaProperties {
  if (isObject(value)) {
    return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, String(each)]));
  }
  return typeof value === "string" ? propertiesOfText(decoded(value)) : {};
}

function decoded(text: string): string {
  const bytes = /^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(text) ? base64Decode(text.replace(/\s/g, "")) : undefined;
  const plain = bytes === undefined ? undefined : utf8Decode(bytes);
  return plain?.includes("=") === true ? plain : text;
}

function propertiesOfText(text: string): JavaProperties {
  const lines = text.split("\n").map((line) => line.trim());
  const pairs = lines.flatMap((line) => {
    const [, name, value] = /^([\w.]+)\s*[=:]\s*(.*)$/.exec(line) ?? [];
    return name === undefined || value === undefined ? [] : [[name, value] as const];
  });
  return Object.fromEntries(pairs);
}

/** The same as text in Base64. */
export function encodedProperties(properties: JavaProperties): string {
  const lines = Object.entries(properties).map(([name, value]) => `${name}=${value}`);
  return base64Encode(utf8Encode(lines.join("\n")));
}
