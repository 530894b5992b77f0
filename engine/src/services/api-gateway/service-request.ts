/**
 * A request as the call of an AWS API that its integration makes of it.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/getting-started-aws-proxy.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import { base64Encode } from "../../text/base64.ts";
import { utf8Encode } from "../../text/utf8.ts";
import { valueAt } from "../events/target-input.ts";
import type { SdkCall } from "../sdk-calls.ts";
import type { Integration } from "./integration.ts";
import { type ApiRequest, jsonBody, queryOf } from "./request.ts";
import { fillVelocity, type Value } from "./velocity.ts";

/** What a request knows besides itself. */
export interface RequestContext {
  readonly requestId: string;
  readonly epochMs: number;
  readonly stage: string;
  readonly routeKey: string;
  readonly pathParameters: Readonly<Record<string, string>>;
  readonly stageVariables: Readonly<Record<string, string>>;
}

type ServiceIntegration = Extract<Integration, { readonly kind: "service" }>;

/** Undefined where it cannot be made: a template that cannot be filled in, no action. */
export function sdkCallOf(
  integration: ServiceIntegration,
  request: ApiRequest,
  context: RequestContext,
): SdkCall | undefined {
  return integration.isHttpApi ? httpCall(integration, request, context) : restCall(integration, request, context);
}

function httpCall(
  { service, action, parameters }: ServiceIntegration,
  request: ApiRequest,
  context: RequestContext,
): SdkCall | undefined {
  const filled = Object.fromEntries(
    Object.entries(parameters).map(([name, text]) => [name, filledIn(text, request, context)]),
  );
  if (action === undefined) return undefined;
  if (service === "events" && action === "PutEvents") return { service, action, parameters: { Entries: [filled] } };
  const { MessageAttributes: attributes, ...rest } = filled;
  const read = attributes === undefined ? undefined : parsedJson(attributes);
  return { service, action, parameters: { ...rest, ...(read !== undefined && { MessageAttributes: read }) } };
}

/** `$request.body.order`, `$request.header.x`, `$context.requestId`, or text with such in `${...}`. */
function filledIn(text: string, request: ApiRequest, context: RequestContext): string {
  const whole = /^\$(request|context|stageVariables)\.([\w.$[\]-]+)$/.exec(text);
  if (whole !== null) return selected(`${whole[1]}.${whole[2]}`, request, context);
  return text.replace(/\$\{((?:request|context|stageVariables)\.[\w.$[\]-]+)\}/g, (_, path: string) =>
    selected(path, request, context),
  );
}

function selected(path: string, request: ApiRequest, context: RequestContext): string {
  const [root, kind = "", ...rest] = path.split(".");
  const name = rest.join(".");
  if (root === "context") return textOf(contextValues(context)[kind]);
  if (root === "stageVariables") return context.stageVariables[kind] ?? "";
  if (kind === "header") return headerOf(request, name) ?? "";
  if (kind === "querystring") return request.query[name] ?? "";
  if (kind === "path") return name === "" ? (request.path ?? "") : (context.pathParameters[name] ?? "");
  if (kind !== "body") return "";
  return name === "" ? request.body : textOf(valueAt(`$.${name}`, jsonBody(request)));
}

function textOf(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : value === undefined ? "" : JSON.stringify(value);
}

function restCall(integration: ServiceIntegration, request: ApiRequest, context: RequestContext): SdkCall | undefined {
  const { service, path, template } = integration;
  const filled = template === undefined ? request.body : fillVelocity(template, variablesOf(request, context));
  if (filled === undefined) return undefined;
  const text = filled.trim();
  const json = parsedJson(text);
  const fromBody =
    typeof json === "object" && json !== null && !Array.isArray(json)
      ? (json as JsonObject)
      : queryParameters(queryOf(text));
  const mapped = mappedParameters(integration, request, context);
  const { Action: named, ...parameters } = { ...fromBody, ...queryParameters(mapped) };
  const action = integration.action ?? (typeof named === "string" ? named : targetIn(template));
  if (action === undefined) return undefined;
  const queue = service === "sqs" && parameters.QueueUrl === undefined && path !== undefined;
  return {
    service,
    action,
    parameters: { ...parameters, ...(queue && { QueueUrl: `https://sqs.us-east-1.amazonaws.com/${path}` }) },
  };
}

/** `#set($context.requestOverride.header.X-Amz-Target = "AWSEvents.PutEvents")`, `AmazonSQS.SendMessage`. */
function targetIn(template: string | undefined): string | undefined {
  return /X-Amz-Target\s*=\s*["'][\w]+\.(\w+)["']/.exec(template ?? "")?.[1];
}

/** `integration.request.querystring.Action: "'SendMessage'"`, `...header...`: from the request, or text in quotes. */
function mappedParameters(
  { parameters }: ServiceIntegration,
  request: ApiRequest,
  context: RequestContext,
): Readonly<Record<string, string>> {
  const mapped: Record<string, string> = {};
  for (const [to, from] of Object.entries(parameters)) {
    const [, kind, name = ""] = /^integration\.request\.(querystring|header|path)\.(.+)$/.exec(to) ?? [];
    const value = sourceOf(from, request, context);
    if (value === undefined) continue;
    if (kind === "querystring") mapped[name] = value;
    else if (/^X-Amz-Target$/i.test(name)) mapped.Action = value.split(".").at(-1) ?? value;
  }
  return mapped;
}

function sourceOf(from: string, request: ApiRequest, context: RequestContext): string | undefined {
  const [, text] = /^'(.*)'$/s.exec(from) ?? [];
  if (text !== undefined) return text;
  const [, kind, name = ""] = /^method\.request\.(querystring|header|path|body)\.?(.*)$/.exec(from) ?? [];
  if (kind === "querystring") return request.query[name];
  if (kind === "header") return headerOf(request, name);
  if (kind === "path") return context.pathParameters[name];
  if (kind === "body") return name === "" ? request.body : textOf(valueAt(`$.${name}`, jsonBody(request)));
  return from.startsWith("context.") ? textOf(contextValues(context)[from.slice("context.".length)]) : undefined;
}

function headerOf({ headers }: ApiRequest, name: string): string | undefined {
  return Object.entries(headers).find(([each]) => each.toLowerCase() === name.toLowerCase())?.[1];
}

/** Of the query protocol: lists and maps are written with numbers, `MessageAttribute.1.Name`. */
function queryParameters(query: Readonly<Record<string, string>>): JsonObject {
  const parameters: Record<string, JsonValue> = {};
  const attributes = new Map<string, Record<string, string>>();
  for (const [name, value] of Object.entries(query)) {
    const [, number, field] = /^MessageAttributes?(?:\.entry)?\.(\d+)\.(Name|Value\.\w+)$/.exec(name) ?? [];
    if (number === undefined || field === undefined) parameters[name] = value;
    else attributes.set(number, { ...attributes.get(number), [field.replace("Value.", "")]: value });
  }
  if (attributes.size === 0) return parameters;
  const listed = [...attributes.values()].map(({ Name = "", ...value }) => [Name, value] as const);
  return { ...parameters, MessageAttributes: Object.fromEntries(listed) };
}

/** What a template may name. */
export function variablesOf(request: ApiRequest, context: RequestContext): Readonly<Record<string, Value>> {
  const { query, headers, body } = request;
  const all = { path: context.pathParameters, querystring: query, header: headers };
  const json = jsonBody(request);
  const at = (path: Value): JsonValue | undefined =>
    path === "$" || path === undefined ? json : valueAt(String(path), json);
  return {
    input: {
      body,
      json: (path) => JSON.stringify(at(path) ?? ""),
      path: (path) => at(path) as Value,
      params: (name) => {
        if (name === undefined) return all;
        return context.pathParameters[String(name)] ?? query[String(name)] ?? headerOf(request, String(name)) ?? "";
      },
    },
    context: contextValues(context) as Value,
    stageVariables: context.stageVariables,
    util: UTIL,
  };
}

function contextValues({ requestId, epochMs, stage, routeKey }: RequestContext): JsonObject {
  const [httpMethod = "", resourcePath = ""] = routeKey.split(" ");
  return {
    accountId: "123456789012",
    apiId: "api",
    requestId,
    extendedRequestId: requestId,
    requestTime: new Date(epochMs).toISOString(),
    requestTimeEpoch: Math.floor(epochMs),
    stage,
    routeKey,
    httpMethod,
    resourcePath,
    path: resourcePath,
    connectionId: requestId,
    identity: objectOf({ sourceIp: "192.0.2.1", userAgent: "sluice" }),
  };
}

const UTIL: Value = {
  escapeJavaScript: (text) => JSON.stringify(String(text)).slice(1, -1).replaceAll("'", "\\'").replaceAll("/", "\\/"),
  urlEncode: (text) => encodeURIComponent(String(text)),
  urlDecode: (text) => queryOf(`a=${String(text)}`).a ?? "",
  base64Encode: (text) => base64Encode(utf8Encode(String(text))),
  parseJson: (text) => parsedJson(String(text)) as Value,
};
