/**
 * What is put into tables and buckets of which nobody described the traffic: items with the table's keys and what the
 * filters behind its stream look at, objects with keys of which the bucket tells somebody.
 */
import { isObject, type JsonObject, type JsonValue, objectOf } from "../json.ts";
import { parsedJson } from "../patterns/events.ts";
import { tableSettingsOf } from "../services/dynamodb/table-settings.ts";
import type { MessageTemplate } from "../services/producers/message-filler.ts";
import { notificationsOf } from "../services/s3/notifications.ts";

/** A template for each filter of the bucket's notifications, and one for an object with any other key. */
export function objectTemplates(template: MessageTemplate, properties: JsonObject): readonly MessageTemplate[] {
  const filters = notificationsOf(properties.NotificationConfiguration);
  const keys = new Set(filters.map(({ prefix, suffix }) => `${prefix}\${sequence}${suffix}`));
  return [...keys, "${sequence}"].map((partitionKey) => ({ ...template, partitionKey }));
}

/** Whether anything hears of its changes: into other tables, nothing is put that nobody asked for. */
export function tellsChanges(properties: JsonObject): boolean {
  const { viewType, kinesisArn } = tableSettingsOf(properties, undefined);
  return viewType !== undefined || kinesisArn !== undefined;
}

/** `template`: a record of the stream, or anything else. In DynamoDB's form, as records have it. */
export function itemTemplate({ body }: MessageTemplate, properties: JsonObject): MessageTemplate {
  const record = parsedJson(body);
  const change = objectOf(objectOf(record).dynamodb);
  const image = objectOf(change.NewImage);
  const { partitionKey, sortKey } = tableSettingsOf(properties, undefined);
  const names = sortKey === undefined ? [partitionKey] : [partitionKey, sortKey];
  const keys = Object.fromEntries(names.map((name) => [name, keyOf(name, properties)]));
  return { body: JSON.stringify({ ...keys, version: { N: "${sequence}" }, ...image }) };
}

/** So few items that each is put again: some changes insert, others modify. */
const ONE_OF_ITEMS = "${random(1, 20)}";

function keyOf(name: string, { AttributeDefinitions: definitions }: JsonObject): JsonObject {
  const known: readonly JsonValue[] = Array.isArray(definitions) ? definitions : [];
  const own = known.filter(isObject).find(({ AttributeName }) => AttributeName === name);
  if (own?.AttributeType === "N") return { N: ONE_OF_ITEMS };
  return own?.AttributeType === "B" ? { B: "a2V5" } : { S: `${name}-${ONE_OF_ITEMS}` };
}
