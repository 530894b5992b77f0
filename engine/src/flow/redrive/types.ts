/** What becomes of a message that fails n times: what is asked, and what is told. */

/** CloudFormation's names; seconds. */
export interface StoryQueue {
  readonly DelaySeconds: number;
  readonly VisibilityTimeout: number;
  readonly MessageRetentionPeriod: number;
}

export interface RedriveCase {
  readonly queue: StoryQueue;
  /** Undefined: there is no dead-letter queue. */
  readonly deadLetterQueue?: StoryQueue | undefined;
  readonly maxReceiveCount?: number | undefined;
  /** Receives that fail before one succeeds. */
  readonly failures: number;
  /** How long the consumer has a message in hand before it fails, or has processed it. */
  readonly handlingSeconds: number;
  /** What the consumer sets the visibility timeout of a failed message to; undefined: it leaves it alone. */
  readonly visibilityOnFailureSeconds?: number | undefined;
}

export type StretchKind =
  /** Not to be received yet. */
  | "delayed"
  /** To be received by whoever asks. */
  | "visible"
  /** A consumer has it in hand. */
  | "handled"
  /** Nobody has it in hand, and nobody gets it: its visibility timeout is not over. */
  | "hidden"
  /** In the dead-letter queue. */
  | "dead";

export interface Stretch {
  readonly kind: StretchKind;
  /** Virtual, milliseconds since it was sent. */
  readonly fromMs: number;
  readonly toMs: number;
  /** How often it has been received by then. */
  readonly receives: number;
  /** How it ends, in a sentence. */
  readonly why: string;
}

export interface RedriveStory {
  readonly stretches: readonly Stretch[];
  /** Stretches that are left out in the middle: it goes round and round. */
  readonly leftOut: number;
  readonly outcome: "processed" | "expired" | "expired-dead";
  readonly receives: number;
  /** When it is gone. */
  readonly endMs: number;
  /** In the dead-letter queue: how long it is there to be looked at. */
  readonly deadMs?: number;
  /** What becomes of it, in a few sentences. */
  readonly text: string;
  /** What is likely not meant. */
  readonly warnings: readonly string[];
}
