/** What video streams and those who watch them say of why something happened. */
import { duration, type Sentence, seconds } from "../sentences.ts";

export const VIDEO_REASONS: Readonly<Record<string, Sentence>> = {
  "video.received": ({ number, lengthMs, bytes }) =>
    `Received: fragment ${number}, ${duration(lengthMs)}, ${bytes} bytes`,
  "video.persisted": ({ number, hours }) => `Persisted: fragment ${number}, for ${hours} h`,
  "video.error-ack": ({ error, errorId, text }) =>
    `Error${errorId === undefined ? "" : ` ${errorId}`} ${error}: ${text}`,
  "video.connection-taken": ({ producer }) => `${producer} is connected, and a stream takes one PutMedia connection`,
  "video.throttled": ({ text }) => `${text}`,
  "video.cut-off": () => "the connection broke before the fragment was there as a whole",
  "video.trimmed": ({ hours }) => `its retention period of ${hours} h is over`,
  "video.left-buffer": () => "the stream retains nothing, and the buffer of the service keeps five minutes and 200 MB",
  "video.started": ({ number, durationMs }) => `fragment ${number} needs ${duration(durationMs)}`,
  "video.skipped": () => "the program failed, and goes on with the next fragment",
  "video.missed": ({ count }) => `${count} fragments were gone before they could be read`,
  "video.refused": ({ refusal, waitMs }) => `${refusal}: it connects again in ${seconds(Number(waitMs) / 1_000)}`,
  "video.disconnected": () => "the program is away",
};
