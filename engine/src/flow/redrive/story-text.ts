/** What becomes of a message, in words. */
import type { RedriveCase, RedriveStory } from "./types.ts";

/** What is known of the message's end. */
type Told = Pick<RedriveStory, "outcome" | "receives" | "endMs" | "deadMs">;

/** `most`: receives after which nobody counted on. */
export function textOf(
  { outcome, receives, endMs, deadMs = 0 }: Told,
  { failures }: RedriveCase,
  most: number,
): string {
  const times = receives >= most ? `more than ${most - 1} times` : timesText(receives);
  switch (outcome) {
    case "processed":
      return failures === 0
        ? `It is received once and processed ${timeText(endMs)} after it was sent.`
        : `It is received ${times}: it fails ${timesText(failures)}, then is processed, ${timeText(endMs)} after it was sent.`;
    case "expired-dead":
      return `It is received ${times} and fails each time. ${timeText(endMs - deadMs)} after it was sent it is moved to the dead-letter queue, where it stays ${timeText(deadMs)} and is then deleted: retention counts from when it was first sent.`;
    case "expired":
      return receives === 0
        ? `Nobody receives it in time: it expires ${timeText(endMs)} after it was sent, and is lost.`
        : `It is received ${times} and never processed: it expires ${timeText(endMs)} after it was sent, and is lost.`;
  }
}

function timesText(count: number): string {
  return count === 1 ? "once" : count === 2 ? "twice" : `${count} times`;
}

/** What is likely not meant, a sentence each. */
export function warningsOf({ outcome, deadMs = 0 }: Told, given: RedriveCase): readonly string[] {
  const { queue, deadLetterQueue: dead, maxReceiveCount = 1, handlingSeconds } = given;
  const warnings: string[] = [];
  if (handlingSeconds > queue.VisibilityTimeout) {
    warnings.push(
      `The consumer needs ${timeText(handlingSeconds * 1_000)}, longer than the visibility timeout of ${timeText(queue.VisibilityTimeout * 1_000)}: while it still works, the message is delivered again.`,
    );
  }
  if (dead && dead.MessageRetentionPeriod <= queue.MessageRetentionPeriod && outcome === "expired-dead") {
    warnings.push(
      `The dead-letter queue does not keep messages longer than the queue itself: of ${timeText(dead.MessageRetentionPeriod * 1_000)} only ${timeText(deadMs)} are left to look at this one.`,
    );
  }
  if (outcome === "expired" && dead) {
    warnings.push("It expires before it has been received often enough: it never reaches the dead-letter queue.");
  }
  if (outcome === "expired" && !dead) warnings.push("There is no dead-letter queue: what never succeeds is lost.");
  if (dead && maxReceiveCount === 1) {
    warnings.push("maxReceiveCount is 1: one failure, also one that would pass by itself, is enough.");
  }
  return warnings;
}

const UNITS = [
  ["d", 86_400_000],
  ["h", 3_600_000],
  ["min", 60_000],
  ["s", 1_000],
] as const;

/** "1 min 30 s": the two largest units. */
export function timeText(ms: number): string {
  const parts: string[] = [];
  let rest = Math.round(ms / 100) * 100;
  for (const [unit, size] of UNITS) {
    const count = unit === "s" ? Math.round((rest / size) * 10) / 10 : Math.floor(rest / size);
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}`);
    rest -= Math.floor(rest / size) * size;
  }
  return parts.length === 0 ? "0 s" : parts.join(" ");
}
