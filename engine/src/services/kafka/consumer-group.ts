/**
 * A consumer group of Kafka: programs that share the partitions of topics. They come, die and are replaced; each time the
 * partitions are given out anew. https://kafka.apache.org/documentation/#intro_consumers
 */
import type { JsonObject } from "../../json.ts";
import { KAFKA_REBALANCE_DELAY_MS } from "../../limits.ts";
import type { Faults, Finder, Keeper, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import { type PartsPort, type Ports, portOf, type WorkersPort } from "../ports.ts";
import { Coordinator, type SavedCoordinator } from "./coordinator.ts";
import { JOINED, READY, TIMEOUT } from "./group-host.ts";
import { GroupMeters } from "./group-meters.ts";
import { GroupOffsets, type SavedOffsets } from "./group-offsets.ts";
import { type GroupSettings, groupSettingsOf } from "./group-settings.ts";
import { Member, type MemberHost, type SavedMember } from "./member.ts";
import type { KafkaClusterPort, KafkaTopicPort } from "./ports.ts";

/** Where a member runs: another one takes its place when it has died. */
interface Slot {
  readonly number: number;
  member: Member | undefined;
  /** A program is on its way. */
  isStarting: boolean;
  /** By a fault of its own. */
  isDown: boolean;
  /** Goes up with each start: what was set for an earlier one no longer counts. */
  life: number;
}

const LIVES = 2 ** 20;

/** More than a person can look at. */
const MAX_MEMBERS_SHOWN = 200;

export class KafkaConsumerGroup implements SimNode, MemberHost, WorkersPort, PartsPort {
  readonly ports: Partial<Ports> = { workers: this, parts: this };
  readonly context: NodeContext;
  readonly settings: GroupSettings;
  readonly meters: GroupMeters;
  readonly #coordinator: Coordinator;
  readonly #slots: Slot[] = [];
  #offsets: GroupOffsets | undefined;
  #desired: number;
  #lastMember = 0;

  constructor(context: NodeContext, spec: NodeSpec) {
    this.context = context;
    this.settings = groupSettingsOf(spec);
    this.meters = new GroupMeters(context);
    this.#coordinator = new Coordinator(this);
    this.#desired = this.settings.desiredCount;
  }

  /** Topics are asked for when all nodes are there. */
  get offsets(): GroupOffsets {
    this.#offsets ??= new GroupOffsets(this.context, this.#topics(), this.meters, (number, offset) => {
      for (const member of this.#coordinator.members.values()) member.goBack(number, offset);
    });
    return this.#offsets;
  }

  #topics(): readonly KafkaTopicPort[] {
    const topics = this.settings.topicArns.map((arn) => portOf(this.context, arn, "kafkaTopic"));
    return topics.filter((topic) => topic !== undefined);
  }

  get #cluster(): KafkaClusterPort | undefined {
    const [first] = this.offsets.partitions;
    return first === undefined ? undefined : portOf(this.context, first.topic.clusterArn, "kafkaCluster");
  }

  get isReachable(): boolean {
    return this.#cluster?.isUp !== false;
  }

  get rebalanceDelayMs(): number {
    return this.#cluster?.settings.rebalanceDelayMs ?? KAFKA_REBALANCE_DELAY_MS;
  }

  /** The group has been there for long: it has read all that was there, and its members have their partitions. */
  start(): void {
    for (const number of this.offsets.partitions.keys()) this.offsets.commit(number, 0);
    const members = Array.from({ length: this.#desired }, () => this.#newMember(this.#slot()));
    this.#coordinator.beginWith(members);
  }

  joins(member: Member): void {
    this.#coordinator.joins(member);
  }

  leaves(member: Member, code: string): void {
    this.#coordinator.leaves(member, code);
  }

  // --- members come and go

  get desired(): number {
    return this.#desired;
  }

  get running(): number {
    return this.#slots.filter(isOccupied).length;
  }

  get backlog(): number {
    return this.offsets.lag;
  }

  setDesired(count: number): void {
    this.#desired = count;
    this.#scale();
  }

  /** During an outage no member runs; what they have in hand is lost to them. */
  faultChanged(): void {
    if (this.context.faults.outage) for (const slot of this.#slots) this.#kill(slot);
    else this.#scale();
  }

  partChanged(name: string, { outage }: Faults): void {
    const slot = this.#slots[Number(name) - 1];
    if (slot === undefined) return;
    slot.isDown = outage;
    if (outage) this.#kill(slot);
    else this.#scale();
  }

  #kill(slot: Slot): void {
    slot.life = (slot.life + 1) % LIVES;
    slot.isStarting = false;
    slot.member?.kill({ code: "worker.outage" });
    slot.member = undefined;
  }

  #scale(): void {
    if (this.context.faults.outage) return;
    const active = this.#slots.filter((slot) => slot.isStarting || isOccupied(slot));
    for (const slot of active.slice(this.#desired)) this.#drain(slot);
    for (let missing = this.#desired - active.length; missing > 0; missing--) {
      const slot = this.#slots.find((each) => !each.isDown && !each.isStarting && !isOccupied(each));
      const isAllDown = slot === undefined && this.#slots.length >= this.#desired;
      if (!isAllDown) this.#launch(slot ?? this.#slot());
    }
  }

  #slot(): Slot {
    const slot = { number: this.#slots.length, member: undefined, isStarting: false, isDown: false, life: 0 };
    this.#slots.push(slot);
    return slot;
  }

  #launch(slot: Slot): void {
    const { context, settings } = this;
    slot.isStarting = true;
    slot.life = (slot.life + 1) % LIVES;
    context.at(context.timeMs + settings.startMs(context.random), READY, slot.number * LIVES + slot.life);
  }

  #newMember(slot: Slot): Member {
    this.#lastMember += 1;
    const member = new Member(this, this.#lastMember);
    slot.member = member;
    return member;
  }

  #drain(slot: Slot): void {
    slot.life = (slot.life + 1) % LIVES;
    slot.isStarting = false;
    slot.member?.drain();
  }

  handle({ kind, ref }: SimEvent): void {
    if (kind === JOINED || kind === TIMEOUT) this.#coordinator.handle(kind, ref);
    else if (kind === READY) this.#ready(ref);
    else this.#member(Member.numberOf(ref))?.handle(kind, ref);
  }

  #ready(ref: number): void {
    const slot = this.#slots[Math.floor(ref / LIVES)];
    if (slot === undefined || slot.life !== ref % LIVES) return;
    slot.isStarting = false;
    this.#newMember(slot).start();
  }

  /** Also one that the group no longer counts on, and that does not know. */
  #member(number: number): Member | undefined {
    const known = this.#coordinator.members.get(number);
    return known ?? this.#slots.find(({ member }) => member?.number === number)?.member;
  }

  // --- for the kernel

  /** Whoever is given partitions will read them. */
  isBusy(): boolean {
    return this.#coordinator.isRebalancing;
  }

  /** Each partition has one reader at most, and nothing is committed that nobody has handled. */
  audit(): readonly string[] {
    const read = [...this.#coordinator.members.values()].flatMap(({ partitions }) => partitions);
    const twice = read.filter((number, index) => read.indexOf(number) !== index);
    const early = [...this.offsets.partitions.keys()].filter((number) => {
      return (this.offsets.committed(number) ?? 0) > this.offsets.handledTo(number);
    });
    return [
      ...twice.map((number) => `partition ${number} is read by two members`),
      ...early.map((number) => `partition ${number} is committed further than it was handled`),
    ];
  }

  view(): JsonObject {
    const members = [...this.#coordinator.members.values()].slice(0, MAX_MEMBERS_SHOWN);
    return {
      generation: this.#coordinator.generation,
      isRebalancing: this.#coordinator.isRebalancing,
      lag: this.offsets.lag,
      members: members.map(({ number, state, partitions }) => ({ number, state, partitions })),
    };
  }

  save(keeper: Keeper): SavedGroup {
    const slots = this.#slots.map(({ member, isStarting, isDown, life }) => {
      return { member: member?.number ?? null, isStarting, isDown, life };
    });
    const members = new Set([
      ...this.#coordinator.members.values(),
      ...this.#slots.map(({ member }) => member).filter((member) => member !== undefined),
    ]);
    return {
      desired: this.#desired,
      lastMember: this.#lastMember,
      slots,
      members: [...members].map((member) => member.save(keeper)),
      known: [...this.#coordinator.members.keys()],
      coordinator: this.#coordinator.save(),
      offsets: this.offsets.save(),
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { desired, lastMember, slots, members, known, coordinator, offsets } = saved as SavedGroup;
    this.#desired = desired;
    this.#lastMember = lastMember;
    const byNumber = new Map<number, Member>();
    for (const state of members) {
      const member = new Member(this, state.number);
      member.restore(state, finder);
      byNumber.set(state.number, member);
    }
    for (const number of known) {
      const member = byNumber.get(number);
      if (member !== undefined) this.#coordinator.members.set(number, member);
    }
    for (const [number, { member, ...slot }] of slots.entries()) {
      this.#slots.push({ ...slot, number, member: member === null ? undefined : byNumber.get(member) });
    }
    this.#coordinator.restore(coordinator);
    this.offsets.restore(offsets);
  }
}

function isOccupied({ member }: Slot): boolean {
  return member !== undefined && member.state !== "stopped";
}

interface SavedGroup {
  readonly desired: number;
  readonly lastMember: number;
  readonly slots: readonly {
    readonly member: number | null;
    readonly isStarting: boolean;
    readonly isDown: boolean;
    readonly life: number;
  }[];
  readonly members: readonly SavedMember[];
  readonly known: readonly number[];
  readonly coordinator: SavedCoordinator;
  readonly offsets: SavedOffsets;
}
