/** What a bucket offers to those who write to it. */
import type { Refusal } from "../../refusals/refusal.ts";
import type { Message } from "../../sim/types.ts";

export interface PutRequest {
  /** Left out: one is made up. */
  readonly key?: string;
  readonly body: string;
  /** What the object is made of: the journey of each of them comes to the bucket. None: the object is the first of its line. */
  readonly causes: readonly Message[];
  /** Who writes, for the trace. */
  readonly from: string;
  /** Of the object, where that is not the length of the body in UTF-8: what is compressed. */
  readonly bytes?: number;
}

export interface BucketPort {
  /** PutObject. Undefined: it is stored. */
  putObject(request: PutRequest): Refusal | undefined;
  /** DeleteObject, which does not mind whether there is one. */
  deleteObject(request: { readonly key: string; readonly cause?: Message; readonly from: string }): Refusal | undefined;
}
