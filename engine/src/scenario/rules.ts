/** Rules about scenarios. Their examples are their tests; in them everything is simulated that `resources` says. */
import type { RuleInfo } from "../rules/types.ts";

/** The language is our own: it is described where Sluice is. */
export const SCENARIO_DOCS = "https://marketplace.visualstudio.com/items?itemName=sluice.sluice#scenarios";

const QUEUE = '"resources": {"Orders": {"Type": "AWS::SQS::Queue"}}';

const rule = (given: Omit<RuleInfo, "docs" | "kind">): RuleInfo => ({
  ...given,
  docs: SCENARIO_DOCS,
  kind: "scenario",
});

export const SCENARIO_RULES: readonly RuleInfo[] = [
  rule({
    id: "scenario-value",
    severity: "error",
    summary: "A value that cannot be read, or a part that says too little.",
    reason:
      "Times, rates and shares are written as people say them: 30s, 20/s, 2%. What cannot be read would be left out of the " +
      "simulation without a word.",
    bad: [
      `{${QUEUE}, "traffic": [{"to": "Orders", "rate": «"often"»}]}`,
      `{${QUEUE}, "traffic": [{"to": "Orders", "rate": "1/s", "message": «"order \${nmber}"»}]}`,
      `{${QUEUE}, "duration": «"ten minutes"»}`,
      `{${QUEUE}, "expect": [{"empty": "Orders", «"within"»: "5s"}]}`,
    ],
    good: [`{${QUEUE}, "duration": "10m", "traffic": [{"to": "Orders", "rate": "20/s"}]}`],
  }),
  rule({
    id: "scenario-unknown-resource",
    severity: "error",
    summary: "A name of something that is not simulated.",
    reason: "Traffic to nowhere, or an expectation on nothing, would be met by every system.",
    bad: [
      `{${QUEUE}, "traffic": [{"to": «"Order"», "rate": "1/s"}]}`,
      `{${QUEUE}, "expect": [{"empty": «"OrdersDlq"»}]}`,
    ],
    good: [`{${QUEUE}, "traffic": [{"to": "Orders", "rate": "1/s"}], "expect": [{"empty": "Orders"}]}`],
  }),
  rule({
    id: "scenario-unknown-metric",
    severity: "error",
    summary: "A metric that the node does not have, or something that the metric does not tell.",
    reason: "An expectation on it could never be met. Counters have a total, histograms have percentiles.",
    bad: [
      `{${QUEUE}, "expect": [{"metric": «"Orders.age"», "p99": "< 1m"}]}`,
      `{${QUEUE}, "expect": [{"metric": «"Orders.sent"», "p99": "< 100"}]}`,
    ],
    good: [`{${QUEUE}, "expect": [{"metric": "Orders.ageMs", "p99": "< 1m"}]}`],
  }),
  rule({
    id: "scenario-unknown-setting",
    severity: "error",
    summary: "A sweep over a setting that nothing has.",
    reason: "Every row of its table would be the same, whatever the values.",
    bad: [
      `{${QUEUE}, "sweep": {"vary": {«"Orders.VisibilityTimout"»: [30, 60]}, "show": ["lost"]}}`,
      `{"resources": {"Orders": {"Type": "AWS::SQS::Queue"}, "Worker": {"Type": "AWS::Serverless::Function", "Properties": {"Events": {"Order": {"Type": "SQS", "Properties": {"Queue": {"Fn::GetAtt": ["Orders", "Arn"]}}}}}}}, "sweep": {"vary": {«"WorkerOrder.BatchSize"»: [1, 10]}}}`,
    ],
    good: [
      `{${QUEUE}, "sweep": {"vary": {"Orders.VisibilityTimeout": [30, 60]}, "show": ["lost"]}}`,
      `{"resources": {"Orders": {"Type": "AWS::SQS::Queue"}, "Worker": {"Type": "AWS::Serverless::Function", "Properties": {"Events": {"Order": {"Type": "SQS", "Properties": {"Queue": {"Fn::GetAtt": ["Orders", "Arn"]}}}}}}}, "sweep": {"vary": {"Worker.Events.Order.Properties.BatchSize": [1, 10]}}}`,
    ],
  }),
  rule({
    id: "scenario-file",
    severity: "error",
    summary: "A file that is not there, or holds nothing that can be used.",
    reason: "What is simulated, and what is replayed, stands in files beside the scenario.",
    bad: ['{"simulate": «"nowhere.template.yaml"»}'],
    good: [`{${QUEUE}}`],
  }),
  rule({
    id: "scenario-refused",
    severity: "error",
    summary: "A resource of the scenario has settings that its service refuses.",
    reason: "What AWS would not let you make is not worth simulating: it answers with the words that stand here.",
    bad: [
      '{"resources": {"Clicks": {"Type": "AWS::Kinesis::Stream"}, «"ToWorker"»: {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"EventSourceArn": {"Fn::GetAtt": ["Clicks", "Arn"]}, "FunctionName": "worker"}}}}',
      '{"resources": {"ToLake": {"Type": "AWS::KinesisFirehose::DeliveryStream", "Properties": {"ExtendedS3DestinationConfiguration": {"BucketARN": "arn:aws:s3:::lake", "RoleARN": "arn:aws:iam::123456789012:role/lake", "BufferingHints": {"IntervalInSeconds": «1000», "SizeInMBs": 5}}}}}}',
    ],
    good: [
      '{"resources": {"Clicks": {"Type": "AWS::Kinesis::Stream"}, "ToWorker": {"Type": "AWS::Lambda::EventSourceMapping", "Properties": {"EventSourceArn": {"Fn::GetAtt": ["Clicks", "Arn"]}, "FunctionName": "worker", "StartingPosition": "LATEST"}}}}',
    ],
  }),
  rule({
    id: "scenario-loop",
    severity: "warning",
    summary: "Messages come back to where they were.",
    reason: "On AWS they would go round until they expire, or until somebody notices the bill.",
    bad: [
      '{"resources": {«"Orders"»: {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Failed", "Arn"]}, "maxReceiveCount": 3}}}, "Failed": {"Type": "AWS::SQS::Queue", "Properties": {"RedrivePolicy": {"deadLetterTargetArn": {"Fn::GetAtt": ["Orders", "Arn"]}, "maxReceiveCount": 3}}}}}',
      `{${QUEUE}, "consumers": {"Worker": «{"polls": "Orders", "sendsTo": "Orders"}»}}`,
    ],
    good: [`{${QUEUE}, "consumers": {"Worker": {"polls": "Orders"}}}`],
  }),
  rule({
    id: "scenario-workflow",
    severity: "warning",
    summary: "A workflow of SWF with a step that nobody does, or with workers whose death nobody notices.",
    reason:
      "SWF gives a task to one worker. Without a timeout it waits for the answer as long as the execution may last, a year " +
      "unless it is set; heartbeats that need not come before the task is over end nothing.",
    bad: [
      '{"resources": {"Flow": {"Type": "Sluice::SwfWorkflow", "Properties": {"Steps": ["Pack"], "Activities": {"Pack": «{"Workers": 2}»}}}}}',
      '{"resources": {"Flow": {"Type": "Sluice::SwfWorkflow", "Properties": {"Steps": ["Pack"], "Activities": {"Pack": «{"StartToCloseTimeout": 60, "HeartbeatTimeout": 60}»}}}}}',
      '{"resources": {"Flow": {"Type": "Sluice::SwfWorkflow", "Properties": {"Steps": «["Pakc"]», "Activities": {"Pack": {"StartToCloseTimeout": 60}}}}}}',
    ],
    good: [
      '{"resources": {"Flow": {"Type": "Sluice::SwfWorkflow", "Properties": {"Steps": ["Pack"], "Activities": {"Pack": {"StartToCloseTimeout": 600, "HeartbeatTimeout": 30}}}}}}',
    ],
  }),
  rule({
    id: "scenario-not-simulated",
    severity: "info",
    summary: "A resource that takes part in messaging and is not simulated.",
    reason: "What comes to it ends there. Nothing is left out silently.",
    bad: ['{"resources": «{"Failover": {"Type": "AWS::Events::Endpoint"}}»}'],
    good: [`{${QUEUE}}`],
  }),
];
