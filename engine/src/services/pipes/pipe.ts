/**
 * A pipe: takes batches of a source, lets an enrichment change them, and hands them to a target. What fails is the source's
 * to give again.
 * https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-pipes.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { PIPE_TIMEOUT_MS } from "../../limits.ts";
import type { Refusal } from "../../refusals/refusal.ts";
import type {
  Address,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import { failuresOf } from "../event-source-mapping/batch-response.ts";
import type { FunctionPort, Invocation, InvocationResult } from "../lambda/invocation.ts";
import type { CallResult, Ports } from "../ports.ts";
import { INVALID_JSON, NO_RESOURCE } from "../target-errors.ts";
import { type PipeInput, type PipeNames, pipeInputOf } from "./pipe-input.ts";
import { pipeMeters } from "./pipe-meters.ts";
import { type PipeRun, restoreRun, type SavedRun, saveRun } from "./pipe-run.ts";
import { itemIdOf, pipeEventOf, pipeSource, recordsIn } from "./pipe-source.ts";
import { callWithAll, type PipeEvent, type PipeTarget, pipeTargetOf } from "./pipe-target.ts";

/** Its own events; those with lower numbers are of its source. */
const ENRICHED = 20;
const ANSWERED = 21;

export class Pipe implements SimNode, FunctionPort {
  readonly ports: Partial<Ports> = { function: this };
  readonly arn: string;
  readonly settings = { timeoutMs: PIPE_TIMEOUT_MS };
  readonly #context: NodeContext;
  readonly #source: SimNode;
  readonly #enrichmentArn: string | undefined;
  readonly #enrichmentInput: PipeInput;
  readonly #target: PipeTarget;
  readonly #targetInput: PipeInput;
  readonly #meters;
  readonly #runs = new Map<number, PipeRun>();
  #lastRun = 0;

  constructor(context: NodeContext, { arn, properties }: NodeSpec) {
    const { Enrichment: enrichment, EnrichmentParameters, Source, Target, TargetParameters } = properties;
    const names: PipeNames = {
      pipeArn: arn,
      sourceArn: String(Source ?? ""),
      targetArn: String(Target ?? ""),
      enrichmentArn: String(enrichment ?? ""),
    };
    this.arn = arn;
    this.#context = context;
    this.#source = pipeSource(context, properties, arn);
    this.#enrichmentArn = typeof enrichment === "string" && enrichment !== "" ? enrichment : undefined;
    this.#enrichmentInput = pipeInputOf(templateIn(EnrichmentParameters), names);
    this.#target = pipeTargetOf(context, properties);
    this.#targetInput = pipeInputOf(templateIn(TargetParameters), names);
    this.#meters = pipeMeters(context);
  }

  start(): void {
    this.#source.start?.();
  }

  // --- for the mapping that reads the source

  /** A batch. */
  invoke({ messages, event }: Invocation, reply: Address): Refusal | undefined {
    this.#lastRun += 1;
    const values = recordsIn(event()).map(pipeEventOf);
    const run: PipeRun = { number: this.#lastRun, messages, values, reply, beganMs: this.#context.timeMs };
    this.#meters.events.add(messages.length);
    const refused = this.#enrichmentArn === undefined ? undefined : this.#enrich(run, this.#enrichmentArn);
    if (refused !== undefined) return refused;
    this.#runs.set(run.number, run);
    if (this.#enrichmentArn === undefined) this.#deliver(run, values);
    return undefined;
  }

  #enrich(run: PipeRun, arn: string): Refusal | undefined {
    const events = this.#eventsOf(run, run.values, this.#enrichmentInput);
    if (events === undefined) return INVALID_JSON;
    const address = { node: this.#context.id, kind: ENRICHED, ref: run.number };
    const answer = callWithAll(this.#context, arn, events, run.messages, address) ?? NO_RESOURCE;
    if (answer === "awaited") return undefined;
    this.#meters.enrichmentErrors.add(1);
    return answer;
  }

  /** Undefined where a template makes no JSON of one of them. */
  #eventsOf({ messages }: PipeRun, values: readonly JsonValue[], input: PipeInput): readonly PipeEvent[] | undefined {
    const events: PipeEvent[] = [];
    for (const [index, value] of values.entries()) {
      const text = input(value, this.#context.epochMs);
      if (text === undefined) return undefined;
      events.push({ cause: (messages[index] ?? messages.at(-1)) as Message, value, text });
    }
    return events;
  }

  #enriched(run: PipeRun, { error, response }: CallResult): void {
    if (error !== null) {
      this.#meters.enrichmentErrors.add(1);
      return this.#fail(run, "the enrichment", error.errorType, error.errorMessage);
    }
    this.#meters.enriched.add(1);
    // Where nobody says what the enrichment answers, it answers what it got.
    const values = response === null ? run.values : Array.isArray(response) ? response : [response];
    if (values.length > 0 && values[0] !== "") return this.#deliver(run, values);
    this.#meters.dropped.add(1);
    for (const message of run.messages) this.#context.tell("filtered", message, { code: "pipe.dropped" });
    return this.#end(run, SUCCESS);
  }

  #deliver(run: PipeRun, values: readonly JsonValue[]): void {
    const events = this.#eventsOf(run, values, this.#targetInput);
    if (events === undefined) return this.#fail(run, "the input template", INVALID_JSON.code, INVALID_JSON.message);
    const address = { node: this.#context.id, kind: ANSWERED, ref: run.number };
    const handed = this.#target.hand(events, run.messages, address);
    if (handed === "awaited") return undefined;
    if (!Array.isArray(handed)) {
      const { code, message } = handed as Refusal;
      return this.#fail(run, this.#target.arn, code, message);
    }
    return this.#handed(run, events, handed as readonly (Refusal | undefined)[]);
  }

  #handed(run: PipeRun, events: readonly PipeEvent[], answers: readonly (Refusal | undefined)[]): void {
    const failed = new Set<number>();
    for (const [index, refused] of answers.entries()) {
      const { cause } = events[index] as PipeEvent;
      if (refused === undefined) this.#context.tell("delivered", cause, undefined, this.#target.arn);
      else failed.add(run.messages.indexOf(cause));
    }
    this.#meters.delivered.add(answers.length - answers.filter((refused) => refused !== undefined).length);
    this.#meters.targetErrors.add(answers.filter((refused) => refused !== undefined).length);
    const first = answers.find((refused) => refused !== undefined);
    if (first !== undefined && failed.size === run.messages.length) {
      return this.#end(run, { ...SUCCESS, error: { errorType: first.code, errorMessage: first.message } });
    }
    return this.#end(run, { ...SUCCESS, failedItems: [...failed] });
  }

  #answered(run: PipeRun, result: InvocationResult): void {
    const count = run.messages.length;
    // A workflow may answer anything: only a report of failures says that some have failed.
    const answer = { ...SUCCESS, ...result, response: isObject(result.response) ? result.response : null };
    const failures = failuresOf(answer, true, count, (place) => itemIdOf(run.values[place]));
    const failed = failures === "all" ? count : failures.size;
    this.#meters.delivered.add(count - failed);
    this.#meters.targetErrors.add(failed);
    this.#end(run, answer);
  }

  #fail(run: PipeRun, by: string, errorType: string, errorMessage: string): void {
    this.#meters.targetErrors.add(run.messages.length);
    for (const message of run.messages) {
      this.#context.tell("failed", message, { code: "pipe.refused", by, error: `${errorType}: ${errorMessage}` });
    }
    this.#end(run, { ...SUCCESS, error: { errorType, errorMessage } });
  }

  #end(run: PipeRun, result: InvocationResult): void {
    this.#runs.delete(run.number);
    this.#meters.durationMs.add(this.#context.timeMs - run.beganMs);
    this.#context.send(run.reply, undefined, result as unknown as JsonObject);
  }

  // --- for the kernel

  handle(event: SimEvent): void | Promise<void> {
    const { kind, ref, data } = event;
    if (kind < ENRICHED) return this.#source.handle(event);
    const run = this.#runs.get(ref);
    if (run === undefined) return undefined;
    if (kind === ENRICHED) this.#enriched(run, data as unknown as CallResult);
    else this.#answered(run, data as unknown as InvocationResult);
    return undefined;
  }

  isBusy(): boolean {
    return this.#source.isBusy?.() === true;
  }

  view(): JsonObject {
    return { ...this.#source.view(), running: this.#runs.size, target: this.#target.arn };
  }

  save(keeper: Keeper): SavedPipe {
    return {
      source: this.#source.save(keeper),
      runs: [...this.#runs.values()].map((run) => saveRun(run, keeper)),
      lastRun: this.#lastRun,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { source, runs, lastRun } = saved as SavedPipe;
    this.#source.restore(source, finder);
    for (const run of runs) this.#runs.set(run.number, restoreRun(run, finder));
    this.#lastRun = lastRun;
  }
}

interface SavedPipe {
  readonly source: NodeState;
  readonly runs: readonly SavedRun[];
  readonly lastRun: number;
}

const SUCCESS: InvocationResult = { error: null, response: null, failedItems: null, version: "" };

function templateIn(parameters: JsonValue | undefined): JsonValue | undefined {
  return isObject(parameters) ? parameters.InputTemplate : undefined;
}
