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
const SQS = "https://aws.amazon.com/sqs/pricing/";

/** By name; services add theirs. */
export const PRICES: Readonly<Record<string, Price>> = {
  "sqs.standard": { usd: 0.4, per: MILLION, unit: "requests of standard queues", page: SQS },
  "sqs.fifo": { usd: 0.5, per: MILLION, unit: "requests of FIFO queues", page: SQS },
  /** On top of the request. */
  "sqs.fair": { usd: 0.1, per: MILLION, unit: "requests with a message group, standard queues", page: SQS },
  /** 0.25 vCPU and 0.5 GB on Linux/x86. */
  "fargate.small": {
    usd: 0.01234,
    per: 1,
    unit: "hours of a small container",
    page: "https://aws.amazon.com/fargate/pricing/",
  },
};
