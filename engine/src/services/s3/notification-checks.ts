/**
 * What S3 says to a bucket's notifications.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_PutBucketNotificationConfiguration.html
 */
import { isObject, type JsonObject, objectsIn } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { coversEvent, NOTIFICATION_LISTS, type Notification, notificationsOf } from "./notifications.ts";

function invalid(message: string): Refusal {
  return refusal("InvalidArgument", message);
}

/** `configuration`: as a template has it. Whether S3 may send to a target only AWS can tell. */
export function refuseNotifications(configuration: JsonObject): Refusal | undefined {
  for (const { list } of NOTIFICATION_LISTS) {
    for (const { Filter } of objectsIn(configuration[list])) {
      const refused = refuseFilter(isObject(Filter) && isObject(Filter.S3Key) ? objectsIn(Filter.S3Key.Rules) : []);
      if (refused !== undefined) return refused;
    }
  }
  const notifications = notificationsOf(configuration);
  const unknown = notifications.find(({ event }) => !EVENT.test(event));
  if (unknown !== undefined) return invalid("The event is not supported for notifications");
  if (notifications.some(({ targetArn }) => targetArn.endsWith(".fifo"))) return NO_DESTINATION;
  return overlap(notifications) === undefined ? undefined : AMBIGUOUS;
}

const EVENT =
  /^s3:(?:Object(?:Created|Removed|Restore|Tagging|Acl)|Replication|LifecycleExpiration|IntelligentTiering|LifecycleTransition|ReducedRedundancyLostObject|TestEvent)/;

function refuseFilter(rules: readonly JsonObject[]): Refusal | undefined {
  const names = rules.map(({ Name }) => String(Name).toLowerCase());
  if (names.some((name) => name !== "prefix" && name !== "suffix")) {
    return invalid("filter rule name must be either prefix or suffix");
  }
  const twice = names.find((name, index) => names.indexOf(name) !== index);
  return twice === undefined ? undefined : invalid(`Cannot specify more than one ${twice} rule in a filter.`);
}

/** Two notifications that one object would have to choose between: S3 sends an event of a kind to one target only. */
export function overlap(notifications: readonly Notification[]): readonly [Notification, Notification] | undefined {
  for (const [index, first] of notifications.entries()) {
    const second = notifications.slice(index + 1).find((other) => overlaps(first, other));
    if (second !== undefined) return [first, second];
  }
  return undefined;
}

function overlaps(a: Notification, b: Notification): boolean {
  const sameEvent = coversEvent(a.event, b.event) || coversEvent(b.event, a.event);
  const samePrefix = a.prefix.startsWith(b.prefix) || b.prefix.startsWith(a.prefix);
  return sameEvent && samePrefix && (a.suffix.endsWith(b.suffix) || b.suffix.endsWith(a.suffix));
}

const NO_DESTINATION = invalid("Unable to validate the following destination configurations");

const AMBIGUOUS = invalid(
  "Configuration is ambiguously defined. Cannot have overlapping suffixes in two rules if the prefixes are overlapping for the same event type.",
);
