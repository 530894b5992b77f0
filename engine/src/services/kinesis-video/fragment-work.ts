/** What a program does with each fragment that it has read: it works on it, fails or not, and tells others. */
import type { NodeContext, Reason } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import type { VideoConsumerMeters } from "./consumer-meters.ts";
import type { VideoConsumerSettings } from "./consumer-settings.ts";
import type { Fragment } from "./fragment.ts";

export class FragmentWork {
  /** How often it has been done with the fragment at hand. */
  attempts = 0;
  readonly #context: NodeContext;
  readonly #settings: VideoConsumerSettings;
  readonly #meters: VideoConsumerMeters;

  constructor(context: NodeContext, settings: VideoConsumerSettings, meters: VideoConsumerMeters) {
    this.#context = context;
    this.#settings = settings;
    this.#meters = meters;
  }

  /** It begins; answers how long it takes, milliseconds. `number`: the fragment's. */
  begin({ message }: Fragment, number: string): number {
    const context = this.#context;
    const durationMs = this.#settings.handler.durationMs(context.random) * context.faults.slowness;
    this.#meters.durationMs.add(durationMs);
    context.tell("started", message, { code: "video.started", number, durationMs });
    return durationMs;
  }

  /** It is over. False: it has failed, and the same fragment is to be worked on again. */
  end({ message }: Fragment): boolean {
    const context = this.#context;
    const { handler, skipsErrors } = this.#settings;
    this.attempts += 1;
    const failure = handler.failure(message, this.attempts, context.random) ?? this.#passOn(message);
    if (failure === undefined) {
      this.#meters.processed.add(1);
      this.#meters.endToEndMs.add(context.timeMs - message.originMs);
      context.tell("processed", message);
    } else {
      this.#meters.failed.add(1);
      context.tell("failed", message, failure);
      if (!skipsErrors) return false;
      this.#meters.lost.add(1);
      context.tell("lost", message, { code: "video.skipped" });
    }
    this.attempts = 0;
    return true;
  }

  #passOn(message: Fragment["message"]): Reason | undefined {
    const context = this.#context;
    for (const arn of this.#settings.targetArns) {
      const refused = portOf(context, arn, "target")?.deliver(message, { from: context.id });
      if (refused !== undefined) return { code: "worker.target-refused", refusal: refused.code };
    }
    return undefined;
  }

  /** Fragments that were gone before they could be read. */
  missed(count: number): void {
    this.#meters.lost.add(count);
    this.#context.tell("lost", undefined, { code: "video.missed", count });
  }
}
