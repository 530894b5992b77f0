/**
 * An archive of a bus: keeps events for some days, and replays them.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-archive.html
 */
import { type JsonObject, objectOf } from "../../json.ts";
import { compilePattern } from "../../patterns/compile.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import { Fifo } from "../../sim/fifo.ts";
import type { Finder, Keeper, Message, NodeContext, NodeSpec, NodeState, SimEvent, SimNode } from "../../sim/types.ts";
import type { Ports } from "../ports.ts";
import { type BusListener, busOf } from "./bus.ts";

/** What StartReplay takes. */
export interface ReplayRequest {
  readonly name: string;
  /** Of the time at which events came to the bus, epoch milliseconds; the end is not among it. */
  readonly fromMs: number;
  readonly toMs: number;
  /** Only these rules get the events, by ARN or logical id. Default: all. */
  readonly rules?: readonly string[];
}

export interface ArchivePort {
  startReplay(request: ReplayRequest): Refusal | undefined;
}

/** What a scenario says: replays at times of the simulation, milliseconds since its beginning. */
export interface ArchiveBehavior {
  readonly replays?: readonly {
    readonly atMs: number;
    readonly fromMs?: number;
    readonly toMs?: number;
    readonly rules?: readonly string[];
  }[];
}

interface Kept {
  readonly message: Message;
  readonly ingestedMs: number;
}

/** A replay that runs. */
interface Replay {
  readonly request: ReplayRequest;
  readonly events: readonly Message[];
  next: number;
}

/** Its events: one that a scenario asks for begins; one goes on. */
const BEGIN = 0;
const GO_ON = 1;

/** AWS replays an archive minute by minute, as fast as it can: so many events in one moment here. */
const AT_ONCE = 1_000;
const DAY_MS = 86_400_000;

/** AWS marks what is replayed, so that an archive does not keep it again. */
const MARK = "replay-name";

export class Archive implements SimNode, ArchivePort {
  readonly ports: Partial<Ports> = { archive: this };
  readonly #context: NodeContext;
  readonly #busArn: string;
  readonly #keptMs: number;
  readonly #planned: NonNullable<ArchiveBehavior["replays"]>;
  readonly #listener: BusListener;
  readonly #kept = new Fifo<Kept>();
  readonly #replays = new Map<number, Replay>();
  readonly #meters;
  #lastReplay = 0;

  constructor(context: NodeContext, { arn, properties, behavior }: NodeSpec) {
    const { SourceArn, RetentionDays = 0, EventPattern } = properties;
    const pattern = typeof EventPattern === "string" ? parsedJson(EventPattern) : EventPattern;
    this.#context = context;
    this.#busArn = String(SourceArn);
    // 0 is for ever.
    this.#keptMs = Number(RetentionDays) === 0 ? Number.POSITIVE_INFINITY : Number(RetentionDays) * DAY_MS;
    this.#planned = (behavior as ArchiveBehavior | undefined)?.replays ?? [];
    this.#meters = { archived: context.counter("archived"), replayed: context.counter("replayed") };
    const events = { ...objectOf(pattern), [MARK]: [{ exists: false }] };
    this.#listener = {
      id: context.id,
      arn,
      pattern: compilePattern(events, "eventbridge"),
      take: ({ message, ingestedMs }) => this.#keep({ message, ingestedMs }),
    };
  }

  start(): void {
    this.#attach();
    for (const [index, { atMs }] of this.#planned.entries()) this.#context.at(atMs, BEGIN, index);
  }

  #attach(): void {
    busOf(this.#context, this.#busArn)?.attach(this.#listener);
  }

  #keep(kept: Kept): void {
    this.#drop();
    this.#kept.push(kept);
    this.#meters.archived.add(1);
    this.#context.tell("archived", kept.message);
  }

  #drop(): void {
    const oldestMs = this.#context.epochMs - this.#keptMs;
    for (let oldest = this.#kept.peek(); oldest !== undefined && oldest.ingestedMs <= oldestMs; ) {
      this.#kept.shift();
      oldest = this.#kept.peek();
    }
  }

  startReplay(request: ReplayRequest): Refusal | undefined {
    const { name, fromMs, toMs } = request;
    if (fromMs >= toMs) {
      return refusal(
        "ValidationException",
        "Parameter EventEndTime is not valid. Reason: EventStartTime must be before EventEndTime.",
      );
    }
    if ([...this.#replays.values()].some((replay) => replay.request.name === name)) {
      return refusal("ResourceAlreadyExistsException", `Replay ${name} already exists.`);
    }
    this.#drop();
    const events = [...this.#kept].filter(({ ingestedMs }) => ingestedMs >= fromMs && ingestedMs < toMs);
    this.#lastReplay += 1;
    this.#replays.set(this.#lastReplay, { request, events: events.map(({ message }) => message), next: 0 });
    this.#context.tell("replayStarted", undefined, { code: "events.replay", name, events: events.length });
    this.#context.at(this.#context.timeMs, GO_ON, this.#lastReplay);
    return undefined;
  }

  handle({ kind, ref }: SimEvent): void {
    if (kind === BEGIN) this.#beginPlanned(ref);
    else this.#goOn(ref);
  }

  #beginPlanned(index: number): void {
    const { fromMs = 0, toMs, rules } = this.#planned[index] as NonNullable<ArchiveBehavior["replays"]>[number];
    const { epochMs, timeMs } = this.#context;
    const startMs = epochMs - timeMs;
    this.startReplay({
      name: `${this.#context.id}-replay-${index + 1}`,
      fromMs: startMs + fromMs,
      toMs: toMs === undefined ? epochMs + 1 : startMs + toMs,
      ...(rules && { rules }),
    });
  }

  #goOn(number: number): void {
    const replay = this.#replays.get(number);
    if (replay === undefined) return;
    const { request, events } = replay;
    const bus = busOf(this.#context, this.#busArn);
    const end = Math.min(events.length, replay.next + AT_ONCE);
    for (; replay.next < end; replay.next++) {
      const message = events[replay.next] as Message;
      const mark = `{"${MARK}":${JSON.stringify(request.name)},`;
      this.#meters.replayed.add(1);
      bus?.replay(mark + message.body.slice(1), message, request.rules);
    }
    if (end < events.length) this.#context.at(this.#context.timeMs, GO_ON, number);
    else {
      this.#replays.delete(number);
      this.#context.tell("replayEnded", undefined, {
        code: "events.replay",
        name: request.name,
        events: events.length,
      });
    }
  }

  view(): JsonObject {
    return { events: this.#kept.size, replays: [...this.#replays.values()].map(({ request: { name } }) => name) };
  }

  save(keeper: Keeper): SavedArchive {
    return {
      kept: [...this.#kept].map(({ message, ingestedMs }) => [keeper.keep(message), ingestedMs]),
      replays: [...this.#replays].map(([number, { request, events, next }]) => {
        return [number, request, events.map((message) => keeper.keep(message)), next];
      }),
      lastReplay: this.#lastReplay,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { kept, replays, lastReplay } = saved as SavedArchive;
    for (const [message, ingestedMs] of kept) this.#kept.push({ message: finder.find(message), ingestedMs });
    for (const [number, request, events, next] of replays) {
      this.#replays.set(number, { request, events: events.map((each) => finder.find(each)), next });
    }
    this.#lastReplay = lastReplay;
    this.#attach();
  }
}

interface SavedArchive {
  readonly kept: readonly (readonly [message: number, ingestedMs: number])[];
  readonly replays: readonly (readonly [number, ReplayRequest, readonly number[], number])[];
  readonly lastReplay: number;
}
