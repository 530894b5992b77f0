/**
 * The raw HTTP request and response of an HTTP task, which TRACE shows. What an EventBridge connection adds to a request
 * (its authorization) is not known here.
 * https://docs.aws.amazon.com/step-functions/latest/dg/test-state-isolation.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { InspectionData } from "./types.ts";

/** `call`: the task's Parameters or Arguments; `result`: what it gave, if it did. */
export function httpTrace(
  call: JsonObject,
  result: JsonValue | undefined,
): Pick<InspectionData, "request" | "response"> {
  const { ApiEndpoint: endpoint, Method: method, Headers: headers, RequestBody: body } = call;
  const url = `${text(endpoint ?? "")}${query(call.QueryParameters)}`;
  const protocol = url.startsWith("http://") ? "http" : "https";
  const request = {
    protocol,
    method: text(method ?? "GET"),
    url,
    headers: headerText(headers),
    ...(body === undefined ? {} : { body: text(body) }),
  };
  if (!isObject(result)) return { request };
  const { StatusCode: statusCode, StatusText: statusMessage, ResponseBody: responseBody } = result;
  const response = {
    protocol,
    ...(statusCode === undefined ? {} : { statusCode: text(statusCode) }),
    ...(statusMessage === undefined ? {} : { statusMessage: text(statusMessage) }),
    headers: headerText(result.Headers),
    ...(responseBody === undefined ? {} : { body: text(responseBody) }),
  };
  return { request, response };
}

function text(value: JsonValue): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

function query(parameters: JsonValue | undefined): string {
  if (!isObject(parameters)) return "";
  const pairs = Object.entries(parameters).flatMap(([name, value]) =>
    values(value).map((one) => `${encodeURIComponent(name)}=${encodeURIComponent(text(one))}`),
  );
  return pairs.length === 0 ? "" : `?${pairs.join("&")}`;
}

/** As AWS prints them: `[name: value, name: value]`. */
function headerText(headers: JsonValue | undefined): string {
  const pairs = isObject(headers) ? Object.entries(headers) : [];
  return `[${pairs.map(([name, value]) => `${name}: ${values(value).map(text).join(", ")}`).join(", ")}]`;
}

function values(value: JsonValue): readonly JsonValue[] {
  return Array.isArray(value) ? value : [value];
}
