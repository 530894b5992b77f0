/**
 * The replicas of one partition: who leads, who is in sync, and up to where all of those have what was written, which is as
 * far as anybody may read. Followers are a constant time behind their leader.
 * https://kafka.apache.org/documentation/#replication
 */
import type { PartitionLog } from "./partition-log.ts";

/** What a change of brokers did to a partition. */
export interface LeaderChange {
  readonly from: number | undefined;
  readonly to: number | undefined;
  /** The new leader lacked records that others had: they are gone. */
  readonly isUnclean: boolean;
  /** Up to here the new leader has the log. */
  readonly end: number;
}

/** What an election goes by. */
export interface Election {
  /** Whether a broker is there, in sync or not. */
  readonly isUp: (broker: number) => boolean;
  /** Whether one may lead that lacks records, where no other can. */
  readonly isUncleanAllowed: boolean;
  readonly nowMs: number;
}

export class Replicas {
  /** Numbers of brokers, the one that is to lead first. */
  readonly brokers: readonly number[];
  leader: number | undefined;
  readonly #log: PartitionLog;
  readonly #lagMs: number;
  readonly #inSync: Set<number>;
  /** Where those stopped that do not follow at present. */
  readonly #stopped = new Map<number, number>();
  /** Followers have everything before this; they have no more for as long as the leader is gone. */
  #replicated = 0;
  #readable = 0;

  constructor(brokers: readonly number[], log: PartitionLog, lagMs: number) {
    this.brokers = brokers;
    this.leader = brokers[0];
    this.#inSync = new Set(brokers);
    this.#log = log;
    this.#lagMs = lagMs;
  }

  get inSync(): readonly number[] {
    return this.brokers.filter((broker) => this.#inSync.has(broker));
  }

  /** Whether the leader is there and answers. */
  get isLed(): boolean {
    return this.leader !== undefined && !this.#stopped.has(this.leader);
  }

  /** Records before this offset may be read. */
  readable(nowMs: number): number {
    const ends = this.inSync.map((broker) => this.#endOf(broker, nowMs));
    this.#readable = Math.max(this.#readable, Math.min(this.#log.end, ...ends));
    return this.#readable;
  }

  /** When more may be read than now; undefined where that needs a broker to come back. */
  nextReadableMs(nowMs: number): number | undefined {
    const next = this.#log.at(this.readable(nowMs));
    const isHeld = this.inSync.some(
      (broker) => (this.#stopped.get(broker) ?? Number.POSITIVE_INFINITY) <= this.#readable,
    );
    return next === undefined || !this.isLed || isHeld ? undefined : next.timeMs + this.#lagMs;
  }

  /** The offset after the last that a broker has. */
  #endOf(broker: number, nowMs: number): number {
    const stopped = this.#stopped.get(broker);
    if (stopped !== undefined) return stopped;
    return broker === this.leader ? this.#log.end : this.#replicatedBy(nowMs);
  }

  #replicatedBy(nowMs: number): number {
    if (!this.isLed) return this.#replicated;
    for (let next = this.#log.at(this.#replicated); next !== undefined; next = this.#log.at(this.#replicated)) {
      if (next.timeMs + this.#lagMs > nowMs) break;
      this.#replicated += 1;
    }
    return this.#replicated;
  }

  /** Retention has deleted what was before `start`. */
  logStartsAt(start: number): void {
    this.#replicated = Math.max(this.#replicated, start);
    this.#readable = Math.max(this.#readable, start);
  }

  // --- brokers come and go

  /** A broker is gone. Nobody has noticed yet. */
  stop(broker: number, nowMs: number): void {
    if (!this.brokers.includes(broker) || this.#stopped.has(broker)) return;
    this.readable(nowMs);
    const replicated = this.#replicatedBy(nowMs);
    this.#stopped.set(broker, broker === this.leader ? this.#log.end : Math.min(replicated, this.#log.end));
  }

  /** The controller has noticed: the broker is out of sync, and another one leads what it led. */
  fence(broker: number, election: Election): LeaderChange | undefined {
    if (!this.#stopped.has(broker)) return undefined;
    if (this.leader === broker) return this.#elect(election);
    this.#leaveSync(broker);
    return undefined;
  }

  /** The last one in sync stays so: nobody else has all the records. */
  #leaveSync(broker: number): void {
    if (this.#inSync.size > 1) this.#inSync.delete(broker);
  }

  #elect({ isUp, isUncleanAllowed, nowMs }: Election): LeaderChange {
    const from = this.leader;
    const clean = this.brokers.find((broker) => this.#inSync.has(broker) && !this.#stopped.has(broker));
    const to = clean ?? (isUncleanAllowed ? this.brokers.find(isUp) : undefined);
    const end = to === undefined ? this.#log.end : this.#endOf(to, nowMs);
    this.leader = to;
    if (to !== undefined) {
      this.#stopped.delete(to);
      for (const broker of this.brokers) if (this.#stopped.has(broker)) this.#leaveSync(broker);
      if (clean === undefined) this.#onlyInSync(to);
      this.#cut(end);
    }
    return { from, to, isUnclean: clean === undefined && to !== undefined, end };
  }

  #onlyInSync(broker: number): void {
    this.#inSync.clear();
    this.#inSync.add(broker);
  }

  /** The log ends here from now on. */
  #cut(end: number): void {
    this.#replicated = Math.min(this.#replicated, end);
    this.#readable = Math.min(this.#readable, end);
    for (const [broker, at] of this.#stopped) this.#stopped.set(broker, Math.min(at, end));
  }

  /** A broker is back. It leads what nobody else could; else it has to catch up first. */
  start(broker: number, isUncleanAllowed: boolean): LeaderChange | undefined {
    const at = this.#stopped.get(broker);
    if (at === undefined) return undefined;
    if (this.leader === broker) {
      this.#stopped.delete(broker); // it was away so shortly that nobody noticed
      return undefined;
    }
    const isUnclean = !this.#inSync.has(broker);
    if (this.leader !== undefined || (isUnclean && !isUncleanAllowed)) return undefined;
    this.#stopped.delete(broker);
    this.leader = broker;
    if (isUnclean) this.#onlyInSync(broker);
    this.#cut(at);
    return { from: undefined, to: broker, isUnclean, end: at };
  }

  /** A broker has everything again. */
  caughtUp(broker: number): void {
    if (!this.isLed || !this.#stopped.delete(broker)) return;
    this.#inSync.add(broker);
  }

  /** Whether a broker is to lead, could, and does not: leadership goes back to it. */
  prefer(): LeaderChange | undefined {
    const [preferred] = this.brokers;
    const canLead = preferred !== undefined && this.#inSync.has(preferred) && !this.#stopped.has(preferred);
    if (!canLead || this.leader === preferred) return undefined;
    const from = this.leader;
    this.leader = preferred;
    return { from, to: preferred, isUnclean: false, end: this.#log.end };
  }

  save(): SavedReplicas {
    return {
      leader: this.leader ?? null,
      inSync: this.inSync,
      stopped: [...this.#stopped],
      replicated: this.#replicated,
      readable: this.#readable,
    };
  }

  restore({ leader, inSync, stopped, replicated, readable }: SavedReplicas): void {
    this.leader = leader ?? undefined;
    this.#inSync.clear();
    for (const broker of inSync) this.#inSync.add(broker);
    for (const [broker, at] of stopped) this.#stopped.set(broker, at);
    this.#replicated = replicated;
    this.#readable = readable;
  }
}

export interface SavedReplicas {
  readonly leader: number | null;
  readonly inSync: readonly number[];
  readonly stopped: readonly (readonly [broker: number, at: number])[];
  readonly replicated: number;
  readonly readable: number;
}
