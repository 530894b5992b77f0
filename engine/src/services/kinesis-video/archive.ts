/**
 * What a video stream has retained, for those who look for fragments by their time and then get them by their numbers, as
 * often as they like and without a connection. Each of the two has a quota, which all who ask share.
 * https://docs.aws.amazon.com/kinesisvideostreams/latest/dg/API_Operations_Amazon_Kinesis_Video_Streams_Archived_Media.html
 */
import { VIDEO_MEDIA_PER_SECOND, VIDEO_METADATA_PER_SECOND } from "../../limits.ts";
import { type Refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import type { NodeContext } from "../../sim/types.ts";
import { SecondBudget, type SecondBudgetState } from "../shards/second-budget.ts";
import { limitExceeded } from "./errors.ts";
import type { Fragment } from "./fragment.ts";
import type { FragmentLog } from "./fragment-log.ts";

/** Which fragments are listed: those that begin in a time, both ends included; milliseconds since the simulation began. */
export interface FragmentSelector {
  readonly FragmentSelectorType: "SERVER_TIMESTAMP" | "PRODUCER_TIMESTAMP";
  readonly startMs: number;
  readonly endMs: number;
}

/** A page of a list. */
export interface ListedFragments {
  readonly fragments: readonly Fragment[];
  /** The serial that the next page begins with; undefined: this is the last. */
  readonly next: number | undefined;
}

/** The stream that it is of. */
interface Archived {
  readonly context: NodeContext;
  readonly log: FragmentLog;
  readonly settings: { readonly retentionMs: number };
  /** Lets go of what is too old. */
  trim(): void;
  gave(fragment: Fragment): void;
}

export class Archive {
  readonly #of: Archived;
  readonly #metadata = new SecondBudget(VIDEO_METADATA_PER_SECOND);
  readonly #media = new SecondBudget(VIDEO_MEDIA_PER_SECOND);

  constructor(of: Archived) {
    this.#of = of;
  }

  /** ListFragments: at most `max`, from a serial on. Without a selector, all of them. */
  list(selector: FragmentSelector | undefined, from: number, max: number): ListedFragments | Refusal {
    const refused = this.#refuse(this.#metadata, VIDEO_METADATA_PER_SECOND, max);
    if (refused !== undefined) return refused;
    const fragments: Fragment[] = [];
    for (let at = this.#from(from); at !== undefined; at = this.#from(at.serial + 1)) {
      if (selector !== undefined && !isIn(selector, at)) continue;
      if (fragments.length === max) return { fragments, next: at.serial };
      fragments.push(at);
    }
    return { fragments, next: undefined };
  }

  /** GetMediaForFragmentList: in the order asked for, and no further than the first that is not there. */
  get(serials: readonly number[]): readonly Fragment[] | Refusal {
    const refused = this.#refuse(this.#media, VIDEO_MEDIA_PER_SECOND, serials.length);
    if (refused !== undefined) return refused;
    const fragments: Fragment[] = [];
    for (const serial of serials) {
      const fragment = this.#from(serial);
      if (fragment?.serial !== serial) break;
      this.#of.gave(fragment);
      fragments.push(fragment);
    }
    return fragments;
  }

  /** Streams that retain nothing have no archive, only a buffer. */
  #from(serial: number): Fragment | undefined {
    return this.#of.settings.retentionMs > 0 ? this.#of.log.from(serial) : undefined;
  }

  #refuse(budget: SecondBudget, perSecond: number, fragments: number): Refusal | undefined {
    const { context } = this.#of;
    if (context.faults.outage) return UNAVAILABLE;
    if (!budget.allows(context.timeMs, fragments)) return limitExceeded(`${perSecond} fragments a second`);
    budget.use(fragments);
    this.#of.trim();
    return undefined;
  }

  save(): SavedArchive {
    return [this.#metadata.save(), this.#media.save()];
  }

  restore([metadata, media]: SavedArchive): void {
    this.#metadata.restore(metadata);
    this.#media.restore(media);
  }
}

export type SavedArchive = readonly [metadata: SecondBudgetState, media: SecondBudgetState];

function isIn({ FragmentSelectorType: type, startMs, endMs }: FragmentSelector, fragment: Fragment): boolean {
  const timeMs = type === "PRODUCER_TIMESTAMP" ? fragment.producerMs : fragment.serverMs;
  return timeMs >= startMs && timeMs <= endMs;
}
