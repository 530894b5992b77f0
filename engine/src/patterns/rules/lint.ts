/** Rules about what AWS takes and what still cannot be meant. */
import { EVENT_STRUCTURE, LAMBDA_FILTERS, SNS_POLICIES } from "./pages.ts";
import type { PatternRule } from "./rule.ts";

export const LINT_RULES: readonly PatternRule[] = [
  {
    id: "pattern-always-true",
    severity: "warning",
    summary: "Two anything-but in one list.",
    reason:
      "Elements of a list are alternatives, so a value only has to be let in by one of them: together they leave nothing out.",
    bad: ['{"state": [{"anything-but": "open"}, «{"anything-but": "paid"}»]}'],
    good: ['{"state": [{"anything-but": ["open", "paid"]}]}'],
    docs: SNS_POLICIES,
    dialect: "sns-attributes",
  },
  {
    id: "pattern-covered-value",
    severity: "info",
    summary: "A value that another element of the list passes already.",
    reason: "It says nothing, and it counts as a combination of its own.",
    bad: ['{"file": [{"prefix": "img-"}, «"img-1"»]}', '{"file": [{"exists": true}, «"img-1"»]}'],
    good: ['{"file": [{"prefix": "img-"}, "logo"]}'],
    docs: SNS_POLICIES,
    dialect: "sns-attributes",
  },
  {
    id: "pattern-repeated-value",
    severity: "warning",
    summary: "A value that stands in a list twice.",
    reason: "Once is enough, and each counts as a combination of its own.",
    bad: ['{"state": ["open", "paid", «"open"»]}'],
    good: ['{"state": ["open", "paid"]}'],
    docs: SNS_POLICIES,
    dialect: "sns-attributes",
  },
  {
    id: "pattern-unknown-field",
    severity: "warning",
    summary: "A field at the top of an event pattern that events do not have.",
    reason: "EventBridge makes the envelope of every event; what is one's own stands in detail.",
    bad: ['{«"detailType"»: ["OrderPlaced"]}', '{"source": ["my.shop"], «"orderId"»: ["1"]}'],
    good: ['{"detail-type": ["OrderPlaced"], "detail": {"orderId": ["1"]}}'],
    docs: EVENT_STRUCTURE,
    dialect: "eventbridge",
  },
  {
    id: "pattern-dynamodb-number",
    severity: "warning",
    summary: "A number that is looked for where DynamoDB has a text.",
    reason: 'A record of a DynamoDB stream says {"N": "100"}: numbers are texts there, which numeric does not compare.',
    bad: [
      '{"dynamodb": {"NewImage": {"total": {"N": [«{"numeric": [">", 100]}»]}}}}',
      '{"dynamodb": {"Keys": {"id": {"N": [«7»]}}}}',
    ],
    good: ['{"dynamodb": {"Keys": {"id": {"N": ["7"]}}}}'],
    docs: LAMBDA_FILTERS,
    dialect: "esm",
  },
];
