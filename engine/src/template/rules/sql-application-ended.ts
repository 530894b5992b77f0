import { isObject } from "../../json.ts";
import type { TemplateRule } from "./rule.ts";
import { nameOf } from "./settings.ts";

export const sqlApplicationEnded: TemplateRule = {
  id: "sql-application-ended",
  kind: "template",
  severity: "warning",
  summary: "A SQL application of Kinesis Data Analytics, which AWS has ended.",
  reason:
    "Since October 15, 2025 no SQL application can be made, and from January 27, 2026 on AWS deletes those that are there: a stack with one cannot be deployed. Managed Service for Apache Flink computes the same windows, in Flink's SQL.",
  bad: [
    `Resources:
  «Totals»:
    Type: AWS::KinesisAnalyticsV2::Application
    Properties:
      RuntimeEnvironment: SQL-1_0
      ServiceExecutionRole: arn:aws:iam::123456789012:role/analytics
`,
  ],
  good: [
    `Resources:
  Totals:
    Type: AWS::KinesisAnalyticsV2::Application
    Properties:
      RuntimeEnvironment: FLINK-1_20
      ServiceExecutionRole: arn:aws:iam::123456789012:role/analytics
`,
  ],
  docs: "https://docs.aws.amazon.com/kinesisanalytics/latest/dev/discontinuation.html",
  check(context) {
    for (const node of context.topology.nodes) {
      if (!node.type.startsWith("AWS::KinesisAnalytics") || !node.type.endsWith("::Application")) continue;
      const runtime = isObject(node.properties) ? String(node.properties.RuntimeEnvironment ?? "") : "";
      const isSql = node.type === "AWS::KinesisAnalytics::Application" || runtime.startsWith("SQL-");
      if (!isSql || node.external === true) continue;
      context.report({
        at: nameOf(context, node),
        message: `${node.id} is a SQL application of Kinesis Data Analytics: AWS has ended them on January 27, 2026.`,
      });
    }
  },
};
