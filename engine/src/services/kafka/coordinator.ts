/**
 * Who belongs to a group, and how its partitions are given out anew: everybody has to join first, however long it works,
 * up to a limit. https://kafka.apache.org/documentation/#consumerconfigs_max.poll.interval.ms
 */
import type { NodeContext } from "../../sim/types.ts";
import { assign } from "./assignors.ts";
import { type GroupHost, HEARTBEAT, JOINED, TIMEOUT } from "./group-host.ts";
import type { Member } from "./member.ts";

export class Coordinator {
  /** Those that the group counts on, by number; also those that have died unnoticed. */
  readonly members = new Map<number, Member>();
  generation = 0;
  readonly #host: GroupHost & { readonly rebalanceDelayMs: number };
  readonly #joined = new Set<number>();
  /** Since when partitions are given out anew; undefined while nothing changes. */
  #sinceMs: number | undefined;
  /** Not before this it ends: the first members wait for others. */
  #notBeforeMs = 0;
  #isEnding = false;

  constructor(host: GroupHost & { readonly rebalanceDelayMs: number }) {
    this.#host = host;
  }

  get #context(): NodeContext {
    return this.#host.context;
  }

  get isRebalancing(): boolean {
    return this.#sinceMs !== undefined;
  }

  /** Everybody is there from the beginning, as in a group that has been there for long. */
  beginWith(members: readonly Member[]): void {
    for (const member of members) {
      member.isKnown = true;
      this.members.set(member.number, member);
    }
    this.#giveOut((member, partitions) => member.startWith(partitions));
  }

  joins(member: Member): void {
    const isFirst = this.members.size === 0;
    if (this.#sinceMs === undefined) this.#begin("kafka.joined", member, isFirst);
    member.isKnown = true;
    this.members.set(member.number, member);
    this.#joined.add(member.number);
    this.#check();
  }

  leaves(member: Member, code: string): void {
    member.isKnown = false;
    this.members.delete(member.number);
    this.#joined.delete(member.number);
    if (this.#sinceMs === undefined) this.#begin(code, member, false);
    this.#check();
  }

  #begin(code: string, { number }: Member, isFirst: boolean): void {
    const { timeMs, random } = this.#context;
    const { heartbeatMs, maxPollIntervalMs } = this.#host.settings;
    this.#sinceMs = timeMs;
    this.#notBeforeMs = isFirst ? timeMs + this.#host.rebalanceDelayMs : timeMs;
    this.#joined.clear();
    this.#isEnding = false;
    this.#context.tell("rebalancing", undefined, { code, member: number });
    for (const member of this.members.values()) {
      if (member.state !== "stopped") member.at(timeMs + random.next() * heartbeatMs, HEARTBEAT);
    }
    this.#context.atIdle(timeMs + maxPollIntervalMs, TIMEOUT, this.generation);
  }

  /** Whether everybody has joined. */
  #check(): void {
    const isComplete = [...this.members.keys()].every((number) => this.#joined.has(number));
    if (this.#sinceMs === undefined || this.#isEnding || !isComplete) return;
    this.#isEnding = true;
    this.#context.at(this.#notBeforeMs, JOINED, this.generation);
  }

  handle(kind: number, generation: number): void {
    if (generation !== this.generation || this.#sinceMs === undefined) return;
    if (kind === JOINED) {
      this.#isEnding = false;
      if (![...this.members.keys()].every((number) => this.#joined.has(number))) return; // another one has come meanwhile
    } else {
      for (const member of this.members.values()) {
        if (this.#joined.has(member.number)) continue;
        member.isKnown = false;
        member.isFenced = true;
        this.members.delete(member.number);
      }
    }
    this.#end(this.#sinceMs);
  }

  #end(sinceMs: number): void {
    const { timeMs } = this.#context;
    const { meters } = this.#host;
    this.#sinceMs = undefined;
    this.#isEnding = false;
    meters.rebalances.add(1);
    meters.rebalanceMs.add(timeMs - sinceMs);
    const why = { code: "kafka.rebalanced", members: this.members.size, tookMs: timeMs - sinceMs };
    this.#context.tell("rebalanced", undefined, why);
    this.#giveOut((member, partitions) => member.own(partitions));
  }

  #giveOut(give: (member: Member, partitions: readonly number[]) => void): void {
    const { settings, offsets, meters } = this.#host;
    const members = [...this.members.values()].sort((a, b) => a.number - b.number);
    const owned = new Map(members.map(({ number, partitions }) => [number, partitions]));
    const numbers = members.map(({ number }) => number);
    const given = assign(settings.assignment, numbers, offsets.byTopic, owned);
    this.generation += 1;
    meters.members.set(members.length);
    const owner = new Map(
      members.flatMap(({ number, partitions }) => partitions.map((each) => [each, number] as const)),
    );
    for (const member of members) {
      const { number } = member;
      // What another one still has, it must give up first.
      const free = (given.get(number) ?? []).filter((each) => (owner.get(each) ?? number) === number);
      give(member, free);
    }
  }

  save(): SavedCoordinator {
    return {
      generation: this.generation,
      joined: [...this.#joined],
      sinceMs: this.#sinceMs ?? null,
      notBeforeMs: this.#notBeforeMs,
      isEnding: this.#isEnding,
    };
  }

  restore({ generation, joined, sinceMs, notBeforeMs, isEnding }: SavedCoordinator): void {
    this.generation = generation;
    for (const number of joined) this.#joined.add(number);
    this.#sinceMs = sinceMs ?? undefined;
    this.#notBeforeMs = notBeforeMs;
    this.#isEnding = isEnding;
  }
}

export interface SavedCoordinator {
  readonly generation: number;
  readonly joined: readonly number[];
  readonly sinceMs: number | null;
  readonly notBeforeMs: number;
  readonly isEnding: boolean;
}
