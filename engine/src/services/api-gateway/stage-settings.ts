/**
 * How much a stage lets through, and what it caches, for each of its routes.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-request-throttling.html
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/api-gateway-caching.html
 */
import { type JsonObject, type JsonValue, objectOf, objectsIn } from "../../json.ts";
import { API_CACHE_TTL_SECONDS } from "../../limits.ts";
import { numberOf } from "../settings.ts";
import type { ApiRoute } from "./routes.ts";

export interface RouteLimits {
  readonly perSecond: number;
  readonly burst: number;
}

export interface Stage {
  readonly name: string;
  readonly variables: Readonly<Record<string, string>>;
  /** Of a route by itself; undefined: it shares that of the account only. */
  limitsOf(route: ApiRoute): RouteLimits | undefined;
  /** How long a response is used again, milliseconds; 0: it is not. */
  cacheMs(route: ApiRoute): number;
}

/** `properties`: of the API; its stages are in `Stages`, or SAM has put what they say beside the rest. The first one counts. */
export function stageOf(properties: JsonObject): Stage {
  const stage = { ...properties, ...objectsIn(properties.Stages)[0] };
  const variables = objectOf(stage.Variables ?? stage.StageVariables);
  const hasCache = String(stage.CacheClusterEnabled) === "true";
  return {
    name: String(stage.StageName ?? "$default"),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, String(value)])),
    limitsOf: (route) => limitsIn(methodSetting(stage, route) ?? routeSetting(stage, route)),
    cacheMs(route) {
      if (!hasCache) return 0;
      const { CachingEnabled, CacheTtlInSeconds } = objectOf(methodSetting(stage, route));
      // Only what is asked for with GET, unless the method says so itself.
      const isCached = CachingEnabled === undefined ? route.method === "GET" : String(CachingEnabled) === "true";
      return isCached ? numberOf(CacheTtlInSeconds, API_CACHE_TTL_SECONDS) * 1_000 : 0;
    },
  };
}

/** Of REST APIs: the most exact of `MethodSettings`. A path has `~1` for each slash but the first. */
function methodSetting({ MethodSettings: settings }: JsonObject, { method, path }: ApiRoute): JsonObject | undefined {
  const rated = objectsIn(settings).flatMap((each) => {
    const wantedPath = String(each.ResourcePath ?? "/*")
      .replaceAll("~1", "/")
      .replace(/^\/\//, "/");
    const wantedMethod = String(each.HttpMethod ?? "*").toUpperCase();
    if ((wantedPath !== "/*" && wantedPath !== path) || (wantedMethod !== "*" && wantedMethod !== method)) return [];
    return [{ each, exact: (wantedPath === path ? 2 : 0) + (wantedMethod === method ? 1 : 0) }];
  });
  return rated.sort((a, b) => b.exact - a.exact)[0]?.each;
}

/** Of HTTP APIs. */
function routeSetting(stage: JsonObject, { method, path }: ApiRoute): JsonValue | undefined {
  const own = objectOf(stage.RouteSettings);
  return own[`${method} ${path}`] ?? own[path] ?? stage.DefaultRouteSettings;
}

function limitsIn(setting: JsonValue | undefined): RouteLimits | undefined {
  const { ThrottlingRateLimit: rate, ThrottlingBurstLimit: burst } = objectOf(setting);
  if (rate === undefined && burst === undefined) return undefined;
  const perSecond = numberOf(rate, Number.POSITIVE_INFINITY);
  return { perSecond, burst: numberOf(burst, perSecond) };
}
