/** What SNS sends over HTTP, beside what is expected of it. */
import { confirmationRequest, type JsonObject, notificationRequest } from "@sluice/engine";
import { same } from "./recording-target.ts";

export const TOPIC_ARN = "arn:aws:sns:us-east-1:123456789012:topic";

/** Undefined where the requests are as expected. `message`: what was published. */
export function compareHttp(message: string, isRaw: boolean, expect: JsonObject): string | undefined {
  const { http, confirmation, unsubscribeSends } = expect as Readonly<
    Record<
      string,
      { headers: Record<string, string>; headerNames: string[]; body: string; keys: string[]; Type: string } | undefined
    >
  >;
  if (http === undefined) return undefined;
  const published = {
    number: 1,
    body: message,
    attributes: undefined,
    cause: undefined,
    madeBy: "",
    madeMs: 0,
    origin: 1,
    originMs: 0,
    hops: 0,
  };
  const publication = {
    message: published,
    subject: undefined,
    texts: undefined,
    groupId: undefined,
    deduplicationId: undefined,
    sequenceNumber: undefined,
    publishedEpochMs: 0,
  };
  const request = notificationRequest(publication, "http", TOPIC_ARN, `${TOPIC_ARN}:0`, isRaw);
  const wrong = Object.entries(http.headers).find(([name, value]) => request.headers[name] !== value);
  if (wrong !== undefined) return `header ${wrong[0]}`;
  const missing = http.headerNames.find((name) => request.headers[name] === undefined);
  if (missing !== undefined) return `no header ${missing}`;
  if (request.body !== http.body) return `body ${request.body}`;
  for (const each of [confirmation, unsubscribeSends]) {
    if (each === undefined) continue;
    const sent = confirmationRequest(each.Type as "SubscriptionConfirmation", 1, TOPIC_ARN, 0);
    const keys = Object.keys(JSON.parse(sent.body) as JsonObject).sort();
    if (each.keys !== undefined && !same(each.keys.toSorted(), keys)) return `keys ${keys}`;
    const bad = Object.entries(each.headers ?? {}).find(([name, value]) => sent.headers[name] !== value);
    if (bad !== undefined) return `header ${bad[0]} of ${each.Type}`;
  }
  return undefined;
}
