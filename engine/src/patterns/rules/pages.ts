/** Pages of AWS's documentation that rules point to. */
export const SNS_POLICIES = "https://docs.aws.amazon.com/sns/latest/dg/sns-subscription-filter-policies.html";
export const SNS_SCOPE = "https://docs.aws.amazon.com/sns/latest/dg/sns-message-filtering-scope.html";
export const SNS_LIMITS = "https://docs.aws.amazon.com/sns/latest/dg/subscription-filter-policy-constraints.html";
export const EVENT_PATTERNS = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-event-patterns.html";
export const EVENT_OPERATORS =
  "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-create-pattern-operators.html";
export const EVENT_QUOTAS = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-quota.html";
export const EVENT_STRUCTURE = "https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-events-structure.html";
export const LAMBDA_FILTERS = "https://docs.aws.amazon.com/lambda/latest/dg/with-ddb-filtering.html";
