/** Rules about keys, lists and `$or`. */
import { EVENT_OPERATORS, EVENT_PATTERNS, SNS_POLICIES, SNS_SCOPE } from "./pages.ts";
import type { PatternRule } from "./rule.ts";

export const SHAPE_RULES: readonly PatternRule[] = [
  {
    id: "pattern-object",
    severity: "error",
    summary: "A pattern that is no object.",
    reason: "A pattern names fields and what they may hold, so it is an object of keys with lists.",
    bad: ['«["order_placed"]»'],
    good: ['{"event": ["order_placed"]}'],
    docs: SNS_POLICIES,
    dialect: "sns-attributes",
  },
  {
    id: "pattern-value",
    severity: "error",
    summary: "A key whose value is neither a list nor an object.",
    reason:
      "What a field may hold is always a list, also where it is one value; an object says what is inside the field.",
    bad: ['{"source": «"my.shop"»}', '{"source": ["my.shop"], "detail": {"paid": «true»}}'],
    good: ['{"source": ["my.shop"], "detail": {"paid": [true]}}'],
    docs: EVENT_PATTERNS,
    dialect: "eventbridge",
  },
  {
    id: "pattern-empty-array",
    severity: "error",
    summary: "An empty list.",
    reason: "A field passes where one element of the list does; of no elements none can.",
    bad: ['{"coupon": «[]»}'],
    good: ['{"coupon": [{"exists": false}]}'],
    docs: SNS_POLICIES,
    dialect: "sns-attributes",
  },
  {
    id: "pattern-empty-object",
    severity: "error",
    summary: "An object without keys.",
    reason:
      "Every object on the way to a list has a key; to ask only whether something is there, use exists on a leaf.",
    bad: ['{"source": ["my.shop"], "detail": «{}»}'],
    good: ['{"source": ["my.shop"], "detail": {"order": [{"exists": true}]}}'],
    docs: EVENT_PATTERNS,
    dialect: "eventbridge",
  },
  {
    id: "pattern-element",
    severity: "error",
    summary: "An element of a list that is neither a value nor an operator.",
    reason: "Elements are texts, numbers, true, false, null, or an object with one operator.",
    bad: ['{"event": [«["order_placed", "order_paid"]»]}', '{"event": [«{}»]}'],
    good: ['{"event": ["order_placed", "order_paid"]}'],
    docs: SNS_POLICIES,
    dialect: "sns-body",
  },
  {
    id: "pattern-or",
    severity: "error",
    summary: "`$or` that AWS does not read as or.",
    reason:
      "`$or` holds at least two objects of keys with lists. Otherwise AWS refuses it, or takes it for a field called $or, " +
      "which no message has.",
    bad: [
      '{«"$or"»: {"metric": ["a"], "space": ["b"]}}',
      '{"$or": «[{"metric": ["a"]}]»}',
      '{"$or": [{"metric": ["a"]}, «"space"»]}',
      '{"price": [1], "$or": [{«"numeric"»: [">", 0]}, {"space": ["b"]}]}',
    ],
    good: ['{"$or": [{"metric": ["a"]}, {"space": ["b"]}]}'],
    docs: SNS_POLICIES,
    dialect: "sns-body",
  },
  {
    id: "pattern-nested-attributes",
    severity: "error",
    summary: "Nested keys in a policy about message attributes.",
    reason:
      "Attributes of a message are a flat list. Only the body has keys inside of keys: FilterPolicyScope MessageBody.",
    bad: ['{«"order"»: {"state": ["paid"]}}'],
    good: ['{"state": ["paid"]}'],
    docs: SNS_SCOPE,
    dialect: "sns-attributes",
  },
  {
    id: "pattern-duplicate-key",
    severity: "warning",
    summary: "Two lists for one field.",
    reason:
      "AWS takes the last list and forgets the other, also where a dotted key and nested keys name the same field.",
    bad: [
      '{"source": ["my.shop"], «"source"»: ["my.stock"]}',
      '{"detail.state": ["paid"], "detail": {«"state"»: ["open"]}}',
      '{"detail": {"a": [1]}, «"detail"»: {"b": [2]}}',
    ],
    good: ['{"source": ["my.shop", "my.stock"], "detail": {"a": [1], "b": [2]}}'],
    docs: EVENT_OPERATORS,
    dialect: "eventbridge",
  },
];
