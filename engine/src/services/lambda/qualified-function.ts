/**
 * A version of a function, or an alias that leads to one or, by weights, to several: what is invoked by its ARN.
 * https://docs.aws.amazon.com/lambda/latest/dg/configuring-alias-routing.html
 */
import { isObject, type JsonObject } from "../../json.ts";
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Address, Message, NodeContext, NodeSpec, NodeState, SimNode } from "../../sim/types.ts";
import { type BatchEntry, type CallPort, type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { numberOf, provisionedConcurrencyOf } from "./function-settings.ts";
import type { FunctionPort, Invocation, LambdaPort, Routing } from "./invocation.ts";
import { LATEST } from "./names.ts";

export class QualifiedFunction implements SimNode, FunctionPort, CallPort, TargetPort {
  readonly ports: Partial<Ports> = { function: this, calls: this, target: this };
  readonly arn: string;
  readonly #context: NodeContext;
  readonly #properties: JsonObject;
  readonly #qualifier: string;
  readonly #functionName: string;

  constructor(context: NodeContext, { arn, properties }: NodeSpec) {
    this.arn = arn;
    this.#context = context;
    this.#properties = properties;
    this.#functionName = String(properties.FunctionName ?? "");
    this.#qualifier = String(properties.Name ?? arn.split(":").at(-1));
  }

  start(): void {
    const { Name: name } = this.#properties;
    const routing = name === undefined ? undefined : routingOf(this.#properties);
    this.#function?.qualify(this.#qualifier, routing, provisionedConcurrencyOf(this.#properties));
  }

  get #function(): LambdaPort | undefined {
    return portOf(this.#context, this.#functionName, "lambda");
  }

  get settings() {
    return { timeoutMs: this.#function?.settings.timeoutMs ?? 0 };
  }

  invoke(invocation: Invocation, reply: Address): Refusal | undefined {
    const of = this.#function;
    return of === undefined ? NO_FUNCTION : of.invoke({ ...invocation, qualifier: this.#qualifier }, reply);
  }

  call(cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined {
    const of = this.#function;
    return of === undefined ? NO_FUNCTION : of.callAs(this.#qualifier, cause, delivery, reply);
  }

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    const of = this.#function;
    return of === undefined ? NO_FUNCTION : of.acceptAs(this.#qualifier, cause, delivery);
  }

  deliverBatch(entries: readonly BatchEntry[]): readonly (Refusal | undefined)[] {
    return entries.map(({ cause, delivery }) => this.deliver(cause, delivery));
  }

  handle(): void {
    // Its function does all.
  }

  view(): JsonObject {
    return { function: this.#functionName, qualifier: this.#qualifier };
  }

  save(): NodeState {
    return {};
  }

  restore(): void {
    this.start();
  }
}

const NO_FUNCTION: Refusal = refusal(
  "ResourceNotFoundException",
  "The function of this alias or version is not there.",
);

function routingOf({ FunctionVersion: main, RoutingConfig: config }: JsonObject): Routing {
  const list =
    isObject(config) && Array.isArray(config.AdditionalVersionWeights) ? config.AdditionalVersionWeights : [];
  const others = list.filter(isObject).map((each) => {
    return [String(each.FunctionVersion), numberOf(each.FunctionWeight, 0)] as const;
  });
  const rest = 1 - others.reduce((sum, [, weight]) => sum + weight, 0);
  return [[String(main ?? LATEST), rest], ...others];
}
