/**
 * States.ItemReaderFailed and its causes. S3's own are worded as the AWS SDK that Step Functions uses words them; the
 * request ids are made from what was asked for, so that they are the same in every run.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html
 */
import { hashHex } from "../../text/hash.ts";
import { ERROR, StateFailure } from "../errors.ts";

/** The failure of a Map run that cannot read its dataset. */
export function readerFailure(cause: string): StateFailure {
  return new StateFailure(ERROR.itemReaderFailed, cause);
}

export function noSuchKey(bucket: string, key: string): StateFailure {
  return s3Failure("The specified key does not exist.", "NoSuchKey", `${bucket}/${key}`);
}

export function noSuchBucket(bucket: string): StateFailure {
  return s3Failure("The specified bucket does not exist", "NoSuchBucket", bucket);
}

function s3Failure(message: string, code: string, what: string): StateFailure {
  const id = (hashHex(what, "MD5") ?? "").toUpperCase();
  const requestIds = `Request ID: ${id.slice(0, 16)}; S3 Extended Request ID: ${id}`;
  return readerFailure(
    `${message} (Service: Amazon S3; Status Code: 404; Error Code: ${code}; ${requestIds}; Proxy: null)`,
  );
}
