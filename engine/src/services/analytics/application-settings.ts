/**
 * What an application of Managed Service for Apache Flink, or of Kinesis Data Analytics for SQL, goes by. Of SQL
 * applications the template says all; a Flink application's code is not in it, so the scenario says its query.
 * https://docs.aws.amazon.com/managed-flink/latest/apiv2/API_ApplicationConfiguration.html
 */
import { type JsonObject, objectOf, objectsIn } from "../../json.ts";
import { readQueries, type WindowQuery } from "./sql.ts";

/** Of either API. */
export function isAnalyticsApplication(type: string): boolean {
  return type === "AWS::KinesisAnalytics::Application" || type === "AWS::KinesisAnalyticsV2::Application";
}

export interface ApplicationBehavior {
  /** Of a Flink application. */
  readonly sql?: string;
  /** The stream that it reads, and what gets its results: logical ids. */
  readonly reads?: string;
  readonly writesTo?: readonly string[];
  /** For so long behind the watermark windows still take rows. Default 0. */
  readonly latenessMs?: number;
  /** A shard from which nothing has come for so long is not waited for. Default: it is. */
  readonly idleMs?: number;
}

export interface Output {
  /** The stream of the SQL that it is of; undefined: all. */
  readonly of: string | undefined;
  readonly arn: string;
}

export interface ApplicationSettings {
  readonly sourceArn: string | undefined;
  readonly queries: readonly WindowQuery[];
  /** Why there are none. */
  readonly unread: string | undefined;
  readonly outputs: readonly Output[];
  readonly latenessMs: number;
  readonly idleMs: number;
}

export function applicationSettingsOf(properties: JsonObject, behavior: JsonObject | undefined): ApplicationSettings {
  const given = (behavior ?? {}) as ApplicationBehavior;
  const sql = given.sql ?? sqlIn(properties);
  const queries = sql === undefined ? NO_QUERY : readQueries(sql);
  return {
    sourceArn: given.reads ?? sourceIn(properties),
    queries: typeof queries === "string" ? [] : queries,
    unread: typeof queries === "string" ? queries : undefined,
    outputs: [...outputsIn(properties), ...(given.writesTo ?? []).map((arn) => ({ of: undefined, arn }))],
    latenessMs: given.latenessMs ?? 0,
    idleMs: given.idleMs ?? Number.POSITIVE_INFINITY,
  };
}

const NO_QUERY = "the template does not say what it computes: give its query in the scenario, `sql`";

/** Of a SQL application, as both versions of the resource have it. */
export function sqlIn(properties: JsonObject): string | undefined {
  const configuration = objectOf(properties.ApplicationConfiguration);
  const content = objectOf(objectOf(configuration.ApplicationCodeConfiguration).CodeContent).TextContent;
  const sql = properties.ApplicationCode ?? content;
  return typeof sql === "string" ? sql : undefined;
}

function sourceIn(properties: JsonObject): string | undefined {
  const configuration = objectOf(properties.ApplicationConfiguration);
  const [input] = objectsIn(properties.Inputs ?? objectOf(configuration.SqlApplicationConfiguration).Inputs);
  const { ResourceARN: arn } = objectOf(input?.KinesisStreamsInput);
  return typeof arn === "string" ? arn : undefined;
}

function outputsIn({ Outputs: attached }: JsonObject): readonly Output[] {
  return objectsIn(attached).flatMap((output) => {
    const target = output.KinesisStreamsOutput ?? output.KinesisFirehoseOutput ?? output.LambdaOutput;
    const { ResourceARN: arn } = objectOf(target);
    return typeof arn === "string" ? [{ of: typeof output.Name === "string" ? output.Name : undefined, arn }] : [];
  });
}
