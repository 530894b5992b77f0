/**
 * What things cost: AWS's list prices of one Region on one day, without free tiers and discounts. They change; a scenario
 * can put its own over them.
 */

export interface Price {
  readonly usd: number;
  /** For so many units. */
  readonly per: number;
  readonly unit: string;
  /** Where AWS says so. */
  readonly page: string;
}

/** The day, and the Region, of the table. */
export const PRICES_AS_OF = "2026-11-27";
export const PRICES_REGION = "us-east-1";

const MILLION = 1_000_000;
const APIS = "https://aws.amazon.com/api-gateway/pricing/";
const EVENTS = "https://aws.amazon.com/eventbridge/pricing/";
const FIREHOSE = "https://aws.amazon.com/firehose/pricing/";
const KINESIS = "https://aws.amazon.com/kinesis/data-streams/pricing/";
const LAMBDA = "https://aws.amazon.com/lambda/pricing/";
const DYNAMODB = "https://aws.amazon.com/dynamodb/pricing/on-demand/";
const MQ = "https://aws.amazon.com/amazon-mq/pricing/";
const MSK = "https://aws.amazon.com/msk/pricing/";
const SWF = "https://aws.amazon.com/swf/pricing/";
const SNS = "https://aws.amazon.com/sns/pricing/";
const STATES = "https://aws.amazon.com/step-functions/pricing/";
const VIDEO = "https://aws.amazon.com/kinesis/video-streams/pricing/";
const SQS = "https://aws.amazon.com/sqs/pricing/";

/** By name; services add theirs. */
export const PRICES: Readonly<Record<string, Price>> = {
  "sqs.standard": { usd: 0.4, per: MILLION, unit: "requests of standard queues", page: SQS },
  "sqs.fifo": { usd: 0.5, per: MILLION, unit: "requests of FIFO queues", page: SQS },
  /** On top of the request. */
  "sqs.fair": { usd: 0.1, per: MILLION, unit: "requests with a message group, standard queues", page: SQS },
  "sns.publishes": { usd: 0.5, per: MILLION, unit: "publishes of standard topics", page: SNS },
  "sns.fifo": { usd: 0.3, per: MILLION, unit: "publishes of FIFO topics", page: SNS },
  /** Deliveries to queues and functions cost nothing. */
  "sns.http": { usd: 0.6, per: MILLION, unit: "deliveries over HTTP(S)", page: SNS },
  "sns.email": { usd: 2, per: 100_000, unit: "e-mails", page: SNS },
  "sns.push": { usd: 0.5, per: MILLION, unit: "mobile push notifications", page: SNS },
  "sns.fifoDeliveries": { usd: 0.01, per: MILLION, unit: "deliveries of FIFO topics", page: SNS },
  "lambda.requests": { usd: 0.2, per: MILLION, unit: "requests", page: LAMBDA },
  "lambda.x86": { usd: 0.0000166667, per: 1, unit: "GB-seconds on x86", page: LAMBDA },
  "lambda.arm": { usd: 0.0000133334, per: 1, unit: "GB-seconds on Arm", page: LAMBDA },
  "lambda.provisioned": { usd: 0.0000041667, per: 1, unit: "GB-seconds of provisioned concurrency", page: LAMBDA },
  "kinesis.shardHours": { usd: 0.015, per: 1, unit: "shard hours", page: KINESIS },
  "kinesis.putUnits": { usd: 0.014, per: MILLION, unit: "PUT payload units of 25 KB", page: KINESIS },
  "kinesis.streamHours": { usd: 0.04, per: 1, unit: "hours of on-demand streams", page: KINESIS },
  "kinesis.onDemandBytes": { usd: 0.08, per: 1, unit: "GB into on-demand streams", page: KINESIS },
  /** In and out: from a copy of the page of 2026; what is stored was not to be seen on it. */
  "video.in": { usd: 0.0085, per: 1, unit: "GB into video streams", page: VIDEO },
  "video.out": { usd: 0.0085, per: 1, unit: "GB out of video streams", page: VIDEO },
  "video.stored": { usd: 0.023, per: 1, unit: "GB-months of video", page: VIDEO },
  "firehose.bytes": { usd: 0.029, per: 1, unit: "GB ingested, records rounded up to 5 KB", page: FIREHOSE },
  "states.transitions": { usd: 0.025, per: 1_000, unit: "state transitions", page: STATES },
  "states.express": { usd: 1, per: MILLION, unit: "requests of Express workflows", page: STATES },
  "states.expressTime": { usd: 0.00001667, per: 1, unit: "GB-seconds of Express workflows", page: STATES },
  "api.rest": { usd: 3.5, per: MILLION, unit: "requests of REST APIs", page: APIS },
  "api.http": { usd: 1, per: MILLION, unit: "requests of HTTP APIs", page: APIS },
  "events.custom": { usd: 1, per: MILLION, unit: "events of your own", page: EVENTS },
  "events.destinations": { usd: 0.2, per: MILLION, unit: "calls of API destinations", page: EVENTS },
  "dynamodb.writes": { usd: 0.625, per: MILLION, unit: "writes of items up to 1 KB, on demand", page: DYNAMODB },
  /** Of 2026-11-28: m5.large and m7g.large as others' price tables have them, too; t3.small and serverless unconfirmed. */
  "msk.t3Hours": { usd: 0.0456, per: 1, unit: "hours of kafka.t3.small brokers", page: MSK },
  "msk.m5Hours": {
    usd: 0.21,
    per: 1,
    unit: "hours of kafka.m5.large brokers; larger ones count as several",
    page: MSK,
  },
  "msk.m7gHours": {
    usd: 0.204,
    per: 1,
    unit: "hours of kafka.m7g.large brokers; larger ones count as several",
    page: MSK,
  },
  "msk.serverlessHours": {
    usd: 0.75,
    per: 1,
    unit: "hours of serverless clusters, without partitions and data",
    page: MSK,
  },
  /** Unconfirmed on 2026-11-28: the page's table is not in its text. */
  "mq.t3Hours": { usd: 0.02704, per: 1, unit: "hours of mq.t3.micro brokers", page: MQ },
  "mq.m5Hours": { usd: 0.288, per: 1, unit: "hours of mq.m5.large brokers; larger ones count as several", page: MQ },
  /** On 2026-11-28 https://aws.amazon.com/govcloud-us/pricing/swf/ has both with GovCloud's 20 % on top. */
  "swf.executions": { usd: 0.0001, per: 1, unit: "executions of workflows", page: SWF },
  "swf.tasks": { usd: 0.000025, per: 1, unit: "tasks of workflows", page: SWF },
  "pipes.events": { usd: 0.4, per: MILLION, unit: "events that a pipe hands on", page: EVENTS },
  "scheduler.invocations": { usd: 1, per: MILLION, unit: "invocations of schedules", page: EVENTS },
  "s3.puts": {
    usd: 0.005,
    per: 1_000,
    unit: "PUT requests",
    page: "https://aws.amazon.com/s3/pricing/",
  },
  /** 0.25 vCPU and 0.5 GB on Linux/x86. */
  "fargate.small": {
    usd: 0.01234,
    per: 1,
    unit: "hours of a small container",
    page: "https://aws.amazon.com/fargate/pricing/",
  },
};
