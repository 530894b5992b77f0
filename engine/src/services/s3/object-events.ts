/**
 * What a bucket says of an object: to queues, topics and functions in one shape, to EventBridge in another.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
import type { JsonObject } from "../../json.ts";
import { ACCOUNT, eventTime, REGION } from "../events/event.ts";

/** Something that happened to an object. */
export interface ObjectEvent {
  readonly kind: "created" | "removed";
  readonly bucket: string;
  readonly key: string;
  /** Of what is created. */
  readonly bytes: number;
  readonly eTag: string;
  /** Grows with each change of an object. */
  readonly sequencer: string;
  readonly requestId: string;
  readonly epochMs: number;
}

const NAMES = { created: "ObjectCreated:Put", removed: "ObjectRemoved:Delete" } as const;

/** As `Event` of a notification names it, without `s3:`. */
export function eventNameOf({ kind }: ObjectEvent): string {
  return NAMES[kind];
}

export function notificationText(event: ObjectEvent, configurationId: string): string {
  const { bucket, key, bytes, eTag, sequencer, requestId, epochMs, kind } = event;
  const made = kind === "created" ? { size: bytes, eTag } : {};
  const record = {
    eventVersion: "2.1",
    eventSource: "aws:s3",
    awsRegion: REGION,
    eventTime: new Date(epochMs).toISOString(),
    eventName: NAMES[kind],
    userIdentity: { principalId: `AWS:${ACCOUNT}` },
    requestParameters: { sourceIPAddress: SOURCE_ADDRESS },
    responseElements: { "x-amz-request-id": requestId, "x-amz-id-2": requestId },
    s3: {
      s3SchemaVersion: "1.0",
      configurationId,
      bucket: { name: bucket, ownerIdentity: { principalId: ACCOUNT }, arn: bucketArnOf(bucket) },
      object: { key: writtenKey(key), ...made, sequencer },
    },
  };
  return JSON.stringify({ Records: [record] });
}

const SOURCE_ADDRESS = "192.0.2.1";

/** As in the query of a URL: a blank is a plus. */
function writtenKey(key: string): string {
  return encodeURIComponent(key).replace(/%20/g, "+").replace(/%2F/g, "/");
}

export function bucketArnOf(bucket: string): string {
  return `arn:aws:s3:::${bucket}`;
}

/** `id`: of the event. */
export function eventBridgeText(event: ObjectEvent, id: string): string {
  const { kind, bucket, key, bytes, eTag, sequencer, requestId, epochMs } = event;
  const isCreated = kind === "created";
  const detail: JsonObject = {
    version: "0",
    bucket: { name: bucket },
    object: { key, ...(isCreated && { size: bytes, etag: eTag }), sequencer },
    "request-id": requestId,
    requester: ACCOUNT,
    "source-ip-address": SOURCE_ADDRESS,
    reason: isCreated ? "PutObject" : "DeleteObject",
    ...(!isCreated && { "deletion-type": "Permanently Deleted" }),
  };
  return JSON.stringify({
    version: "0",
    id,
    "detail-type": isCreated ? "Object Created" : "Object Deleted",
    source: "aws.s3",
    account: ACCOUNT,
    time: eventTime(epochMs),
    region: REGION,
    resources: [bucketArnOf(bucket)],
    detail,
  });
}
