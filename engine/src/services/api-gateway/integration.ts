/**
 * What answers a route: a function, an API of AWS, an address of HTTP, or API Gateway itself.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/how-to-integration-settings.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-aws-services-reference.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { HTTP_INTEGRATION_TIMEOUT_MS, REST_INTEGRATION_TIMEOUT_MS } from "../../limits.ts";
import { numberOf } from "../settings.ts";

/** The forms in which functions get requests. https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html */
export type PayloadFormat = "1.0" | "2.0";

export type Integration = { readonly timeoutMs: number } & (
  | { readonly kind: "function"; readonly arn: string; readonly format: PayloadFormat }
  /** Not as a proxy: the function gets what a template makes. */
  | { readonly kind: "invoke"; readonly arn: string; readonly template: string | undefined; readonly isAsync: boolean }
  | {
      readonly kind: "service";
      readonly service: string;
      /** Undefined where the request itself says it. */
      readonly action: string | undefined;
      /** What stands in the URI behind `path/`: `123456789012/queue`. */
      readonly path: string | undefined;
      readonly template: string | undefined;
      /** By name, from where: `method.request.body`, `'text'`; of HTTP APIs `$request.body.x`. */
      readonly parameters: Readonly<Record<string, string>>;
      readonly isHttpApi: boolean;
    }
  | { readonly kind: "http"; readonly uri: string }
  | { readonly kind: "mock" }
);

/** `integration`: of a REST API's method, in the template's or OpenAPI's words. */
export function restIntegrationOf(integration: JsonObject): Integration {
  const given = upperCased(integration);
  const timeoutMs = numberOf(given.TimeoutInMillis, REST_INTEGRATION_TIMEOUT_MS);
  const [type, uri] = [String(given.Type ?? "AWS_PROXY").toUpperCase(), String(given.Uri ?? "")];
  const arn = FUNCTION_URI.exec(uri)?.[1];
  const parameters = textsOf(given.RequestParameters);
  const template = templateIn(given.RequestTemplates);
  if (type === "MOCK") return { kind: "mock", timeoutMs };
  if (arn !== undefined && type === "AWS_PROXY") return { kind: "function", arn, format: "1.0", timeoutMs };
  if (arn !== undefined) {
    const isAsync = Object.entries(parameters).some(
      ([name, value]) => /Invocation-?Type/i.test(name) && /Event/.test(value),
    );
    return { kind: "invoke", arn, template, isAsync, timeoutMs };
  }
  const [, service, way, rest] = SERVICE_URI.exec(uri) ?? [];
  if (service === undefined || !type.startsWith("AWS")) return { kind: "http", uri, timeoutMs };
  const [action, path] = way === "action" ? [rest, undefined] : [undefined, rest];
  return { kind: "service", service, action, path, template, parameters, isHttpApi: false, timeoutMs };
}

const FUNCTION_URI = /\/functions\/(arn:[^/]+)\/invocations/;

/** `arn:aws:apigateway:us-east-1:sqs:path/123456789012/queue`, `...:events:action/PutEvents`. */
const SERVICE_URI = /^arn:[^:]*:apigateway:[^:]*:(?:[^:]*\.)?([\w-]+):(path|action)\/(.*)$/;

/** `integration`: of an HTTP or WebSocket API. */
export function httpIntegrationOf(integration: JsonObject): Integration {
  const given = upperCased(integration);
  const timeoutMs = numberOf(given.TimeoutInMillis, HTTP_INTEGRATION_TIMEOUT_MS);
  const [subtype, uri] = [given.IntegrationSubtype ?? given.Subtype, String(given.IntegrationUri ?? given.Uri ?? "")];
  if (typeof subtype === "string") {
    const [service = "", action] = subtype.split("-");
    const parameters = textsOf(given.RequestParameters);
    const own = { path: undefined, template: undefined, parameters, isHttpApi: true };
    return { kind: "service", service: SUBTYPES[service] ?? service.toLowerCase(), action, ...own, timeoutMs };
  }
  const arn = FUNCTION_URI.exec(uri)?.[1] ?? (/^arn:[^:]*:lambda:/.test(uri) ? uri : undefined);
  const format = String(given.PayloadFormatVersion ?? "2.0") === "1.0" ? "1.0" : "2.0";
  if (arn !== undefined) return { kind: "function", arn, format, timeoutMs };
  // WebSocket APIs call services as REST APIs do.
  if (SERVICE_URI.test(uri)) return restIntegrationOf({ ...given, Uri: uri, Type: "AWS" });
  return given.IntegrationType === "MOCK" ? { kind: "mock", timeoutMs } : { kind: "http", uri, timeoutMs };
}

const SUBTYPES: Readonly<Record<string, string>> = { StepFunctions: "sfn", EventBridge: "events" };

/** OpenAPI's names of the same properties begin in lower case. */
function upperCased(given: JsonObject): JsonObject {
  return Object.fromEntries(
    Object.entries(given).map(([name, value]) => [name.charAt(0).toUpperCase() + name.slice(1), value]),
  );
}

function textsOf(value: JsonValue | undefined): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(objectOf(value)).map(([name, each]) => [
      name,
      typeof each === "string" ? each : JSON.stringify(each),
    ]),
  );
}

/** The one for JSON, or the first. */
function templateIn(templates: JsonValue | undefined): string | undefined {
  const all = objectOf(templates);
  const chosen = all["application/json"] ?? Object.values(all)[0];
  return chosen === undefined ? undefined : String(chosen);
}
