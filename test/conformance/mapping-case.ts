/** An event source mapping case, as its line has it. */
import type { JsonObject } from "@sluice/engine";
import type { FunctionKind } from "./mapping-functions.ts";
import type { EventSource, SourceRecord } from "./mapping-sources.ts";

export interface MappingCase {
  readonly eventSource: EventSource;
  readonly records: readonly SourceRecord[];
  readonly timeline: readonly Step[];
  readonly consumers: readonly Consumer[];
  readonly expect: Expectation;
}

export interface Step {
  readonly at: number;
  readonly put?: readonly string[];
  readonly setEnabled?: boolean;
  readonly update?: { readonly consumer?: string; readonly function?: string } & JsonObject;
  readonly end?: true;
}

export interface Consumer {
  readonly name: string;
  readonly createAt: number;
  readonly mapping: JsonObject;
  readonly function: FunctionKind;
}

export type Fates = Readonly<Record<string, string>>;

export interface Expectation {
  readonly invocations?: readonly ExpectedInvocation[];
  readonly order?: "any";
  readonly invocationCount?: number | { readonly min: number; readonly max: number };
  readonly deliveries?: Readonly<Record<string, number>>;
  readonly deliveriesAtLeast?: Readonly<Record<string, number>>;
  readonly totalDeliveries?: Readonly<Record<string, number>>;
  readonly minGapSeconds?: number;
  readonly maxConcurrent?: number;
  readonly maxConcurrentPerShard?: number;
  readonly maxBatch?: number;
  readonly firstInvocationNotBefore?: number;
  readonly orderPerKey?: Readonly<Record<string, readonly string[]>>;
  readonly windows?: readonly JsonObject[];
  readonly mappingDefaults?: JsonObject;
  readonly recordShape?: JsonObject;
  readonly lastProcessingResult?: string;
  readonly queueEmpty?: boolean;
  readonly onFailure?: readonly ExpectedFailure[];
  readonly onFailureRecords?: readonly string[];
  readonly final?: Fates;
  readonly perConsumerFinal?: Readonly<Record<string, Fates>>;
}

export interface ExpectedInvocation {
  readonly records: readonly string[];
  readonly receiveCounts?: readonly number[];
  readonly consumer?: string;
  readonly target?: string;
}

/** `responseContext`: null where there is none. */
export interface ExpectedFailure {
  readonly condition: string;
  readonly approximateInvokeCount: number;
  readonly batchSize: number;
  readonly records: readonly string[];
  readonly batchInfoKey: string;
  readonly responseContext: JsonObject | null;
  readonly payloadIncluded: boolean;
  readonly objectKey?: string;
  readonly snsEnvelope?: { readonly hasSubject: boolean; readonly messageIsJsonText: boolean };
}
