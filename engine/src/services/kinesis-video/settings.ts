/**
 * What a video stream goes by.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-kinesisvideo-stream.html
 */
import type { JsonObject } from "../../json.ts";
import { numberOf } from "../settings.ts";

const HOUR_MS = 3_600_000;

export interface VideoStreamSettings {
  /** 0: nothing is persisted; fragments can be had while they are in the service's buffer. */
  readonly retentionMs: number;
}

export function videoStreamSettingsOf({ DataRetentionInHours }: JsonObject): VideoStreamSettings {
  return { retentionMs: numberOf(DataRetentionInHours, 0) * HOUR_MS };
}
