/**
 * A scenario: what a template cannot say. How much traffic there is, how long code takes and how often it fails, what
 * goes wrong and when, and what is expected of all that. Read from its file into plain values in milliseconds and shares;
 * each part keeps the node that it was written in, for what can only be judged with the system at hand.
 */
import type { JsonObject, JsonValue } from "../json.ts";
import type { ArrivalPattern } from "../services/producers/arrivals.ts";
import type { MessageTemplate } from "../services/producers/message-filler.ts";
import type { Faults } from "../sim/types.ts";
import type { Node } from "../text/tree.ts";
import type { Bound } from "./units.ts";

interface Part {
  /** Where it is written. */
  readonly node: Node;
}

export interface Traffic extends Part {
  readonly name: string;
  /** Logical id of what takes the messages. */
  readonly to: string;
  /** A file whose messages are sent as they are recorded; then there are no `messages`. */
  readonly replay?: string;
  readonly arrivals: ArrivalPattern;
  readonly fromMs: number;
  readonly untilMs?: number;
  readonly count?: number;
  readonly batchSize: number;
  readonly messages: readonly MessageTemplate[];
}

/** What code does that takes messages, or what a service does that no template says, by the logical id. */
export interface Behavior extends Part {
  readonly id: string;
  /** As the service's node takes it: `NodeSpec.behavior`. */
  readonly behavior: JsonObject;
  /** A local function that really answers: `src/process.mjs#handler`. */
  readonly handler?: string;
}

export interface Consumer extends Part {
  readonly name: string;
  /** The queue or stream that it polls: a logical id. */
  readonly polls: string;
  /** As the node that polls takes them, but for what is polled. */
  readonly properties: JsonObject;
  readonly behavior: JsonObject;
  /** Logical ids of what gets what was processed. */
  readonly sendsTo: readonly string[];
  /** An Auto Scaling group that sets the number of workers. */
  readonly scaling?: {
    readonly min: number;
    readonly max: number;
    readonly backlogPerWorker: number;
    readonly cooldownSeconds: number;
  };
}

export interface Fault extends Part {
  /** Logical id of what has it. */
  readonly on: string;
  readonly faults: Partial<Faults>;
  readonly fromMs: number;
  readonly untilMs?: number;
}

export type Expectation = Part & { readonly name: string } & (
    | { readonly kind: "lost"; readonly bound: Bound }
    | { readonly kind: "empty"; readonly id: string }
    | {
        readonly kind: "metric";
        readonly id: string;
        readonly metric: string;
        readonly of: string;
        readonly bound: Bound;
      }
    | { readonly kind: "order"; readonly id: string }
    | {
        readonly kind: "visits";
        /** An event pattern that the bodies of the messages match that are meant; all of them where it is left out. */
        readonly message?: JsonValue;
        readonly ids: readonly string[];
        readonly withinMs?: number;
      }
    | { readonly kind: "cost"; readonly bound: Bound }
  );

export interface Sweep extends Part {
  readonly seeds: number;
  readonly vary: readonly { readonly path: string; readonly values: readonly JsonValue[]; readonly node: Node }[];
  /** Metrics: `OrdersDlq.arrived`, `Orders.ageMs.p99`, `lost`, `cost`. */
  readonly show: readonly { readonly path: string; readonly node: Node }[];
}

/** One execution of a state machine, and what it must come to. */
export interface Case extends Part {
  readonly name: string;
  readonly input: JsonValue;
  /** A file beside, whose JSON is the input. */
  readonly inputFile?: string;
  /** Mocks by state, as TestState takes them. */
  readonly mocks?: JsonObject;
  /** A mock configuration file of Step Functions Local, and a test case of it. */
  readonly mockFile?: { readonly file: string; readonly testCase: string };
  readonly expect: {
    readonly status?: string;
    readonly output?: JsonValue;
    readonly error?: string;
    readonly cause?: string;
    readonly path?: readonly string[];
  };
}

export interface Scenario {
  /** The file that says what is simulated; left out: `resources` is all there is. */
  readonly simulate?: { readonly file: string; readonly node: Node };
  readonly parameters: JsonObject;
  /** CloudFormation resources, added to the template's or put over them. */
  readonly resources: Node | undefined;
  /** Left out: until nothing moves any more, `DEFAULT_SIMULATION_MS` at most. */
  /** When it begins, epoch milliseconds: what schedules go by. */
  readonly startMs?: number;
  readonly durationMs?: number;
  readonly seed: number;
  /** US dollars by the name of a price, in the place of AWS's list price, for as many units as there. */
  readonly prices: Readonly<Record<string, number>>;
  readonly traffic: readonly Traffic[];
  /** It says what traffic there is, be it none. */
  readonly saysTraffic: boolean;
  readonly behavior: readonly Behavior[];
  readonly consumers: readonly Consumer[];
  readonly faults: readonly Fault[];
  readonly expect: readonly Expectation[];
  readonly sweep?: Sweep;
  readonly cases: readonly Case[];
}
