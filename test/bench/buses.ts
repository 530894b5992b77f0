/** A bus with many rules: a producer puts events, each of which one rule matches and hands to a target that only counts. */
import { type JsonObject, metricOf, type NodeSpec, nodeFactoryOf, runSimulation, Simulation } from "@sluice/engine";

export interface BusJob {
  readonly kind: "buses";
  readonly who: "sluice";
  /** Rules. */
  readonly size: number;
}

/** Events of one measurement: enough that making a thousand rules, which happens once, does not decide the rate. */
export const EVENTS_ON_A_BUS = 200_000;

const EVENTS = "arn:aws:events:us-east-1:123456789012:";
const TARGET = "arn:sluice:scenario:Target";

function rule(number: number): NodeSpec {
  const EventPattern: JsonObject = {
    source: ["shop"],
    "detail-type": [`Kind${number}`],
    detail: { amount: [{ numeric: [">", 0] }], state: ["paid", { prefix: "wait" }] },
  };
  const properties = { EventBusName: "Bus", EventPattern, Targets: [{ Id: "target", Arn: TARGET }] };
  return { id: `Rule${number}`, type: "AWS::Events::Rule", arn: `${EVENTS}rule/Rule${number}`, properties };
}

/** What is measured; says what came of it. */
export function busWork({ size }: BusJob): () => Promise<string> {
  const body = `{"source": "shop", "detail-type": "Kind\${random(1, ${size})}", "detail": {"id": \${sequence}, "amount": 12, "state": "paid", "items": [{"sku": "a", "count": 2}]}}`;
  const specs: readonly NodeSpec[] = [
    { id: "Bus", type: "AWS::Events::EventBus", arn: `${EVENTS}event-bus/Bus`, properties: {} },
    ...Array.from({ length: size }, (_, index) => rule(index + 1)),
    { id: "Target", type: "Sluice::Sink", arn: TARGET, properties: {} },
    {
      id: "Producer",
      type: "Sluice::Producer",
      arn: "Producer",
      properties: { TargetArn: `${EVENTS}event-bus/Bus`, BatchSize: 10 },
      behavior: { arrivals: { constant: { perSecond: 20_000 } }, count: EVENTS_ON_A_BUS, messages: [{ body }] },
    },
  ];
  return async () => {
    const simulation = new Simulation(specs, nodeFactoryOf, { trace: { keep: "last", max: 10_000 } });
    await runSimulation(simulation, { untilMs: 60_000, untilQuiet: true });
    const taken = metricOf(simulation.metrics(), "Target", "taken", "counter")?.total;
    return `${taken} events came to the target`;
  };
}
