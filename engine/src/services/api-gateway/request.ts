/** Requests to an API, and what it answers. */
import type { JsonValue } from "../../json.ts";
import { parsedJson } from "../../patterns/events.ts";
import type { Attributes } from "../../sim/types.ts";

export interface ApiRequest {
  /** In upper case; undefined: whatever the first route has. */
  readonly method: string | undefined;
  /** Without the query. */
  readonly path: string | undefined;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Plain. */
export interface ApiResponse {
  readonly statusCode: number;
  readonly body: string;
}

/** Attributes of a message that say what a request is; the others are its headers. */
const METHOD = "method";
const PATH = "path";

/** What a message asks for: `attributes: { method: POST, path: "/orders?dry=1" }`. */
export function requestOf(body: string, attributes: Attributes = {}): ApiRequest {
  const headers: Record<string, string> = {};
  for (const [name, attribute] of Object.entries(attributes)) {
    if ("StringValue" in attribute) headers[name] = attribute.StringValue;
  }
  const { [METHOD]: method, [PATH]: target, ...rest } = headers;
  const [path, query = ""] = (target ?? "").split("?");
  return {
    method: method?.toUpperCase(),
    path: path === "" ? undefined : path,
    query: queryOf(query),
    headers: { "Content-Type": "application/json", ...rest },
    body,
  };
}

/** `a=1&b=x%20y`. */
export function queryOf(text: string): Readonly<Record<string, string>> {
  const pairs = text.split("&").filter((pair) => pair !== "");
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return at < 0 ? [decoded(pair), ""] : [decoded(pair.slice(0, at)), decoded(pair.slice(at + 1))];
    }),
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return text;
  }
}

export function response(statusCode: number, body: JsonValue): ApiResponse {
  return { statusCode, body: typeof body === "string" ? body : JSON.stringify(body) };
}

/** What API Gateway says by itself. */
export function message(statusCode: number, text: string): ApiResponse {
  return response(statusCode, { message: text });
}

/** The body as JSON; `{}` for what is none. */
export function jsonBody({ body }: ApiRequest): JsonValue {
  return parsedJson(body) ?? {};
}
