/**
 * The routes of an API: of methods and resources, of routes and integrations, or of an OpenAPI document.
 * https://docs.aws.amazon.com/apigateway/latest/developerguide/http-api-develop-routes.html
 */
import { isObject, type JsonObject, objectOf, objectsIn } from "../../json.ts";
import { HTTP_INTEGRATION_TIMEOUT_MS } from "../../limits.ts";
import { httpIntegrationOf, type Integration, restIntegrationOf } from "./integration.ts";

export interface ApiRoute {
  /** Logical id of the method or route; of OpenAPI `GET /orders`. */
  readonly id: string;
  /** `ANY`: all. */
  readonly method: string;
  /** `/orders/{id}`, `/{proxy+}`; `$default`: whatever no other route takes. */
  readonly path: string;
  readonly integration: Integration;
}

/**
 * `properties`: of the API, with what others say of it: `Methods`, `Resources`, `Routes`, `Integrations`, each with its
 * logical id as `id`.
 */
export function routesOf(properties: JsonObject, isRest: boolean): readonly ApiRoute[] {
  const document = objectOf(properties.Body ?? properties.DefinitionBody);
  const described = openApiRoutes(document, isRest);
  const own = isRest ? restRoutes(properties) : httpRoutes(properties);
  // SAM's events of a function say again what its document may say.
  const isNew = ({ method, path }: ApiRoute): boolean =>
    !described.some((each) => each.method === method && each.path === path);
  const routes = [...described, ...own.filter(isNew)];
  return routes.length === 0 ? [UNKNOWN] : routes;
}

/** What a document in another file says nobody knows: whatever is asked for goes well, unless the scenario says otherwise. */
const UNKNOWN: ApiRoute = {
  id: "unknown",
  method: "ANY",
  path: "$default",
  integration: { kind: "http", uri: "", timeoutMs: HTTP_INTEGRATION_TIMEOUT_MS },
};

function restRoutes({ Methods: methods, Resources: resources }: JsonObject): readonly ApiRoute[] {
  const byId = new Map(objectsIn(resources).map((resource) => [String(resource.id), resource]));
  return objectsIn(methods).map(({ id, HttpMethod, Path, ResourceId, Integration: integration }) => ({
    id: String(id),
    method: methodOf(HttpMethod),
    path: Path === undefined ? pathOf(String(ResourceId), byId) : String(Path),
    integration: restIntegrationOf(isObject(integration) ? integration : { Type: "MOCK" }),
  }));
}

function pathOf(resourceId: string, byId: ReadonlyMap<string, JsonObject>): string {
  const parts: string[] = [];
  for (
    let at = byId.get(resourceId);
    at !== undefined && parts.length < byId.size;
    at = byId.get(String(at.ParentId))
  ) {
    parts.unshift(String(at.PathPart));
  }
  return `/${parts.join("/")}`;
}

function httpRoutes({ Routes: routes, Integrations: integrations, Target, RouteKey }: JsonObject): readonly ApiRoute[] {
  const all = objectsIn(integrations);
  const byId = new Map(all.map((integration) => [String(integration.id), integration]));
  const listed = objectsIn(routes).flatMap(({ id, RouteKey: key, Target: target }): readonly ApiRoute[] => {
    const integration = byId.get(String(target).replace(/^integrations\//, ""));
    return integration === undefined
      ? []
      : [{ id: String(id), ...keyOf(String(key)), integration: httpIntegrationOf(integration) }];
  });
  // What SAM makes of a function's event says method and path itself.
  const made = all
    .filter(({ Path }) => Path !== undefined)
    .map(({ id, Method, Path, ...integration }): ApiRoute => {
      return {
        id: String(id),
        method: methodOf(Method),
        path: String(Path),
        integration: httpIntegrationOf(integration),
      };
    });
  const quick =
    Target === undefined
      ? []
      : [
          {
            id: "$default",
            ...keyOf(String(RouteKey ?? "$default")),
            integration: httpIntegrationOf({ IntegrationUri: Target }),
          },
        ];
  return [...listed, ...made, ...quick];
}

/** `POST /orders`; `$default`; of a WebSocket API what its selection expression finds. */
function keyOf(key: string): { readonly method: string; readonly path: string } {
  const [method = "", path] = key.split(" ");
  return path === undefined ? { method: "ANY", path: key } : { method: methodOf(method), path };
}

function openApiRoutes({ paths }: JsonObject, isRest: boolean): readonly ApiRoute[] {
  return Object.entries(objectOf(paths)).flatMap(([path, item]) =>
    Object.entries(objectOf(item)).flatMap(([word, operation]): readonly ApiRoute[] => {
      const integration = objectOf(operation)["x-amazon-apigateway-integration"];
      if (!isObject(integration)) return [];
      const method = methodOf(word);
      const read = isRest ? restIntegrationOf(integration) : httpIntegrationOf(integration);
      return [{ id: `${method} ${path}`, method, path, integration: read }];
    }),
  );
}

function methodOf(method: unknown): string {
  const name = String(method ?? "ANY").toUpperCase();
  return name === "X-AMAZON-APIGATEWAY-ANY-METHOD" || name === "*" ? "ANY" : name;
}

/** The route that takes a request, with the parameters of its path: the most exact one. */
export function routeFor(routes: readonly ApiRoute[], method: string, path: string): RouteMatch | undefined {
  const matches = routes.flatMap((route): readonly RouteMatch[] => {
    if (route.method !== "ANY" && route.method !== method) return [];
    const parameters = matchPath(route.path, path);
    return parameters === undefined ? [] : [{ route, parameters }];
  });
  return matches.sort((a, b) => exactness(b.route) - exactness(a.route))[0];
}

export interface RouteMatch {
  readonly route: ApiRoute;
  readonly parameters: Readonly<Record<string, string>>;
}

function exactness({ method, path }: ApiRoute): number {
  const way = path === "$default" ? 0 : path.includes("+}") ? 1 : path.includes("{") ? 2 : 3;
  return way * 2 + (method === "ANY" ? 0 : 1);
}

function matchPath(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  if (pattern === "$default" || pattern === path) return {};
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  const parameters: Record<string, string> = {};
  for (const [index, part] of wanted.entries()) {
    const [, name, isRest] = /^\{([^}+]*)(\+?)\}$/.exec(part) ?? [];
    if (name === undefined) {
      if (part !== given[index]) return undefined;
      continue;
    }
    const value = isRest === "" ? given[index] : given.slice(index).join("/");
    if (value === undefined || value === "") return undefined;
    parameters[name] = value;
    if (isRest !== "") return parameters;
  }
  return wanted.length === given.length ? parameters : undefined;
}
