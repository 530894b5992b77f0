/** Judges event source mappings: what functions are invoked with, and what becomes of the records. */
import { type JsonObject, type JsonValue, nodeFactoryOf, type Ports, runSimulation, Simulation } from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import type { Consumer, Expectation, Fates, MappingCase, Step } from "./mapping-case.ts";
import { compareLog, holds } from "./mapping-comparisons.ts";
import {
  BUCKET_TYPE,
  compareFailures,
  DESTINATION_ARNS,
  DESTINATION_SPECS,
  endsOf,
  RecordingBucket,
  type Told,
  toldOf,
} from "./mapping-destinations.ts";
import { FateBook, fatesInQueue, sizeOfQueue } from "./mapping-fates.ts";
import { codeOf, type FunctionKind, type Invoked } from "./mapping-functions.ts";
import { type MappingSource, type SourceRecord, sourceOf } from "./mapping-sources.ts";

/** Long enough for everything to come to its end where a case does not say when to look. */
const PATIENCE_SECONDS = 3_600;

export async function judgeMapping(row: Case): Promise<Verdict> {
  const why = await new MappingRun(row as unknown as MappingCase).differences();
  return verdict({ pass: why === undefined }, why);
}

class MappingRun {
  readonly #case: MappingCase;
  readonly #source: MappingSource;
  readonly #simulation: Simulation;
  readonly #bucket: RecordingBucket;
  readonly #fates = new FateBook();
  readonly #log: Invoked[] = [];

  constructor(given: MappingCase) {
    this.#case = given;
    this.#source = sourceOf(given.eventSource, given.records);
    this.#bucket = new RecordingBucket(() => this.#simulation.timeMs);
    const specs = [...this.#source.specs, ...DESTINATION_SPECS];
    const factoryOf: typeof nodeFactoryOf = (spec) =>
      spec.type === BUCKET_TYPE ? () => this.#bucket : nodeFactoryOf(spec);
    this.#simulation = new Simulation(specs, factoryOf, {
      trace: { keep: "all", max: 100_000 },
      onRecord: ({ node, what, message }) => this.#fates.hear(node, what, message, this.#source.name),
    });
  }

  async differences(): Promise<string | undefined> {
    await this.#run();
    const { expect, records } = this.#case;
    const told = toldOf(this.#simulation, this.#bucket);
    return (
      compareLog(this.#log, expect, records) ??
      this.#compareDescription(expect) ??
      (expect.onFailure && compareFailures(told, expect.onFailure, this.#source.ids)) ??
      this.#compareFailed(told, expect) ??
      this.#compareFinal(expect)
    );
  }

  async #run(): Promise<void> {
    const creations = this.#case.consumers.map((consumer) => {
      return { at: consumer.createAt, act: () => this.#create(consumer) };
    });
    const steps = this.#case.timeline.map((step) => ({ at: step.at, act: () => this.#step(step) }));
    // What is created at the time of a put is there before it.
    const all = [...creations, ...steps].toSorted((a, b) => a.at - b.at);
    for (const { at, act } of all) {
      await runSimulation(this.#simulation, { untilMs: at * 1_000 });
      act();
    }
    if (this.#case.timeline.at(-1)?.end !== true) {
      await runSimulation(this.#simulation, { untilMs: this.#simulation.timeMs + PATIENCE_SECONDS * 1_000 });
    }
  }

  #create({ name, mapping, function: given }: Consumer): void {
    this.#addFunction(name, given, name);
    this.#simulation.add({
      id: mappingOf(name),
      type: "AWS::Lambda::EventSourceMapping",
      arn: `arn:aws:lambda:us-east-1:123456789012:event-source-mapping:${name}`,
      properties: { ...withDestinations(mapping), EventSourceArn: this.#source.arn, FunctionName: name },
    });
  }

  #addFunction(id: string, given: FunctionKind, consumer: string): void {
    const startMs = this.#simulation.epochMs - this.#simulation.timeMs;
    this.#simulation.add({
      id,
      type: "AWS::Lambda::Function",
      arn: `arn:aws:lambda:us-east-1:123456789012:function:${id}`,
      properties: { Timeout: given.timeoutSeconds ?? 30 },
      code: codeOf(consumer, given, this.#source.names, startMs, this.#log),
    });
  }

  #step({ put, setEnabled, update }: Step): void {
    if (put !== undefined) this.#put(put);
    if (setEnabled !== undefined) this.#mapping().update({ Enabled: setEnabled });
    if (update !== undefined) {
      const { consumer, function: version, ...properties } = update;
      const of = this.#case.consumers.find(({ name }) => name === consumer) ?? (this.#case.consumers[0] as Consumer);
      if (version !== undefined) this.#addFunction(`${of.name}-${version}`, { ...of.function, version }, of.name);
      this.#mapping(of.name).update({
        ...properties,
        ...(version !== undefined && { FunctionName: `${of.name}-${version}` }),
      });
    }
  }

  /** The first consumer's, where none is named. */
  #mapping(consumer = (this.#case.consumers[0] as Consumer).name): Ports["mapping"] {
    return (this.#simulation.ports(mappingOf(consumer)) as Ports).mapping;
  }

  /** One call. */
  #put(ids: readonly string[]): void {
    const records = ids.map((id) => this.#case.records.find((each) => each.id === id) as SourceRecord);
    this.#fates.name(this.#source.put(this.#simulation, records));
  }

  #compareDescription({ mappingDefaults, lastProcessingResult }: Expectation): string | undefined {
    const described = this.#mapping().describe();
    const last = described.LastProcessingResult;
    if (lastProcessingResult !== undefined && last !== lastProcessingResult) return `last processing result: ${last}`;
    return mappingDefaults === undefined || holds(described, mappingDefaults)
      ? undefined
      : `the mapping is ${JSON.stringify(described)}`;
  }

  #compareFailed(told: readonly Told[], { onFailureRecords }: Expectation): string | undefined {
    const got = told.flatMap((each) => [...new Set(endsOf(each, this.#source.ids))]);
    return onFailureRecords === undefined || got.join() === onFailureRecords.join() ? undefined : `on failure: ${got}`;
  }

  #compareFinal({ final = {}, perConsumerFinal = {}, queueEmpty }: Expectation): string | undefined {
    const { name, isQueue, ids } = this.#source;
    if (isQueue && queueEmpty === true && sizeOfQueue(this.#simulation, name) > 0) return "the queue is not empty";
    if (isQueue) return compareFates(final, fatesInQueue(this.#simulation, name, this.#log, ids));
    for (const consumer of this.#case.consumers.map((each) => each.name)) {
      const log = this.#log.filter((invoked) => invoked.consumer === consumer);
      const wanted = perConsumerFinal[consumer] ?? final;
      const fateOf = (id: string): string => this.#fates.inStream(this.#simulation, mappingOf(consumer), log, id);
      const wrong = compareFates(wanted, fateOf);
      if (wrong !== undefined) return `${consumer}: ${wrong}`;
    }
    return undefined;
  }
}

function mappingOf(consumer: string): string {
  return `${consumer}Mapping`;
}

/** Destinations by their ARNs. */
function withDestinations(mapping: JsonObject): JsonObject {
  const { DestinationConfig: config, ...own } = mapping;
  const { OnFailure: onFailure } = (config ?? {}) as { readonly OnFailure?: { readonly Destination?: JsonValue } };
  if (onFailure?.Destination === undefined) return mapping;
  const { Destination: destination } = onFailure;
  return {
    ...own,
    DestinationConfig: { OnFailure: { Destination: DESTINATION_ARNS[String(destination)] ?? destination } },
  };
}

function compareFates(wanted: Fates, fateOf: (id: string) => string): string | undefined {
  const wrong = Object.entries(wanted).find(([id, fate]) => fateOf(id) !== fate);
  return wrong && `${wrong[0]}: ${fateOf(wrong[0])}`;
}
