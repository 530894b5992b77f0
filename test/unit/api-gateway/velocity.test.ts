import { describe, expect, it } from "vitest";
import { requestOf } from "../../../engine/src/services/api-gateway/request.ts";
import { variablesOf } from "../../../engine/src/services/api-gateway/service-request.ts";
import { fillVelocity } from "../../../engine/src/services/api-gateway/velocity.ts";

const BODY = JSON.stringify({ name: "O'Neill", items: [{ id: 1 }, { id: 2 }], detail: { a: "x" }, n: 3 });

const context = {
  requestId: "r-1",
  epochMs: Date.UTC(2026, 0, 1),
  stage: "prod",
  routeKey: "POST /orders/{id}",
  pathParameters: { id: "7" },
  stageVariables: { queue: "Q" },
};

const request = requestOf(BODY, {
  path: { DataType: "String", StringValue: "/orders/7?dry=1" },
  "X-Tenant": { DataType: "String", StringValue: "t" },
});

const filled = (template: string): string | undefined => fillVelocity(template, variablesOf(request, context));

describe("mapping templates", () => {
  const rows: readonly (readonly [template: string, text: string | undefined])[] = [
    ["plain $5 text", "plain $5 text"],
    ["$input.body", BODY],
    ["$input.json('$.detail')", '{"a":"x"}'],
    ["$input.path('$.detail.a')", "x"],
    ["$input.path('$').name", "O'Neill"],
    ["$input.params('id') $input.params('dry') $input.params('x-tenant')", "7 1 t"],
    ["$context.requestId at ${context.stage}, $stageVariables.queue", "r-1 at prod, Q"],
    ["$nothing.at.all $!nothing.at.all|", "$nothing.at.all |"],
    [
      "Action=SendMessage&MessageBody=$util.urlEncode($input.json('$.detail'))",
      "Action=SendMessage&MessageBody=%7B%22a%22%3A%22x%22%7D",
    ],
    [`$util.escapeJavaScript($input.path('$.name')).replaceAll("\\\\'","'")`, "O'Neill"],
    ["$util.base64Encode('a')", "YQ=="],
    ["#set($root = $input.path('$'))\n$root.detail.a", "x"],
    ["#set($ttl = $input.path('$.n') * 2 + 1)$ttl", "7"],
    ["#if($input.path('$.n') > 2 && !$input.path('$.none'))many#{else}few#end", "many"],
    ["#if(1 == 2)a#elseif('b' == \"b\")b#{else}c#end", "b"],
    [
      "[#foreach($item in $input.path('$.items')){\"n\": $item.id}#if($foreach.hasNext),#end#end]",
      '[{"n": 1},{"n": 2}]',
    ],
    ["#foreach($k in $input.path('$.detail').keySet())$k#end", "a"],
    ["## gone\nstays #* gone *#too", "stays too"],
    ['#set($m = {"a": [1, 2]})$m.a[1] $m.a.size()', "2 2"],
    ["#if(1 == 1)never closed", undefined],
    [`#set($x = ${"(".repeat(5_000)}1)`, undefined],
  ];

  it.each(rows)("%s", (template, text) => {
    expect(filled(template)).toBe(text);
  });
});
