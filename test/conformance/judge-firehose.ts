/** Judges delivery streams: which objects they write, when, of which records, and what becomes of the others. */
import {
  type Code,
  type JsonObject,
  type NodeSpec,
  nodeFactoryOf,
  type Ports,
  refuseDeliveryStream,
  runSimulation,
  Simulation,
} from "@sluice/engine";
import { type Case, type Verdict, verdict } from "./cases.ts";
import { BUCKET_TYPE, RecordingBucket, type WrittenObject } from "./mapping-destinations.ts";
import { same } from "./recording-target.ts";

interface FirehoseCase {
  readonly stream: JsonObject & {
    readonly ProcessingConfiguration?: readonly string[];
    readonly DynamicPartitioning?: { readonly key: string };
    readonly Lambda?: { readonly results?: Readonly<Record<string, string>>; readonly kind?: string };
  };
  readonly records: readonly {
    readonly at: number;
    readonly id: string;
    readonly bytes?: number;
    readonly text?: string;
  }[];
  readonly expect: Expectation;
}

interface ExpectedObject {
  readonly at?: number;
  readonly records?: readonly string[];
  readonly content?: string;
}

interface Expectation {
  readonly accepted?: boolean;
  readonly objects?: readonly ExpectedObject[] | { readonly min: number; readonly max: number };
  readonly objectsByPartition?: Readonly<Record<string, readonly string[]>>;
  readonly recordsInS3?: number;
  readonly keyStartsWith?: string;
  readonly delivered?: readonly string[];
  readonly dropped?: readonly string[];
  readonly errorPrefix?: readonly string[];
  readonly errorPrefixDefault?: string;
  readonly lambdaAttempts?: number;
}

const BUCKET_ARN = "arn:aws:s3:::archive";
const FUNCTION_ARN = "arn:aws:lambda:us-east-1:123456789012:function:transform";
const FAILED = /(^|\/)(processing|metadata-extraction)-failed\//;
/** Long enough for every buffer to be emptied, and every retry to be made. */
const PATIENCE_MS = 3_600_000;

export async function judgeFirehose(row: Case): Promise<Verdict> {
  const why = await new FirehoseRun(row as unknown as FirehoseCase).differences();
  return verdict({ pass: why === undefined }, why);
}

class FirehoseRun {
  readonly #case: FirehoseCase;
  /** Ids by numbers of messages. */
  readonly #ids = new Map<number, string>();
  readonly #dropped: string[] = [];
  #attempts = 0;
  readonly #bucket: RecordingBucket;
  #now = (): number => 0;

  constructor(given: FirehoseCase) {
    this.#case = given;
    this.#bucket = new RecordingBucket(() => this.#now());
  }

  async differences(): Promise<string | undefined> {
    const { expect, stream } = this.#case;
    const destination = destinationOf(stream);
    const refused = refuseDeliveryStream({ ExtendedS3DestinationConfiguration: destination });
    if ((refused === undefined) !== (expect.accepted ?? true)) return `accepted: ${refused?.message ?? "yes"}`;
    if (refused !== undefined) return undefined;
    await this.#run(destination);
    return this.#compare(expect, Number((stream.BufferingHints as JsonObject | undefined)?.IntervalInSeconds ?? 300));
  }

  async #run(destination: JsonObject): Promise<void> {
    const { stream, records } = this.#case;
    const specs: readonly NodeSpec[] = [
      {
        id: "Delivery",
        type: "AWS::KinesisFirehose::DeliveryStream",
        arn: "arn:aws:firehose:us-east-1:123456789012:deliverystream/Delivery",
        properties: { ExtendedS3DestinationConfiguration: destination },
      },
      { id: "Archive", type: BUCKET_TYPE, arn: BUCKET_ARN, properties: {} },
      ...(stream.Lambda === undefined ? [] : [this.#function(stream.Lambda)]),
    ];
    const arrived: number[] = [];
    const simulation: Simulation = new Simulation(
      specs,
      (spec) => (spec.type === BUCKET_TYPE ? () => this.#bucket : nodeFactoryOf(spec)),
      {
        trace: { keep: "all", max: 100_000 },
        onRecord: ({ node, what, message = 0 }) => {
          if (node === "Delivery" && what === "arrived") arrived.push(message);
          if (node === "Delivery" && what === "dropped") this.#dropped.push(this.#ids.get(message) ?? "");
        },
      },
    );
    this.#now = () => simulation.timeMs;
    for (const { at, id, bytes = 0, text = "x".repeat(bytes) } of records.toSorted((a, b) => a.at - b.at)) {
      await runSimulation(simulation, { untilMs: at * 1_000 });
      const { target } = simulation.ports("Delivery") as Ports;
      const refused = target.deliver(undefined, { body: text, from: "Case" });
      if (refused !== undefined) throw new Error(refused.message);
      this.#ids.set(arrived.at(-1) ?? 0, id);
    }
    await runSimulation(simulation, { untilMs: simulation.timeMs + PATIENCE_MS });
  }

  #function({ results, kind }: NonNullable<FirehoseCase["stream"]["Lambda"]>): NodeSpec {
    const code: Code = (event) => {
      this.#attempts += 1;
      if (kind === "throw") return { error: { errorType: "Error", errorMessage: "thrown" } };
      const given = ((event as JsonObject).records ?? []) as readonly JsonObject[];
      return {
        response: {
          records: given.map(({ recordId, data }) => {
            const id = this.#ids.get(Number(String(recordId).slice(-20))) ?? "";
            return { recordId: recordId as string, result: results?.[id] ?? "Ok", data: data as string };
          }),
        },
      };
    };
    return { id: "transform", type: "AWS::Lambda::Function", arn: FUNCTION_ARN, properties: {}, code };
  }

  #compare(expect: Expectation, intervalSeconds: number): string | undefined {
    const good = this.#bucket.objects.filter(({ key }) => !FAILED.test(key));
    const failed = this.#bucket.objects.filter(({ key }) => FAILED.test(key));
    const { objects, objectsByPartition, recordsInS3, keyStartsWith, delivered, dropped } = expect;
    const { errorPrefix, errorPrefixDefault = "", lambdaAttempts } = expect;
    const got = JSON.stringify(
      good.map((each) => ({ ...each, body: each.body.slice(0, 40), ids: this.#idsOf([each]) })),
    );
    const isWrong =
      (objects !== undefined && !this.#areLike(good, objects, intervalSeconds)) ||
      (objectsByPartition !== undefined && !same(this.#byPartition(good), objectsByPartition)) ||
      (recordsInS3 !== undefined && this.#idsOf(good).length !== recordsInS3) ||
      (keyStartsWith !== undefined && !good.every(({ key }) => key.startsWith(keyStartsWith))) ||
      (delivered !== undefined && !same(this.#idsOf(good), delivered)) ||
      (dropped !== undefined && !same(this.#dropped, dropped)) ||
      (errorPrefix !== undefined && !same(this.#idsOf(failed), errorPrefix)) ||
      !failed.every(({ key }) => key.startsWith(errorPrefixDefault)) ||
      (lambdaAttempts !== undefined && this.#attempts !== lambdaAttempts);
    return isWrong ? `objects ${got}, failed ${this.#idsOf(failed)}, ${this.#attempts} invocations` : undefined;
  }

  #idsOf(objects: readonly WrittenObject[]): readonly string[] {
    return objects.flatMap(({ causes }) => causes.map((number) => this.#ids.get(number) ?? `? ${number}`));
  }

  #byPartition(objects: readonly WrittenObject[]): Readonly<Record<string, readonly string[]>> {
    return Object.fromEntries(objects.map((each) => [each.key.split("/")[0] ?? "", this.#idsOf([each])]));
  }

  /** AWS calls the values hints: an object may come an interval later. */
  #areLike(objects: readonly WrittenObject[], expected: NonNullable<Expectation["objects"]>, slack: number): boolean {
    if ("min" in expected) return objects.length >= expected.min && objects.length <= expected.max;
    return (
      objects.length === expected.length &&
      expected.every(({ at, records, content }, index) => {
        const object = objects[index] as WrittenObject;
        const late = at === undefined ? 0 : object.timeMs / 1_000 - at;
        return (
          late >= 0 &&
          late <= slack &&
          (records === undefined || same(this.#idsOf([object]), records)) &&
          (content === undefined || object.body === content)
        );
      })
    );
  }
}

/** The words of cases as properties of CloudFormation. */
function destinationOf({
  ProcessingConfiguration: names = [],
  DynamicPartitioning,
  Lambda,
  ...own
}: FirehoseCase["stream"]): JsonObject {
  const parameter = (ParameterName: string, ParameterValue: string): JsonObject => ({ ParameterName, ParameterValue });
  const processors: JsonObject[] = names.map((Type) => ({ Type, Parameters: [] }));
  if (Lambda !== undefined) processors.push({ Type: "Lambda", Parameters: [parameter("LambdaArn", FUNCTION_ARN)] });
  if (DynamicPartitioning !== undefined) {
    const query = parameter("MetadataExtractionQuery", `{key:${DynamicPartitioning.key}}`);
    processors.push({ Type: "MetadataExtraction", Parameters: [query, parameter("JsonParsingEngine", "JQ-1.6")] });
  }
  return {
    BucketARN: BUCKET_ARN,
    ...own,
    ...(processors.length > 0 && { ProcessingConfiguration: { Enabled: true, Processors: processors } }),
    ...(DynamicPartitioning !== undefined && {
      DynamicPartitioningConfiguration: { Enabled: true },
      Prefix: "!{partitionKeyFromQuery:key}/",
    }),
  };
}
