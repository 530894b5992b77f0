/**
 * What a simulated system is made of. Nodes (queues, topics, functions, ...) live on one virtual clock. They do things
 * in two ways only: an event falls due, or another node calls them, as AWS services call each other's APIs. Everything
 * that happens is told to the trace, and counted.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { Random } from "../random.ts";

/** What something is called and set to: one resource of a template, or what a scenario adds. */
export interface NodeSpec {
  /** Logical id: unique, stable, what users read. */
  readonly id: string;
  /** CloudFormation's type (`AWS::SQS::Queue`), or `Sluice::...` for what CloudFormation has not. */
  readonly type: string;
  readonly arn: string;
  /** Other names that it is found by. */
  readonly aliases?: readonly string[];
  /** CloudFormation's property names, resolved to plain data. */
  readonly properties: JsonObject;
  /** What no template says: how long a handler takes, how often it fails, how often a standard queue delivers twice. */
  readonly behavior?: JsonObject;
  /** Its real code, where the host has it and may run it. */
  readonly code?: Code;
}

/** Answers an event. It is the host's to see that it ends, and answers the same to the same. */
export type Code = (event: JsonValue, call: CodeCall) => CodeAnswer | Promise<CodeAnswer>;

export interface CodeCall {
  /** Logical id of whose code it is. */
  readonly node: string;
  readonly requestId: string;
  readonly version: string;
  /** Virtual, epoch milliseconds. */
  readonly epochMs: number;
}

/** `durationMs`: virtual; left out, what its behavior says. */
export type CodeAnswer = { readonly durationMs?: number } & (
  | { readonly response: JsonValue }
  | { readonly error: CodeError }
);

/** As Lambda has it. */
export type CodeError = { readonly errorType: string; readonly errorMessage: string };

export type Attribute = { readonly DataType: string } & (
  | { readonly StringValue: string }
  /** Base64. */
  | { readonly BinaryValue: string }
);

/** By name, as SQS and SNS have them. */
export type Attributes = Readonly<Record<string, Attribute>>;

/**
 * One message, event or record. It never changes: what a queue knows of it (its receive count, when it becomes visible)
 * is the queue's. When a node makes another message of it, that one names it as its cause.
 */
export interface Message {
  /** From 1, in the order in which messages came into being: its name in the trace. */
  readonly number: number;
  readonly body: string;
  readonly attributes: Attributes | undefined;
  /** The message that it was made of. */
  readonly cause: Message | undefined;
  /** The node that made it, and when, milliseconds. */
  readonly madeBy: string;
  readonly madeMs: number;
  /** Number and time of the first message of its line: what end-to-end times are measured from. */
  readonly origin: number;
  readonly originMs: number;
  /** How many messages lie between it and its origin. */
  readonly hops: number;
}

/** Why something happened: a code of `services/reasons.ts` and what stands in its sentence. */
export type Reason = { readonly code: string } & Readonly<Record<string, string | number | undefined>>;

/** One that takes long to find is found when somebody reads it: of millions of records most never are. */
export type ReasonToTell = Reason | (() => Reason);

/** One thing that happened, to one message or to a node. Plain and read-only. */
export interface FlowRecord {
  /** From 1, without gaps, also where records are not kept. */
  readonly sequence: number;
  /** Virtual, milliseconds since the simulation began. */
  readonly timeMs: number;
  readonly node: string;
  /** A word of `happenings.ts`. */
  readonly what: string;
  /** `Message.number`. */
  readonly message?: number;
  /** The node that it comes from or goes to: its id, or the name of one that is not there. */
  readonly other?: string;
  readonly why?: Reason;
}

/** What falls due. One object is used for all of them: whoever wants to keep something of it copies it. */
export interface SimEvent {
  readonly timeMs: number;
  /** The receiving node's own numbering. */
  readonly kind: number;
  /** Whatever number the receiver wants back: an entry, an epoch, a position. */
  readonly ref: number;
  readonly message: Message | undefined;
  readonly data: JsonValue | undefined;
}

/** Where an answer is sent: an event of this kind, with this number, to this node. */
export interface Address {
  readonly node: string;
  readonly kind: number;
  readonly ref: number;
}

/** Plain JSON data that a node is saved as; messages are named by their numbers (`Keeper`). */
export type NodeState = object;

/** While nodes are saved: writes a message down once and answers the number that names it. */
export interface Keeper {
  keep(message: Message): number;
}

/** While nodes are restored: finds the messages again. */
export interface Finder {
  find(number: number): Message;
}

/** A broken invariant. It is a bug of the simulator, and is told with the seed that shows it. */
export interface Violation {
  readonly node: string;
  readonly timeMs: number;
  readonly invariant: string;
  readonly text: string;
  readonly seed: number;
}

export interface SimNode {
  /** An event falls due. Asynchronous only where JSONata is evaluated. */
  handle(event: SimEvent): void | Promise<void>;
  /** Begins: sets its first events. Called once, in the order of the nodes, at time 0; not after a restore. */
  start?(): void;
  /** A fault begins or ends; what is lost by it is lost now. `outage` is in `NodeContext.faults` already. */
  faultChanged?(): void;
  /** Messages that it holds: what came in and has not gone out. Nodes that hold none leave it out. */
  inside?(): number;
  /** Asked where only idle events are left: whether something will still happen to what it holds. */
  isBusy?(): boolean;
  /** Checks what must hold for its kind; sentences for what does not. */
  audit?(): readonly string[];
  /** What it looks like now, for people: sizes, locks, workers. Must not change anything. */
  view(): JsonObject;
  save(keeper: Keeper): NodeState;
  restore(state: NodeState, finder: Finder): void;
  /** APIs that other nodes call, by name: see `services/ports.ts`. */
  readonly ports: object;
}

/** Faults of a node at present. */
export interface Faults {
  /** It answers no call. */
  readonly outage: boolean;
  /** It refuses this share of calls, 0 to 1. */
  readonly throttleRate: number;
  /** What takes time takes this many times as long. */
  readonly slowness: number;
  /** It delivers this share of messages twice, 0 to 1, where it promises no more than at least once. */
  readonly duplicateRate: number;
}

/** What the kernel offers to one node. */
export interface NodeContext {
  readonly id: string;
  /** Virtual now, milliseconds since the simulation began. */
  readonly timeMs: number;
  /** Virtual now, epoch milliseconds. */
  readonly epochMs: number;
  /** Its own: another node changes nothing of what it draws. */
  readonly random: Random;
  readonly faults: Faults;
  /** Sets an event for itself. */
  at(timeMs: number, kind: number, ref?: number, message?: Message, data?: JsonValue): void;
  /**
   * The same for what goes on whether there are messages or not: polls, measurements, the end of a retention period. A
   * simulation in which nothing else is left to happen, and no node is busy, is quiet, and may end.
   */
  atIdle(timeMs: number, kind: number, ref?: number): void;
  /** Sends an event to another node, or an answer to whoever waits for it. `timeMs`: when it arrives; now if left out. */
  send(to: Address, message?: Message, data?: JsonValue, timeMs?: number): void;
  /** A node by logical id, ARN or URL. */
  node(name: string): { readonly id: string; readonly ports: object } | undefined;
  /** A new message. Without a cause it is the first of its line. */
  newMessage(body: string, attributes?: Attributes, cause?: Message): Message;
  /** True where a message would go round for ever: the node must let go of it, and say so. */
  isLoop(message: Message): boolean;
  /** Messages came in or went out: what `inside` is checked against. */
  entered(count: number): void;
  left(count: number): void;
  /**
   * Something happened: always to be told, for records are numbered whether they are kept or not. `other`: a node by any
   * of its names. What a function of `why` looks at must not change.
   */
  tell(what: string, message?: Message, why?: ReasonToTell, other?: string): void;
  /** An invariant does not hold. It is kept with time, node and seed; the first one matters. */
  violated(invariant: string, text: string): void;
  /** Meters, by name; whoever asks again gets the same. */
  counter(name: string): Counter;
  gauge(name: string): Gauge;
  age(name: string): Age;
  histogram(name: string): Histogram;
}

/** Counts things that happen: in all, and over time. */
export interface Counter {
  add(count: number): void;
  readonly total: number;
}

/** A value that stays until it changes: its mean, maximum and course over time. */
export interface Gauge {
  set(value: number): void;
  readonly value: number;
}

/** How long something has been there: a value that grows with the clock. */
export interface Age {
  /** Since when, milliseconds; undefined: nothing is there, and its age is 0. */
  since(timeMs: number | undefined): void;
}

/** A distribution of durations or sizes: percentiles within 1 %. */
export interface Histogram {
  add(value: number, count?: number): void;
}

/** Makes the node of one type of resource. */
export type NodeFactory = (context: NodeContext, spec: NodeSpec) => SimNode;
