/** Items that are put into a table of which nobody described the traffic: with its keys, and what the filters behind its stream look at. */
import { isObject, type JsonObject, type JsonValue } from "../json.ts";
import { parsedJson } from "../patterns/events.ts";
import { tableSettingsOf } from "../services/dynamodb/table-settings.ts";
import type { MessageTemplate } from "../services/producers/message-filler.ts";

/** Whether anything hears of its changes: into other tables, nothing is put that nobody asked for. */
export function tellsChanges(properties: JsonObject): boolean {
  const { viewType, kinesisArn } = tableSettingsOf(properties, undefined);
  return viewType !== undefined || kinesisArn !== undefined;
}

/** `template`: a record of the stream, or anything else. In DynamoDB's form, as records have it. */
export function itemTemplate({ body }: MessageTemplate, properties: JsonObject): MessageTemplate {
  const record = parsedJson(body);
  const change = isObject(record) && isObject(record.dynamodb) ? record.dynamodb : {};
  const image = isObject(change.NewImage) ? change.NewImage : {};
  const { partitionKey, sortKey } = tableSettingsOf(properties, undefined);
  const names = sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
  const keys = Object.fromEntries(names.map((name) => [name, keyOf(name, properties)]));
  return { body: JSON.stringify({ ...keys, ...image }) };
}

function keyOf(name: string, { AttributeDefinitions: definitions }: JsonObject): JsonObject {
  const known: readonly JsonValue[] = Array.isArray(definitions) ? definitions : [];
  const own = known.filter(isObject).find(({ AttributeName }) => AttributeName === name);
  if (own?.AttributeType === "N") return { N: "${sequence}" };
  return own?.AttributeType === "B" ? { B: "a2V5" } : { S: `${name}-\${sequence}` };
}
