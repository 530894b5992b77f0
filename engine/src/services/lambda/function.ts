/**
 * A Lambda function: takes invocations as far as concurrency goes, runs each in an execution environment, and answers.
 * https://docs.aws.amazon.com/lambda/latest/dg/lambda-concurrency.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { type Refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import type {
  Address,
  CodeAnswer,
  CodeCall,
  Finder,
  Keeper,
  Message,
  NodeContext,
  NodeSpec,
  NodeState,
  Reason,
  SimEvent,
  SimNode,
} from "../../sim/types.ts";
import { refuseLoop } from "../loops.ts";
import { type CallPort, type Delivery, type Ports, portOf } from "../ports.ts";
import { LAMBDA_ACCOUNT } from "./account.ts";
import { AsyncInvocations, type SavedAsyncInvocations } from "./async-invocations.ts";
import { type FunctionBehavior, type Outcome, type Program, programOf } from "./behavior.ts";
import { Environments } from "./environments.ts";
import { functionMeters } from "./function-meters.ts";
import { type FunctionSettings, functionSettingsOf } from "./function-settings.ts";
import {
  type Invocation,
  type InvocationResult,
  type LambdaPort,
  type Routing,
  type Running,
  restoreRunning,
  type SavedRunning,
  saveRunning,
} from "./invocation.ts";
import { LATEST, requestIdOf } from "./names.ts";
import { payloadOf } from "./payload.ts";
import { type Sender, senderOf } from "./sending.ts";

const RUN_CODE = 0;
const DONE = 1;
/** And those after it are of the asynchronous queue. */
const ASYNC = 2;

export class LambdaFunction implements SimNode, LambdaPort, CallPort {
  readonly ports: Partial<Ports>;
  readonly arn: string;
  readonly settings: FunctionSettings;
  readonly #context: NodeContext;
  readonly #code: NodeSpec["code"];
  readonly #program: Program;
  readonly #send: Sender;
  readonly #environments = new Environments();
  readonly #routings = new Map<string, Routing>();
  readonly #async: AsyncInvocations;
  readonly #meters;
  readonly #running = new Map<number, Running>();
  #lastNumber = 0;

  constructor(context: NodeContext, { arn, properties, behavior = {}, code }: NodeSpec) {
    this.arn = arn;
    this.settings = functionSettingsOf(properties);
    this.#context = context;
    this.#code = code;
    this.#program = programOf(behavior as FunctionBehavior);
    this.#send = senderOf(context, this.#program);
    this.#meters = functionMeters(context);
    this.#async = new AsyncInvocations(context, this, this.settings, ASYNC);
    this.ports = { lambda: this, function: this, calls: this, target: this.#async };
  }

  start(): void {
    const { reservedConcurrency, provisionedConcurrency } = this.settings;
    this.#provision(provisionedConcurrency);
    this.#account()?.reserve(reservedConcurrency ?? 0);
  }

  qualify(qualifier: string, routing: Routing | undefined, provisionedConcurrency: number): void {
    if (routing !== undefined) this.#routings.set(qualifier, routing);
    this.#provision(provisionedConcurrency);
  }

  /** Provisioned concurrency is part of what is reserved; where nothing is, it is taken from the account's. */
  #provision(concurrency: number): void {
    this.#environments.provisioned += concurrency;
    if (this.settings.reservedConcurrency === undefined) this.#account()?.reserve(concurrency);
  }

  #account() {
    return portOf(this.#context, LAMBDA_ACCOUNT, "lambdaAccount");
  }

  // --- invocations

  call(cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined {
    return this.callAs(LATEST, cause, delivery, reply);
  }

  acceptAs(qualifier: string, cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return this.#async.accept(qualifier, cause, delivery);
  }

  callAs(qualifier: string, cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined {
    const { body, attributes, from } = delivery;
    const refused = refuseLoop(this.#context, cause);
    if (refused !== undefined) return refused;
    const message = this.#context.newMessage(body ?? cause?.body ?? "", attributes, cause);
    this.#context.tell("arrived", message, undefined, from);
    return this.#begin({ messages: [message], event: () => payloadOf(message.body), qualifier }, reply, true);
  }

  invoke(invocation: Invocation, reply: Address): Refusal | undefined {
    return this.#begin(invocation, reply, false);
  }

  #begin(invocation: Invocation, reply: Address, isOwn: boolean): Refusal | undefined {
    const { messages, receiveCounts, event, qualifier = LATEST } = invocation;
    const start = this.#admit();
    if (typeof start !== "string") {
      this.#meters.throttles.add(1);
      this.#context.tell("throttled", messages[0], start.why);
      return start.refusal;
    }
    this.#lastNumber += 1;
    const { timeMs } = this.#context;
    const running: Running = {
      number: this.#lastNumber,
      requestId: invocation.requestId ?? requestIdOf(this.#context.id, this.#lastNumber),
      messages,
      receiveCounts,
      version: this.#versionOf(qualifier),
      reply,
      isOwn,
      beganMs: timeMs,
      result: undefined,
      why: undefined,
    };
    this.#running.set(running.number, running);
    if (isOwn) this.#context.entered(messages.length);
    this.#meters.invocations.add(1);
    this.#meters.batchSize.add(messages.length);
    const coldMs = start === "cold" ? this.#initMs() : 0;
    const outcome = this.#program.run({ messages, receiveCounts, version: running.version }, this.#context.random);
    if (this.#code === undefined) this.#runs(running, coldMs, outcome);
    else {
      const data = { event: event(), coldMs, durationMs: outcome.durationMs };
      this.#context.at(timeMs, RUN_CODE, running.number, undefined, data);
    }
    return undefined;
  }

  /** What an alias leads to, this time. */
  #versionOf(qualifier: string): string {
    const routing = this.#routings.get(qualifier);
    if (routing === undefined) return qualifier;
    if (routing.length === 1) return (routing[0] as Routing[number])[0];
    let drawn = this.#context.random.next();
    const found = routing.find(([, weight]) => {
      drawn -= weight;
      return drawn < 0;
    });
    return (found ?? (routing[0] as Routing[number]))[0];
  }

  /** A new environment is initialized; that does not count for the function's timeout. */
  #initMs(): number {
    this.#meters.coldStarts.add(1);
    return this.#program.coldStartMs(this.#context.random) * this.#context.faults.slowness;
  }

  /** How it starts, or why it must not. */
  #admit(): "warm" | "cold" | Throttle {
    const { faults, random, timeMs } = this.#context;
    if (faults.outage) return { refusal: UNAVAILABLE, why: { code: "lambda.outage" } };
    if (faults.throttleRate > 0 && random.next() < faults.throttleRate) return throttle("lambda.throttled-by-fault");
    const { reservedConcurrency } = this.settings;
    if (reservedConcurrency !== undefined && this.#environments.busy >= reservedConcurrency) {
      return throttle("lambda.reserved-concurrency", reservedConcurrency);
    }
    const account = reservedConcurrency === undefined ? this.#account() : undefined;
    if (account?.take() === false) return throttle("lambda.account-concurrency", account.unreserved);
    const start = this.#environments.take(timeMs);
    if (start === undefined) account?.release();
    else this.#meters.concurrency.set(this.#environments.busy);
    return start ?? throttle("lambda.scaling-rate");
  }

  #runs(running: Running, coldMs: number, outcome: Outcome): void {
    const { timeoutMs } = this.settings;
    const wantedMs = outcome.durationMs * this.#context.faults.slowness;
    const isTimeout = wantedMs > timeoutMs;
    const durationMs = Math.min(wantedMs, timeoutMs);
    if (isTimeout) this.#meters.timeouts.add(1);
    const error = isTimeout ? this.#timeoutError(running) : (outcome.error ?? null);
    const { failedItems, response = null } = outcome;
    running.result = {
      error,
      response: error === null ? response : null,
      failedItems: error === null && failedItems !== undefined ? failedItems : null,
      version: running.version,
      ...(error === null && outcome.response === undefined && { isUnsaid: true }),
    };
    running.why = outcome.why;
    this.#meters.durationMs.add(durationMs);
    const why = { code: "lambda.started", durationMs, coldMs: coldMs || undefined, batch: running.messages.length };
    for (const message of running.messages) this.#context.tell("started", message, why);
    this.#context.at(this.#context.timeMs + coldMs + durationMs, DONE, running.number);
  }

  #timeoutError({ requestId }: Running) {
    const seconds = (this.settings.timeoutMs / 1_000).toFixed(2);
    return {
      errorType: "Sandbox.Timedout",
      errorMessage: `RequestId: ${requestId} Error: Task timed out after ${seconds} seconds`,
    };
  }

  handle(event: SimEvent): void | Promise<void> {
    if (event.kind >= ASYNC) this.#async.handle(event);
    else if (event.kind === RUN_CODE) return this.#runCode(event);
    else this.#end(event.ref);
    return undefined;
  }

  // --- real code

  #runCode({ ref, data }: SimEvent): void | Promise<void> {
    const running = this.#running.get(ref);
    if (this.#code === undefined || running === undefined) return undefined;
    const { event, coldMs, durationMs } = data as unknown as { event: JsonValue; coldMs: number; durationMs: number };
    const call: CodeCall = {
      node: this.#context.id,
      requestId: running.requestId,
      version: running.version,
      epochMs: this.#context.epochMs,
    };
    const answered = (answer: CodeAnswer): void => {
      this.#runs(running, coldMs, { durationMs, ...answer });
    };
    const answer = this.#code(event, call);
    if (answer instanceof Promise) return answer.then(answered);
    return answered(answer);
  }

  // --- ends

  #end(number: number): void {
    const running = this.#running.get(number);
    if (running?.result === undefined) return;
    this.#running.delete(number);
    const { timeMs } = this.#context;
    this.#environments.release(timeMs);
    this.#meters.concurrency.set(this.#environments.busy);
    if (this.settings.reservedConcurrency === undefined) this.#account()?.release();
    const result = this.#withSends(running, running.result);
    this.#tellEnd(running, result);
    if (running.isOwn) this.#context.left(running.messages.length);
    this.#context.send(running.reply, undefined, result as unknown as JsonObject);
  }

  /** What its code sends once it is through; where that is refused, the code fails. */
  #withSends(running: Running, result: InvocationResult): InvocationResult {
    if (result.error !== null) return result;
    const { messages } = running;
    const failed = failedIn(result);
    const refused = this.#send(failed === undefined ? messages : messages.filter((_, index) => !failed.has(index)));
    if (refused === undefined) return result;
    const { code, message } = refused;
    return { ...result, error: { errorType: code, errorMessage: message }, response: null, failedItems: null };
  }

  #tellEnd({ messages, why }: Running, result: InvocationResult): void {
    const context = this.#context;
    const { error } = result;
    if (error !== null) this.#meters.errors.add(1);
    const failed = failedIn(result);
    for (let index = 0; index < messages.length; index++) {
      const message = messages[index] as Message;
      if (error === null && failed?.has(index) !== true) {
        this.#meters.processed.add(1);
        this.#meters.endToEndMs.add(context.timeMs - message.originMs);
        context.tell("processed", message);
      } else {
        this.#meters.failed.add(1);
        context.tell("failed", message, why ?? { code: "lambda.failed", error: error?.errorMessage });
      }
    }
  }

  // --- for the kernel

  inside(): number {
    let inside = this.#async.pending;
    for (const { isOwn, messages } of this.#running.values()) if (isOwn) inside += messages.length;
    return inside;
  }

  view(): JsonObject {
    const { busy, idle } = this.#environments;
    return { concurrency: busy, idleEnvironments: idle, asyncEvents: this.#async.pending };
  }

  save(keeper: Keeper): SavedFunction {
    return {
      environments: this.#environments.save(),
      async: this.#async.save(keeper),
      running: [...this.#running.values()].map((running) => saveRunning(running, keeper)),
      lastNumber: this.#lastNumber,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { environments, async, running, lastNumber } = saved as SavedFunction;
    this.#environments.restore(environments);
    this.#async.restore(async, finder);
    for (const each of running) this.#running.set(each.number, restoreRunning(each, finder));
    this.#lastNumber = lastNumber;
    this.start();
  }
}

/** The places of messages that failed in a batch that did not; undefined: none did. */
function failedIn({ failedItems }: InvocationResult): ReadonlySet<number> | undefined {
  return failedItems === null || failedItems.length === 0 ? undefined : new Set(failedItems);
}

/** A call too many: what the caller hears, and why. */
interface Throttle {
  readonly refusal: Refusal;
  readonly why: Reason;
}

function throttle(code: string, limit?: number): Throttle {
  return { refusal: TOO_MANY_REQUESTS, why: { code, limit } };
}

const TOO_MANY_REQUESTS: Refusal = { code: "TooManyRequestsException", message: "Rate Exceeded.", retryable: true };

interface SavedFunction {
  readonly environments: JsonValue;
  readonly async: SavedAsyncInvocations;
  readonly running: readonly SavedRunning[];
  readonly lastNumber: number;
}
