/** Matching messages with filter policies and event patterns: ours and what people run locally today, on the same data. */
import {
  compilePattern,
  indexPatterns,
  type JsonObject,
  matchesPattern,
  matchingPatterns,
  type SnsAttribute,
} from "@sluice/engine";
import { importPeer, importPeerFile } from "./peers.ts";

export interface PatternJob {
  readonly kind: "patterns";
  readonly who: "sluice" | "fauxqs" | "serverless-offline-aws-eventbridge";
  /** One policy on the JSON text of a body, on attributes, one pattern on the JSON text of an event; or `size` of them. */
  readonly what: "body" | "long body" | "attributes" | "event" | "policies" | "patterns";
  /** How many policies; of one policy how many messages. */
  readonly size: number;
}

/** How many messages one measurement matches, where there are many policies. */
export const MESSAGES_AGAINST_MANY = 100;
/** Different messages, so that nothing is learned by heart. */
const DIFFERENT = 64;

/** The policy and the message that AWS's guide shows. https://docs.aws.amazon.com/sns/latest/dg/example-filter-policies.html */
const POLICY = {
  store: ["example_corp"],
  event: [{ "anything-but": "order_cancelled" }],
  customer_interests: ["rugby", "football", "baseball"],
  price_usd: [{ numeric: [">=", 100] }],
};

function bodyOf(n: number): JsonObject {
  const store = n % 4 === 0 ? "other_corp" : "example_corp";
  return { store, event: `order_${n % 8}`, customer_interests: ["soccer", "rugby", "hockey"], price_usd: 210.75 + n };
}

/** The same with what else such messages hold: lines of an order. */
function longBodyOf(n: number): JsonObject {
  const items = Array.from({ length: 20 }, (_, line) => ({ sku: `A-${n}-${line}`, quantity: line, price: 5.5 }));
  return { orderId: `order-${n}`, items, customer: { id: `c-${n}`, tier: "gold" }, ...bodyOf(n) };
}

function attributesOf(body: JsonObject): Record<string, SnsAttribute> {
  const entries = Object.entries(body).map(([name, value]): [string, SnsAttribute] => {
    if (typeof value === "string") return [name, { Type: "String", Value: value }];
    if (typeof value === "number") return [name, { Type: "Number", Value: String(value) }];
    return [name, { Type: "String.Array", Value: JSON.stringify(value) }];
  });
  return Object.fromEntries(entries);
}

const PATTERN = { source: ["my.shop"], detail: { store: POLICY.store, price_usd: POLICY.price_usd } };

function eventOf(n: number): JsonObject {
  const envelope = {
    version: "0",
    id: `17793124-05d4-b198-2fde-${n}`,
    "detail-type": "Order Placed",
    source: "my.shop",
  };
  const rest = { account: "111122223333", time: "2021-11-12T00:00:00Z", region: "ca-central-1", resources: [] };
  return { ...envelope, ...rest, detail: bodyOf(n) };
}

/** One of many policies: a shop of its own, what it wants to hear of, from which price on. */
function policyOf(n: number): JsonObject {
  const event =
    [["order_1", "order_2"], [{ prefix: "order" }], [{ "anything-but": "order_3" }], [{ suffix: "_4" }]][n % 4] ?? [];
  return { store: [`shop-${n % 200}`], event, price_usd: [{ numeric: [">=", n % 300] }] };
}

function messageFor(n: number): JsonObject {
  return { ...bodyOf(n), store: `shop-${(n * 37) % 250}` };
}

const numbered = <T>(make: (n: number) => T): readonly T[] => Array.from({ length: DIFFERENT }, (_, n) => make(n));

/** Counts the matches of `count` messages, taken in turn. */
function counting<T>(messages: readonly T[], count: number, matches: (message: T) => number | boolean): () => string {
  return () => {
    let found = 0;
    for (let i = 0; i < count; i++) found += Number(matches(messages[i % messages.length] as T));
    return `${found} matches`;
  };
}

/** What a measurement does over and over. */
export async function patternWork({ who, what, size }: PatternJob): Promise<() => string> {
  if (who === "fauxqs") return fauxqsWork(what, size);
  if (who === "serverless-offline-aws-eventbridge") return serverlessWork(what, size);
  switch (what) {
    case "attributes": {
      const compiled = compilePattern(POLICY, "sns-attributes");
      const messages = numbered((n) => ({ body: "Hello", attributes: attributesOf(bodyOf(n)) }));
      return counting(messages, size, (message) => matchesPattern(compiled, message));
    }
    case "event": {
      const compiled = compilePattern(PATTERN, "eventbridge");
      return counting(
        numbered((n) => JSON.stringify(eventOf(n))),
        size,
        (text) => matchesPattern(compiled, text),
      );
    }
    case "policies": {
      const index = indexPatterns(Array.from({ length: size }, (_, n) => compilePattern(policyOf(n), "sns-body")));
      const messages = numbered((n) => ({ body: JSON.stringify(messageFor(n)) }));
      return counting(messages, MESSAGES_AGAINST_MANY, (message) => matchingPatterns(index, message).length);
    }
    case "patterns": {
      const detailed = (n: number) => compilePattern({ source: ["my.shop"], detail: policyOf(n) }, "eventbridge");
      const index = indexPatterns(Array.from({ length: size }, (_, n) => detailed(n)));
      const texts = numbered((n) => JSON.stringify({ ...eventOf(n), detail: messageFor(n) }));
      return counting(texts, MESSAGES_AGAINST_MANY, (text) => matchingPatterns(index, text).length);
    }
    default: {
      const compiled = compilePattern(POLICY, "sns-body");
      const messages = numbered((n) => ({ body: JSON.stringify(what === "body" ? bodyOf(n) : longBodyOf(n)) }));
      return counting(messages, size, (message) => matchesPattern(compiled, message));
    }
  }
}

async function fauxqsWork(what: PatternJob["what"], size: number): Promise<() => string> {
  const { matchesFilterPolicy, matchesFilterPolicyOnBody } = (await importPeerFile("fauxqs", "dist/sns/filter.js")) as {
    matchesFilterPolicy: (policy: object, attributes: object) => boolean;
    matchesFilterPolicyOnBody: (policy: object, body: string) => boolean;
  };
  if (what === "attributes") {
    const named = (n: number) =>
      Object.fromEntries(
        Object.entries(attributesOf(bodyOf(n))).map(([name, { Type, Value }]) => [
          name,
          { DataType: Type, StringValue: Value },
        ]),
      );
    return counting(numbered(named), size, (attributes) => matchesFilterPolicy(POLICY, attributes));
  }
  if (what === "policies") {
    const policies = Array.from({ length: size }, (_, n) => policyOf(n));
    const bodies = numbered((n) => JSON.stringify(messageFor(n)));
    return counting(
      bodies,
      MESSAGES_AGAINST_MANY,
      (body) => policies.filter((policy) => matchesFilterPolicyOnBody(policy, body)).length,
    );
  }
  const bodies = numbered((n) => JSON.stringify(what === "body" ? bodyOf(n) : longBodyOf(n)));
  return counting(bodies, size, (body) => matchesFilterPolicyOnBody(POLICY, body));
}

async function serverlessWork(what: PatternJob["what"], size: number): Promise<() => string> {
  const Plugin = (await importPeer("serverless-offline-aws-eventbridge")) as unknown as {
    readonly prototype: { verifyIsSubscribed(subscriber: object, entry: object): boolean };
  };
  // Its constructor wants all of the Serverless Framework; the method does not.
  const plugin = Object.create(Plugin.prototype) as typeof Plugin.prototype;
  const entryOf = (detail: JsonObject) => ({
    Source: "my.shop",
    DetailType: "Order Placed",
    Detail: JSON.stringify(detail),
  });
  if (what === "event") {
    const subscriber = { event: { pattern: PATTERN } };
    return counting(
      numbered((n) => entryOf(bodyOf(n))),
      size,
      (entry) => plugin.verifyIsSubscribed(subscriber, entry),
    );
  }
  const subscribers = Array.from({ length: size }, (_, n) => ({
    event: { pattern: { source: ["my.shop"], detail: policyOf(n) } },
  }));
  const entries = numbered((n) => entryOf(messageFor(n)));
  return counting(
    entries,
    MESSAGES_AGAINST_MANY,
    (entry) => subscribers.filter((subscriber) => plugin.verifyIsSubscribed(subscriber, entry)).length,
  );
}
