/**
 * Whom a bucket notifies of what.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/EventNotifications.html
 */
import { isObject, type JsonValue, objectsIn } from "../../json.ts";

/** The lists of a NotificationConfiguration, and what each calls its target. */
export const NOTIFICATION_LISTS = [
  { list: "QueueConfigurations", target: "Queue" },
  { list: "TopicConfigurations", target: "Topic" },
  { list: "LambdaConfigurations", target: "Function" },
] as const;

export interface Notification {
  /** `configurationId` of its events. */
  readonly id: string;
  /** `s3:ObjectCreated:*`. */
  readonly event: string;
  readonly prefix: string;
  readonly suffix: string;
  readonly targetArn: string;
}

/** `configuration`: NotificationConfiguration of a bucket. */
export function notificationsOf(configuration: JsonValue | undefined): readonly Notification[] {
  if (!isObject(configuration)) return [];
  return NOTIFICATION_LISTS.flatMap(({ list, target }) => {
    return objectsIn(configuration[list]).map((one, index): Notification => {
      const { Event, Filter, Id } = one;
      return {
        id: String(Id ?? `${target}${index + 1}`),
        event: String(Event),
        ...keyFilterOf(Filter),
        targetArn: String(one[target]),
      };
    });
  });
}

/** Whether a bucket tells EventBridge of everything. */
export function notifiesEventBridge(configuration: JsonValue | undefined): boolean {
  const events = isObject(configuration) ? configuration.EventBridgeConfiguration : undefined;
  return isObject(events) && String(events.EventBridgeEnabled ?? true) === "true";
}

/** Rules of a filter have names in any case; what is not said leaves nothing out. */
function keyFilterOf(filter: JsonValue | undefined): { readonly prefix: string; readonly suffix: string } {
  const rules = objectsIn(isObject(filter) && isObject(filter.S3Key) ? filter.S3Key.Rules : undefined);
  const valueOf = (name: string): string => {
    const rule = rules.find(({ Name }) => String(Name).toLowerCase() === name);
    return String(rule?.Value ?? "");
  };
  return { prefix: valueOf("prefix"), suffix: valueOf("suffix") };
}

/** `event`: `ObjectCreated:Put`. */
export function isNotified({ event: wanted, prefix, suffix }: Notification, event: string, key: string): boolean {
  return coversEvent(wanted, `s3:${event}`) && key.startsWith(prefix) && key.endsWith(suffix);
}

/** `s3:ObjectCreated:*` is all kinds of creation. */
export function coversEvent(wanted: string, event: string): boolean {
  return wanted === event || (wanted.endsWith("*") && event.startsWith(wanted.slice(0, -1)));
}
