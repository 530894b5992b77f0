/** Streams at work: a producer, shards, and a mapping that hands batches of 100 to a function. */
import { type NodeSpec, nodeFactoryOf, runSimulation, Simulation, streamArnOf } from "@sluice/engine";

export interface StreamJob {
  readonly kind: "stream";
  readonly who: "sluice";
  /** Records. */
  readonly size: number;
}

const SHARDS = 32;
const BATCH = 500;
const KEYS = 1_000;
const FUNCTION_ARN = "arn:aws:lambda:us-east-1:123456789012:function:Reader";

/** All within a minute of virtual time: some 17,000 records a second, of the 32,000 that the shards take. */
function system(records: number): readonly NodeSpec[] {
  const arn = streamArnOf("Stream");
  return [
    { id: "Stream", type: "AWS::Kinesis::Stream", arn, properties: { ShardCount: SHARDS } },
    {
      id: "Producer",
      type: "Sluice::Producer",
      arn: "producer",
      properties: { TargetArn: arn, BatchSize: BATCH },
      behavior: {
        arrivals: { constant: { perSecond: Math.max(BATCH, records / 60) } },
        count: records,
        messages: [{ body: '{"orderId": 1, "status": "placed"}', partitionKey: `k\${random(1, ${KEYS})}` }],
      },
    },
    { id: "Reader", type: "AWS::Lambda::Function", arn: FUNCTION_ARN, properties: {}, behavior: { durationMs: 20 } },
    {
      id: "Mapping",
      type: "AWS::Lambda::EventSourceMapping",
      arn: "mapping",
      properties: { EventSourceArn: arn, FunctionName: FUNCTION_ARN, StartingPosition: "TRIM_HORIZON", BatchSize: 100 },
    },
  ];
}

/** What to measure; a thunk for each run. */
export function streamWork({ size }: StreamJob): () => unknown {
  return async () => {
    const simulation = new Simulation(system(size), nodeFactoryOf);
    await runSimulation(simulation, { untilQuiet: true });
    const [wrong] = simulation.audit();
    if (wrong !== undefined) throw new Error(wrong.text);
    const { processed } = simulation.metrics().Reader ?? {};
    const total = processed?.kind === "counter" ? processed.total : 0;
    if (total !== size) throw new Error(`${total} of ${size} records were processed`);
    return `${total} records processed, ${simulation.events} events`;
  };
}
