/**
 * An API of API Gateway: takes requests as far as its limits go, and answers them from its cache or by the integration of
 * their route.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/welcome.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { API_REQUESTS_BURST, API_REQUESTS_PER_SECOND } from "../../limits.ts";
import { isRefusal, type Refusal, UNAVAILABLE } from "../../refusals/refusal.ts";
import { TokenBucket, type TokenBucketState } from "../../sim/token-bucket.ts";
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
import { type Handler, type HandlerBehavior, handlerOf } from "../handler.ts";
import { refuseLoop } from "../loops.ts";
import { type CallPort, type CallResult, type Delivery, type Ports, portOf, type TargetPort } from "../ports.ts";
import { restoreAddress, type SavedAddress, saveAddress } from "../saved-address.ts";
import { callSdk } from "../sdk-calls.ts";
import { apiMeters } from "./api-meters.ts";
import type { ApiPort } from "./api-port.ts";
import type { Integration } from "./integration.ts";
import { proxyEvent, proxyResponse } from "./lambda-proxy.ts";
import { type ApiRequest, type ApiResponse, message, requestOf, response } from "./request.ts";
import { ResponseCache, type SavedCache } from "./response-cache.ts";
import { type ApiRoute, type RouteMatch, routeFor, routesOf } from "./routes.ts";
import { type RequestContext, sdkCallOf, variablesOf } from "./service-request.ts";
import { type Stage, stageOf } from "./stage-settings.ts";
import { fillVelocity } from "./velocity.ts";

/** The integration answers; a backend of HTTP does; it has taken too long. */
const ANSWER = 0;
const BACKEND = 1;
const TIMEOUT = 2;

/** A request that waits for its integration. Plain but for its message. */
interface Pending {
  readonly number: number;
  readonly request: Message;
  readonly route: string;
  readonly reply: Address | undefined;
  readonly beganMs: number;
  readonly cacheKey: string;
}

export class Api implements SimNode, TargetPort, CallPort, ApiPort {
  readonly ports: Partial<Ports> = { target: this, calls: this, api: this };
  readonly #context: NodeContext;
  readonly #isRest: boolean;
  readonly #routes: readonly ApiRoute[];
  readonly #stage: Stage;
  readonly #account = new TokenBucket(API_REQUESTS_PER_SECOND, API_REQUESTS_BURST);
  /** By route. */
  readonly #buckets = new Map<string, TokenBucket>();
  readonly #cache = new ResponseCache();
  /** What addresses of HTTP do: a scenario says it of the API. */
  readonly #backend: Handler;
  readonly #meters;
  readonly #pending = new Map<number, Pending>();
  #lastNumber = 0;

  constructor(context: NodeContext, { type, properties, behavior = {} }: NodeSpec) {
    this.#context = context;
    this.#isRest = type === "AWS::ApiGateway::RestApi";
    this.#routes = routesOf(properties, this.#isRest);
    this.#stage = stageOf(properties);
    this.#backend = handlerOf(behavior as HandlerBehavior);
    this.#meters = apiMeters(context);
    for (const route of this.#routes) {
      const limits = this.#stage.limitsOf(route);
      if (limits !== undefined && limits.perSecond !== Number.POSITIVE_INFINITY) {
        this.#buckets.set(route.id, new TokenBucket(limits.perSecond, limits.burst));
      }
    }
  }

  // --- requests

  deliver(cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return this.#take(cause, delivery, undefined, undefined);
  }

  call(cause: Message | undefined, delivery: Delivery, reply: Address): Refusal | undefined {
    return this.#take(cause, delivery, reply, undefined);
  }

  deliverTo(routeId: string, cause: Message | undefined, delivery: Delivery): Refusal | undefined {
    return this.#take(cause, delivery, undefined, routeId);
  }

  #take(cause: Message | undefined, delivery: Delivery, reply: Address | undefined, routeId: string | undefined) {
    const context = this.#context;
    const { body = cause?.body ?? "", attributes, from } = delivery;
    const looped = refuseLoop(context, cause);
    if (looped !== undefined) return looped;
    const asked = requestOf(body, attributes);
    const match = this.#match(asked, routeId);
    this.#meters.requests.add(1);
    const refused = this.#refuse(match?.route, cause);
    if (refused !== undefined) return refused;
    const request = context.newMessage(body, attributes, cause);
    context.tell("arrived", request, undefined, from);
    context.entered(1);
    this.#lastNumber += 1;
    const method = asked.method ?? match?.route.method ?? "GET";
    const pending: Pending = {
      number: this.#lastNumber,
      request,
      route: match?.route.id ?? "",
      reply,
      beganMs: context.timeMs,
      cacheKey: `${method} ${asked.path ?? match?.route.path ?? ""} ${JSON.stringify(asked.query)}`,
    };
    this.#pending.set(pending.number, pending);
    if (match === undefined) this.#end(pending, this.#isRest ? NO_TOKEN : NOT_FOUND);
    else this.#answer(pending, { ...asked, method, path: asked.path ?? match.route.path }, match);
    return undefined;
  }

  /** Where a request says no path, the first route that is meant for more than preflights. */
  #match({ method, path }: ApiRequest, routeId: string | undefined): RouteMatch | undefined {
    const named = routeId === undefined ? undefined : this.#routes.find(({ id }) => id === routeId);
    if (named !== undefined) return { route: named, parameters: {} };
    if (path !== undefined) return routeFor(this.#routes, method ?? "GET", path);
    const meant = this.#routes.filter(
      (route) => method === undefined || route.method === method || route.method === "ANY",
    );
    const first =
      meant.find(({ method: own, integration }) => own !== "OPTIONS" && integration.kind !== "mock") ?? meant[0];
    return first && { route: first, parameters: {} };
  }

  #refuse(route: ApiRoute | undefined, cause: Message | undefined): Refusal | undefined {
    const { faults, random, timeMs } = this.#context;
    if (faults.outage) return UNAVAILABLE;
    const bucket = route && this.#buckets.get(route.id);
    const isThrottled = faults.throttleRate > 0 && random.next() < faults.throttleRate;
    if (!isThrottled && this.#account.take(timeMs) && (bucket === undefined || bucket.take(timeMs))) return undefined;
    this.#meters.throttled.add(1);
    const limits = route && this.#stage.limitsOf(route);
    const perSecond = limits?.perSecond ?? API_REQUESTS_PER_SECOND;
    const burst = limits?.burst ?? API_REQUESTS_BURST;
    this.#context.tell("throttled", cause, { code: "api.throttled", perSecond, burst });
    return TOO_MANY_REQUESTS;
  }

  #answer(pending: Pending, request: ApiRequest, match: RouteMatch): void {
    const { route } = match;
    const cached =
      this.#stage.cacheMs(route) > 0 ? this.#cache.find(pending.cacheKey, this.#context.timeMs) : undefined;
    if (cached !== undefined) {
      this.#meters.cacheHits.add(1);
      this.#context.tell("processed", pending.request, { code: "api.cached" });
      return this.#finish(pending, cached);
    }
    const answered = this.#integrate(pending, request, match);
    if (answered !== "awaited") return this.#end(pending, answered);
    this.#context.atIdle(this.#context.timeMs + route.integration.timeoutMs, TIMEOUT, pending.number);
    return undefined;
  }

  /** A response, or one that comes later. */
  #integrate(pending: Pending, request: ApiRequest, match: RouteMatch): ApiResponse | "awaited" {
    const { integration } = match.route;
    const own = this.#contextOf(pending, match);
    switch (integration.kind) {
      case "mock":
        return response(200, "");
      case "http":
        return this.#callBackend(pending);
      case "function": {
        const body = JSON.stringify(proxyEvent(request, own, integration.format));
        return this.#callFunction(pending, integration.arn, body);
      }
      case "invoke": {
        const { arn, template, isAsync } = integration;
        const body = template === undefined ? request.body : fillVelocity(template, variablesOf(request, own));
        if (body === undefined) return BAD_TEMPLATE;
        return isAsync ? this.#invokeAsync(pending, arn, body) : this.#callFunction(pending, arn, body);
      }
      case "service":
        return this.#callService(pending, integration, request, own);
    }
  }

  #contextOf({ number }: Pending, { route, parameters }: RouteMatch): RequestContext {
    return {
      requestId: `${this.#context.id}-${number}`,
      epochMs: this.#context.epochMs,
      stage: this.#stage.name,
      routeKey: route.path === "$default" ? "$default" : `${route.method} ${route.path}`,
      pathParameters: parameters,
      stageVariables: this.#stage.variables,
    };
  }

  #replyOf({ number }: Pending): Address {
    return { node: this.#context.id, kind: ANSWER, ref: number };
  }

  #callFunction(pending: Pending, arn: string, body: string): ApiResponse | "awaited" {
    const calls = portOf(this.#context, arn, "calls");
    if (calls === undefined) return BAD_GATEWAY;
    const refused = calls.call(pending.request, { body, from: this.#context.id }, this.#replyOf(pending));
    return refused === undefined ? "awaited" : INTERNAL_ERROR;
  }

  #invokeAsync(pending: Pending, arn: string, body: string): ApiResponse {
    const target = portOf(this.#context, arn, "target");
    const refused = target?.deliver(pending.request, { body, from: this.#context.id });
    return target === undefined || refused !== undefined ? INTERNAL_ERROR : response(202, "");
  }

  #callService(
    pending: Pending,
    integration: Extract<Integration, { kind: "service" }>,
    request: ApiRequest,
    own: RequestContext,
  ) {
    const call = sdkCallOf(integration, request, own);
    if (call === undefined) return BAD_TEMPLATE;
    const caller = {
      context: this.#context,
      cause: pending.request,
      hasBase64: true,
      reply: () => this.#replyOf(pending),
    };
    const answer = callSdk(caller, call);
    if (answer === "awaited") return answer;
    // What is not simulated is taken to go well.
    if (!isRefusal(answer)) return response(200, answer?.response ?? {});
    return response(answer.retryable === true ? 500 : 400, { __type: answer.code, message: answer.message });
  }

  #callBackend(pending: Pending): "awaited" {
    const context = this.#context;
    const failure = this.#backend.failure(pending.request, 1, context.random);
    const durationMs = this.#backend.durationMs(context.random) * context.faults.slowness;
    context.at(context.timeMs + durationMs, BACKEND, pending.number, undefined, failure === undefined ? 200 : 500);
    return "awaited";
  }

  // --- answers

  #answered(pending: Pending, { error, response: answer }: CallResult): void {
    const integration = this.#routes.find(({ id }) => id === pending.route)?.integration;
    if (error === null) {
      const isProxy = integration?.kind === "function";
      return this.#end(pending, isProxy ? proxyResponse(answer, integration.format) : response(200, answer));
    }
    // A function that is no proxy: its error is a response like any other.
    if (integration?.kind === "invoke") return this.#end(pending, response(200, { ...error }));
    return this.#end(pending, BAD_GATEWAY, error.errorMessage);
  }

  #end(pending: Pending, answer: ApiResponse, error?: string): void {
    const { statusCode } = answer;
    const hasGoneWell = statusCode < 400;
    const why = { code: "api.answered", status: statusCode, error };
    const route = this.#routes.find(({ id }) => id === pending.route);
    const cacheMs = route === undefined || !hasGoneWell ? 0 : this.#stage.cacheMs(route);
    if (cacheMs > 0) this.#cache.put(pending.cacheKey, answer, this.#context.timeMs + cacheMs);
    this.#context.tell(hasGoneWell ? "processed" : "failed", pending.request, why);
    this.#finish(pending, answer);
  }

  #finish({ number, beganMs, reply }: Pending, answer: ApiResponse): void {
    const { statusCode } = answer;
    this.#pending.delete(number);
    this.#context.left(1);
    this.#meters[statusCode < 400 ? "succeeded" : statusCode < 500 ? "clientErrors" : "serverErrors"].add(1);
    this.#meters.latencyMs.add(this.#context.timeMs - beganMs);
    if (reply === undefined) return;
    const error = statusCode < 400 ? null : { errorType: String(statusCode), errorMessage: answer.body };
    this.#context.send(reply, undefined, { error, response: { ...answer } } as JsonValue);
  }

  // --- for the kernel

  handle({ kind, ref, data }: SimEvent): void {
    const pending = this.#pending.get(ref);
    if (pending === undefined) return;
    if (kind === TIMEOUT) this.#end(pending, TIMED_OUT);
    else if (kind === BACKEND) this.#end(pending, response(Number(data), ""));
    else this.#answered(pending, data as unknown as CallResult);
  }

  inside(): number {
    return this.#pending.size;
  }

  isBusy(): boolean {
    return this.#pending.size > 0;
  }

  view(): JsonObject {
    return { routes: this.#routes.map(({ method, path }) => `${method} ${path}`), pending: this.#pending.size };
  }

  save(keeper: Keeper): SavedApi {
    return {
      account: this.#account.save(),
      buckets: [...this.#buckets].map(([route, bucket]) => [route, bucket.save()]),
      cache: this.#cache.save(),
      pending: [...this.#pending.values()].map(({ request, reply, ...plain }) => {
        return { ...plain, request: keeper.keep(request), reply: reply === undefined ? null : saveAddress(reply) };
      }),
      lastNumber: this.#lastNumber,
    };
  }

  restore(saved: NodeState, finder: Finder): void {
    const { account, buckets, cache, pending, lastNumber } = saved as SavedApi;
    this.#account.restore(account);
    for (const [route, bucket] of buckets) this.#buckets.get(route)?.restore(bucket);
    this.#cache.restore(cache);
    for (const { request, reply, ...plain } of pending) {
      const address = reply === null ? undefined : restoreAddress(reply);
      this.#pending.set(plain.number, { ...plain, request: finder.find(request), reply: address });
    }
    this.#lastNumber = lastNumber;
  }
}

interface SavedApi {
  readonly account: TokenBucketState;
  readonly buckets: readonly (readonly [route: string, TokenBucketState])[];
  readonly cache: SavedCache;
  readonly pending: readonly (Omit<Pending, "request" | "reply"> & {
    readonly request: number;
    readonly reply: SavedAddress | null;
  })[];
  readonly lastNumber: number;
}

const TOO_MANY_REQUESTS: Refusal = { code: "TooManyRequestsException", message: "Too Many Requests", retryable: true };

const NOT_FOUND = message(404, "Not Found");
const NO_TOKEN = message(403, "Missing Authentication Token");
const INTERNAL_ERROR = message(500, "Internal server error");
const BAD_TEMPLATE = message(500, "Internal server error");
const BAD_GATEWAY = message(502, "Internal server error");
const TIMED_OUT = message(504, "Endpoint request timed out");
