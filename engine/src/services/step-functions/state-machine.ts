/**
 * A state machine inside of the simulated system: the interpreter itself, on the simulation's clock. Its tasks call the
 * other nodes, and it is called by them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/concepts-statemachines.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { START_EXECUTION_BURST, START_EXECUTION_PER_SECOND, START_EXPRESS_PER_SECOND } from "../../limits.ts";
import { parsedJson } from "../../patterns/events.ts";
import { type Refusal, refusal, refusalOf, UNAVAILABLE } from "../../refusals/refusal.ts";
import { plausibleAnswers } from "../../run/guess/plausible.ts";
import { executionArn } from "../../run/identity.ts";
import { datasetReader } from "../../run/item-reader/read-dataset.ts";
import { createExecution, definitionProblem } from "../../run/run.ts";
import type { ChildExecution } from "../../run/tasks/nested-response.ts";
import type { Execution, ExecutionSnapshot, StepResult, TaskCall, TaskHandler, TaskOutcome } from "../../run/types.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
import type {
  Address,
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
import type { MachineType } from "../../vocabulary.ts";
import { requestIdOf } from "../lambda/names.ts";
import { refuseLoop } from "../loops.ts";
import { type BatchEntry, type CallPort, type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { restoreAddress } from "../saved-address.ts";
import { type AwaitedAnswer, isUnsaid, outcomeOfAnswer } from "./awaited-answers.ts";
import { childOf, DEFAULT_BUS_ARN, resultOf, statusEvent } from "./execution-end.ts";
import { ASLEEP, type HeldExecution, type Identity, type SavedExecution, saveExecution } from "./held-execution.ts";
import { performTask } from "./integrations.ts";
import { type MachineBehavior, type StateAnswers, stateAnswersOf } from "./machine-behavior.ts";
import { countEnd, machineMeters } from "./machine-meters.ts";
import type { StartRequest, StateMachinePort } from "./machine-port.ts";
import { type MachineSettings, machineSettingsOf } from "./machine-settings.ts";
import { sampleAnswer } from "./sample-answer.ts";
import { readTaskToken, TASK_GONE, taskTokenOf } from "./task-tokens.ts";
import { type AnswerKind, NOT_SIMULATED, type TaskWorld } from "./task-world.ts";

const GO_ON = 0;
const ANSWER = 1;

/** Executions that have ended and can still be looked at. */
const MAX_ENDED = 20;

export class StateMachine implements SimNode, TargetPort, CallPort, StateMachinePort {
  readonly ports: Partial<Ports> = { target: this, calls: this, stateMachine: this };
  readonly #context: NodeContext;
  readonly #arn: string;
  readonly #settings: MachineSettings;
  readonly #problem: string | undefined;
  readonly #answers: StateAnswers;
  readonly #madeUp: TaskHandler;
  readonly #starts: TokenBucket;
  readonly #meters;
  readonly #executions = new Map<number, HeldExecution>();
  readonly #awaited = new Map<number, AwaitedAnswer>();
  readonly #ended: Pick<HeldExecution, "name" | "execution">[] = [];
  #lastExecution = 0;
  #lastAwaited = 0;

  constructor(context: NodeContext, { arn, properties, behavior = {} }: NodeSpec) {
    const settings = machineSettingsOf(arn, properties);
    const { definition, type } = settings;
    this.#context = context;
    this.#arn = arn;
    this.#settings = settings;
    this.#problem = definition === undefined ? "its definition is not here" : definitionProblem(definition);
    this.#answers = stateAnswersOf(behavior as MachineBehavior, sampleAnswer);
    this.#madeUp = plausibleAnswers(definition ?? {}).tasks;
    this.#starts =
      type === "EXPRESS"
        ? new TokenBucket(START_EXPRESS_PER_SECOND)
        : new TokenBucket(START_EXECUTION_PER_SECOND, START_EXECUTION_BURST);
    this.#meters = machineMeters(context);
  }

  get type(): MachineType {
    return this.#settings.type;
  }

  // --- starts

  deliver(cause: Message | undefined, { body = cause?.body ?? "", from }: Delivery): Refusal | undefined {
    const input = parsedJson(body);
    if (input === undefined) return INVALID_INPUT;
    return refusalOf(this.startExecution({ input, cause, from }));
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    return entries.map(({ cause, delivery }) => this.deliver(cause, delivery));
  }

  /** StartSyncExecution. */
  call(cause: Message | undefined, { body = cause?.body ?? "", from }: Delivery, reply: Address): Refusal | undefined {
    const input = parsedJson(body);
    if (input === undefined) return INVALID_INPUT;
    return refusalOf(this.startExecution({ input, cause, from, reply }));
  }

  startExecution({ input, name, cause, from, reply }: StartRequest): ChildExecution | Refusal {
    const context = this.#context;
    const refused = this.#refuse() ?? refuseLoop(context, cause);
    if (refused !== undefined) return refused;
    this.#lastExecution += 1;
    const number = this.#lastExecution;
    const message = context.newMessage(JSON.stringify(input), undefined, cause);
    context.entered(1);
    const executionName = name ?? requestIdOf(context.id, number);
    const plain = {
      number,
      name: executionName,
      arn: executionArn(this.#arn, executionName, this.#settings.type),
      input,
      message,
      startTimeMs: context.epochMs,
      reply,
    };
    const held: HeldExecution = { ...plain, execution: this.#open(plain), ...ASLEEP };
    this.#executions.set(number, held);
    this.#meters.started.add(1);
    this.#meters.running.set(this.#executions.size);
    context.tell("arrived", message, undefined, from);
    context.tell("started", message, { code: "states.started", name: executionName });
    this.#wake(held, context.epochMs);
    const child = childOf(held, this.#arn, context.epochMs);
    this.#announce(held, child);
    return child;
  }

  #refuse(): Refusal | undefined {
    const { faults, random, timeMs } = this.#context;
    if (this.#problem !== undefined) return refusal("InvalidDefinition", this.#problem);
    if (faults.outage) return UNAVAILABLE;
    const isThrottled = faults.throttleRate > 0 && random.next() < faults.throttleRate;
    if (!isThrottled && this.#starts.take(timeMs)) return undefined;
    this.#meters.throttled.add(1);
    return THROTTLED;
  }

  #open(of: Identity, snapshot?: ExecutionSnapshot): Execution {
    const { id } = this.#context;
    const { type, definition = {}, name: stateMachineName } = this.#settings;
    return createExecution(
      definition,
      {
        input: of.input,
        type,
        clock: "host",
        startTimeMs: of.startTimeMs,
        seed: of.number,
        datasets: datasetReader(),
        context: { executionArn: of.arn, executionName: of.name, stateMachineArn: this.#arn, stateMachineName },
        newTaskToken: (task) => taskTokenOf(id, of.number, task),
        tasks: (call) => this.#perform(of, call),
      },
      snapshot,
    );
  }

  // --- moves

  handle({ kind, ref, data }: SimEvent): void | Promise<void> {
    if (kind === ANSWER) return this.#answered(ref, data as JsonValue);
    const held = this.#executions.get(ref);
    if (held === undefined || held.dueMs !== this.#context.timeMs) return undefined;
    const { wakeMs } = held;
    Object.assign(held, ASLEEP);
    return this.#goOn(held, wakeMs);
  }

  /** From epoch milliseconds to those of the simulation. */
  #toMs(epochMs: number): number {
    return epochMs - (this.#context.epochMs - this.#context.timeMs);
  }

  #wake(held: HeldExecution, epochMs: number): void {
    if (held.wakeMs <= epochMs) return;
    const timeMs = Math.max(this.#toMs(epochMs), this.#context.timeMs);
    Object.assign(held, { wakeMs: epochMs, dueMs: timeMs });
    // Where only its own time limit is left, nothing is going to happen.
    const isLimit = held.execution.nextState === undefined && epochMs > this.#context.epochMs;
    if (isLimit) this.#context.atIdle(timeMs, GO_ON, held.number);
    else this.#context.at(timeMs, GO_ON, held.number);
  }

  #goOn(held: HeldExecution, epochMs: number): void | Promise<void> {
    const { execution } = held;
    execution.passTo(Math.min(epochMs, execution.nextMs));
    return this.#steps(held);
  }

  #steps(held: HeldExecution): void | Promise<void> {
    for (;;) {
      const stepped = held.execution.step();
      if (stepped instanceof Promise) return stepped.then((result) => this.#stepped(held, result));
      if (stepped !== "moved") return this.#rests(held);
    }
  }

  #stepped(held: HeldExecution, result: StepResult): void | Promise<void> {
    return result === "moved" ? this.#steps(held) : this.#rests(held);
  }

  #rests(held: HeldExecution): void {
    const { execution } = held;
    if (execution.status !== "RUNNING") this.#end(held);
    else if (execution.nextMs < Number.POSITIVE_INFINITY) this.#wake(held, execution.nextMs);
  }

  // --- tasks

  #perform(of: Identity, call: TaskCall): TaskOutcome | undefined {
    const { random, id } = this.#context;
    const said = this.#answers(call, random);
    if (said !== undefined) return said;
    const world: TaskWorld = {
      context: this.#context,
      message: of.message,
      answerTo: (asked, kind) => ({ node: id, kind: ANSWER, ref: this.#awaits(of.number, asked, kind) }),
    };
    const performed = performTask(world, call);
    return performed === NOT_SIMULATED ? this.#makeUp(of, call) : performed;
  }

  /** What later states read. */
  #makeUp({ message }: Pick<HeldExecution, "message">, call: TaskCall): TaskOutcome {
    this.#meters.madeUp.add(1);
    this.#context.tell("answered", message, { code: "states.made-up", state: call.stateName, resource: call.resource });
    return this.#madeUp(call) as TaskOutcome;
  }

  #awaits(execution: number, call: TaskCall, kind: AnswerKind): number {
    this.#lastAwaited += 1;
    this.#awaited.set(this.#lastAwaited, { execution, call, kind });
    return this.#lastAwaited;
  }

  #answered(ref: number, data: JsonValue): void | Promise<void> {
    const awaited = this.#awaited.get(ref);
    this.#awaited.delete(ref);
    const held = awaited && this.#executions.get(awaited.execution);
    if (awaited === undefined || held === undefined) return undefined;
    const outcome = isUnsaid(awaited, data) ? this.#makeUp(held, awaited.call) : outcomeOfAnswer(awaited, data);
    if (outcome === undefined) return undefined;
    const { stateName, invocation } = awaited.call;
    const pending = held.execution.pending.find(({ call }) => {
      return call.stateName === stateName && call.invocation === invocation;
    });
    // A task that has timed out waits no more.
    return pending === undefined ? undefined : this.#answer(held, pending.id, outcome);
  }

  sendTaskOutcome(token: string, outcome: TaskOutcome): Refusal | undefined {
    const held = this.#executions.get(readTaskToken(token)?.execution ?? 0);
    const pending = held?.execution.pending.find(({ call }) => call.taskToken === token);
    if (held === undefined || pending === undefined) return TASK_GONE;
    const { execution } = held;
    execution.passTo(Math.min(this.#context.epochMs, execution.nextMs));
    execution.answer(pending.id, outcome);
    this.#wake(held, this.#context.epochMs);
    return undefined;
  }

  #answer(held: HeldExecution, id: number, outcome: TaskOutcome): void | Promise<void> {
    const { execution } = held;
    const now = Math.min(this.#context.epochMs, execution.nextMs);
    execution.passTo(now);
    execution.answer(id, outcome);
    return this.#goOn(held, now);
  }

  // --- ends

  #end(held: HeldExecution): void {
    const context = this.#context;
    const { message, execution, reply, startTimeMs } = held;
    this.#executions.delete(held.number);
    this.#keep(held);
    countEnd(this.#meters, execution);
    this.#meters.running.set(this.#executions.size);
    this.#meters.durationMs.add(context.epochMs - startTimeMs);
    const child = childOf(held, this.#arn, context.epochMs);
    const result = resultOf(child);
    if (result.error === null) {
      this.#meters.endToEndMs.add(context.timeMs - message.originMs);
      context.tell("processed", message);
    } else {
      const { errorType, errorMessage } = result.error;
      const why: Reason = { code: "states.failed", status: execution.status, error: errorType, cause: errorMessage };
      context.tell("failed", message, why);
    }
    context.left(1);
    this.#announce(held, child);
    if (reply !== undefined) context.send(reply, undefined, result as unknown as JsonObject);
  }

  #keep({ name, execution }: HeldExecution): void {
    this.#ended.push({ name, execution });
    if (this.#ended.length > MAX_ENDED) this.#ended.shift();
  }

  /** Standard workflows tell the default event bus. */
  #announce({ message }: HeldExecution, child: ChildExecution): void {
    if (this.#settings.type === "EXPRESS") return;
    const bus = portOf(this.#context, DEFAULT_BUS_ARN, "target");
    bus?.deliver(message, { body: JSON.stringify(statusEvent(child, child.status)), from: this.#context.id });
  }

  // --- for the kernel

  /** The trace of an execution that runs or has ended lately. */
  execution(name: string): Execution | undefined {
    const running = [...this.#executions.values()];
    return [...running, ...this.#ended].find((each) => each.name === name)?.execution;
  }

  inside(): number {
    return this.#executions.size;
  }

  view(): JsonObject {
    const shown = [...this.#ended, ...[...this.#executions.values()].slice(0, MAX_ENDED)];
    const executions = shown.map(({ name, execution }) => ({ name, status: execution.status }));
    return { running: this.#executions.size, executions };
  }

  save(keeper: Keeper): SavedMachine {
    return {
      executions: [...this.#executions.values()].map((held) => saveExecution(held, keeper)),
      awaited: [...this.#awaited],
      starts: this.#starts.save(),
      lastExecution: this.#lastExecution,
      lastAwaited: this.#lastAwaited,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { executions, awaited, starts, lastExecution, lastAwaited } = saved as SavedMachine;
    for (const { message, reply, snapshot, wake, ...own } of executions) {
      const plain = {
        ...own,
        message: finder.find(message),
        reply: reply === null ? undefined : restoreAddress(reply),
      };
      const execution = this.#open(plain, snapshot);
      this.#executions.set(own.number, { ...plain, execution, ...(wake ?? ASLEEP) });
    }
    for (const [ref, each] of awaited) this.#awaited.set(ref, each);
    this.#starts.restore(starts);
    this.#lastExecution = lastExecution;
    this.#lastAwaited = lastAwaited;
  }
}

interface SavedMachine {
  readonly executions: readonly SavedExecution[];
  readonly awaited: readonly (readonly [number, AwaitedAnswer])[];
  readonly starts: TokenBucketState;
  readonly lastExecution: number;
  readonly lastAwaited: number;
}

const INVALID_INPUT: Refusal = refusal(
  "InvalidExecutionInput",
  "Invalid State Machine Execution Input: it is not JSON",
);

const THROTTLED: Refusal = { code: "ThrottlingException", message: "Rate exceeded", retryable: true };
