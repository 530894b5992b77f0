/**
 * Requests as functions get them, and what functions answer.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/set-up-lambda-proxy-integrations.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-integrations-lambda.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import type { PayloadFormat } from "./integration.ts";
import { type ApiRequest, type ApiResponse, message, response } from "./request.ts";
import type { RequestContext } from "./service-request.ts";

export function proxyEvent(request: ApiRequest, context: RequestContext, format: PayloadFormat): JsonObject {
  const { query, headers, body, path = "/" } = request;
  const { requestId, stage, routeKey, pathParameters, stageVariables, epochMs } = context;
  const [method = "ANY", resource = path] = routeKey.split(" ");
  const httpMethod = request.method ?? method;
  const http = { method: httpMethod, path, protocol: "HTTP/1.1", sourceIp: SOURCE_ADDRESS, userAgent: "sluice" };
  if (format === "2.0") {
    return {
      version: "2.0",
      routeKey,
      rawPath: path,
      rawQueryString: Object.entries(query)
        .map(([name, value]) => `${name}=${value}`)
        .join("&"),
      headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value])),
      ...(Object.keys(query).length > 0 && { queryStringParameters: query }),
      ...(Object.keys(pathParameters).length > 0 && { pathParameters }),
      requestContext: {
        accountId: ACCOUNT,
        apiId: "api",
        http,
        requestId,
        routeKey,
        stage,
        timeEpoch: Math.floor(epochMs),
      },
      body,
      isBase64Encoded: false,
    };
  }
  return {
    resource,
    path,
    httpMethod,
    headers,
    multiValueHeaders: lists(headers),
    queryStringParameters: orNull(query),
    multiValueQueryStringParameters: orNull(lists(query)),
    pathParameters: orNull(pathParameters),
    stageVariables: orNull(stageVariables),
    requestContext: {
      accountId: ACCOUNT,
      apiId: "api",
      httpMethod,
      path,
      resourcePath: resource,
      requestId,
      stage,
      requestTimeEpoch: Math.floor(epochMs),
      identity: { sourceIp: SOURCE_ADDRESS },
    },
    body,
    isBase64Encoded: false,
  };
}

const ACCOUNT = "123456789012";
const SOURCE_ADDRESS = "192.0.2.1";

function lists(values: Readonly<Record<string, string>>): JsonObject {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, [value]]));
}

function orNull(values: JsonObject): JsonObject | null {
  return Object.keys(values).length === 0 ? null : values;
}

/** What the client gets. Nothing at all, for nobody says what the code answers, is a success. */
export function proxyResponse(answer: JsonValue, format: PayloadFormat): ApiResponse {
  if (answer === null) return response(200, "");
  if (isObject(answer) && answer.statusCode !== undefined)
    return response(Number(answer.statusCode), answer.body ?? "");
  // The older form takes only responses; the newer one makes one of whatever comes.
  return format === "2.0" ? response(200, answer) : message(502, "Internal server error");
}
