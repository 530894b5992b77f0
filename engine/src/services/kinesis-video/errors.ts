/**
 * What Kinesis Video Streams says when it does not do what it is asked to: exceptions of its APIs, and the Error
 * acknowledgements of PutMedia with their ids.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_PutMedia.html
 */
import { VIDEO_GET_CONNECTIONS, VIDEO_PUT_CONNECTIONS } from "../../limits.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";

/** By ErrorCode. AWS documents no id of MIN_FRAGMENT_DURATION_REACHED. */
export const ACK_ERRORS = {
  MAX_FRAGMENT_SIZE_REACHED: 4001,
  MAX_FRAGMENT_DURATION_REACHED: 4002,
  MIN_FRAGMENT_DURATION_REACHED: undefined,
  FRAGMENT_TIMECODE_LESSER_THAN_PREVIOUS: 4004,
  INVALID_PRODUCER_TIMESTAMP: 4007,
  FRAGMENT_METADATA_LIMIT_REACHED: 4009,
} as const;

export type AckError = keyof typeof ACK_ERRORS;

/** An Error acknowledgement: the fragment is not taken, and the connection is closed. */
export interface ErrorAck extends Refusal {
  readonly code: AckError;
  readonly errorId: number | undefined;
}

export const errorAck = (code: AckError, message: string): ErrorAck => ({ code, message, errorId: ACK_ERRORS[code] });

export const noStream = (name: string): Refusal =>
  refusal("ResourceNotFoundException", `The requested stream is not found or not active: ${name}.`);

export const tooManyConnections = (kind: "PutMedia" | "GetMedia"): Refusal => ({
  code: "ConnectionLimitExceededException",
  message: `Kinesis Video Streams has throttled the request: at most ${kind === "PutMedia" ? VIDEO_PUT_CONNECTIONS : VIDEO_GET_CONNECTIONS} ${kind} connections to a stream at once.`,
  retryable: true,
});

export const limitExceeded = (limit: string): Refusal => ({
  code: "ClientLimitExceededException",
  message: `Kinesis Video Streams has throttled the request: the limit is ${limit}.`,
  retryable: true,
});

export const invalidArgument = (text: string): Refusal => refusal("InvalidArgumentException", text);
