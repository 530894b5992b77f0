/**
 * The one connection over which a stream is being sent: who has it, and until when. It lasts while fragments come; one
 * that has brought none for as long as the longest fragment may take is over.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_dataplane_PutMedia.html
 */
import { VIDEO_MAX_CONNECTION_MS, VIDEO_MAX_FRAGMENT_MS } from "../../limits.ts";

/** As plain data. */
export interface PutConnectionState {
  readonly producer: string;
  readonly openedMs: number;
  /** When its last fragment was offered, and when that will be, or was, there as a whole. */
  readonly offeredMs: number;
  readonly receivedMs: number;
  /** The producer's time of its last fragment. */
  readonly producerMs: number;
}

export class PutConnection {
  #state: PutConnectionState | undefined;

  /** The connection at a time; undefined: nobody is connected. */
  at(nowMs: number): PutConnectionState | undefined {
    const state = this.#state;
    if (state === undefined) return undefined;
    const lastMs = Math.max(state.offeredMs, state.receivedMs);
    const isOver = nowMs - lastMs > VIDEO_MAX_FRAGMENT_MS || nowMs - state.openedMs >= VIDEO_MAX_CONNECTION_MS;
    return isOver ? undefined : state;
  }

  /** It has brought a fragment, or begins with it. */
  took(state: PutConnectionState): void {
    this.#state = state;
  }

  close(): void {
    this.#state = undefined;
  }

  save(): PutConnectionState | null {
    return this.#state ?? null;
  }

  restore(state: PutConnectionState | null): void {
    this.#state = state ?? undefined;
  }
}
