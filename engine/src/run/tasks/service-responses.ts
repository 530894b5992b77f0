/**
 * What each optimized integration answers when all goes well: the fields that Step Functions documents and records, with
 * plausible values, without what sdk-metadata.ts adds. `.sync` gives the finished job. One entry an action; SDK integrations are described by the models in
 * test-state/api-shapes-data.ts.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
import { type JsonObject, type JsonValue, objectOf } from "../../json.ts";
import { CLUSTER_RESPONSES } from "./cluster-responses.ts";
import { type Response, text } from "./response.ts";

const REGION = "us-east-1:123456789012";
/** Points in time: epoch milliseconds, as optimized integrations give them. */
const STARTED = 1_767_225_600_000;
const ENDED = 1_767_225_660_000;
const ID = "00000000-0000-4000-8000-000000000001";
const customizationJob = `arn:aws:bedrock:${REGION}:model-customization-job/1`;

/** By resource type and action, as they stand in Resource. */
export const SERVICE_RESPONSES: Readonly<Record<string, Response>> = {
  ...CLUSTER_RESPONSES,
  "apigateway:invoke": () => ({ Headers: {}, ResponseBody: {}, StatusCode: 200, StatusText: "OK" }),
  "athena:getQueryExecution": () => ({ QueryExecution: queryExecution({}) }),
  "athena:getQueryResults": () => ({ ResultSet: { ResultSetMetadata: { ColumnInfo: [] }, Rows: [] } }),
  "athena:startQueryExecution": () => ({ QueryExecutionId: ID }),
  "athena:startQueryExecution.sync": (given) => ({ QueryExecution: queryExecution(given) }),
  "athena:stopQueryExecution": () => ({}),
  "batch:submitJob": (given) => ({
    JobArn: `arn:aws:batch:${REGION}:job/${ID}`,
    JobId: ID,
    JobName: text(given.JobName, "job"),
  }),
  "batch:submitJob.sync": (given) => ({
    Attempts: [],
    Container: { ExitCode: 0 },
    CreatedAt: STARTED,
    JobArn: `arn:aws:batch:${REGION}:job/${ID}`,
    JobDefinition: text(given.JobDefinition, "definition"),
    JobId: ID,
    JobName: text(given.JobName, "job"),
    JobQueue: text(given.JobQueue, "queue"),
    Parameters: {},
    StartedAt: STARTED,
    Status: "SUCCEEDED",
    StoppedAt: ENDED,
  }),
  "bedrock:createModelCustomizationJob": () => ({ JobArn: customizationJob }),
  "bedrock:createModelCustomizationJob.sync": (given) => ({
    JobArn: customizationJob,
    JobName: text(given.JobName, "job"),
    OutputModelArn: `arn:aws:bedrock:${REGION}:custom-model/model/1`,
    OutputModelName: text(given.CustomModelName, "model"),
    Status: "Completed",
  }),
  "bedrock:invokeModel": () => ({ Body: {}, ContentType: "application/json" }),
  "codebuild:batchDeleteBuilds": (given) => ({ BuildsDeleted: given.Ids ?? [], BuildsNotDeleted: [] }),
  "codebuild:batchGetReports": () => ({ Reports: [], ReportsNotFound: [] }),
  "codebuild:deleteBuildBatch": () => ({ BuildsDeleted: [], BuildsNotDeleted: [], StatusCode: "SUCCEEDED" }),
  "codebuild:retryBuildBatch": (given) => ({ BuildBatch: buildBatch(given, "IN_PROGRESS") }),
  "codebuild:startBuild": (given) => ({ Build: build(given, "IN_PROGRESS") }),
  "codebuild:startBuild.sync": (given) => ({ Build: build(given, "SUCCEEDED") }),
  "codebuild:startBuildBatch": (given) => ({ BuildBatch: buildBatch(given, "IN_PROGRESS") }),
  "codebuild:startBuildBatch.sync": (given) => ({ BuildBatch: buildBatch(given, "SUCCEEDED") }),
  "codebuild:stopBuild": (given) => ({ Build: build(given, "STOPPED") }),
  "codebuild:stopBuildBatch": (given) => ({ BuildBatch: buildBatch(given, "STOPPED") }),
  "databrew:startJobRun": () => ({ RunId: `db_${ID}` }),
  "databrew:startJobRun.sync": (given) => ({ JobName: text(given.Name, "job"), RunId: `db_${ID}`, State: "SUCCEEDED" }),
  "dynamodb:deleteItem": () => ({}),
  "dynamodb:getItem": () => ({ Item: {} }),
  "dynamodb:putItem": () => ({}),
  "dynamodb:updateItem": () => ({}),
  "ecs:runTask": (given) => ({ Failures: [], Tasks: [ecsTask(given, "PROVISIONING")] }),
  "ecs:runTask.sync": (given) => ({
    ...ecsTask(given, "STOPPED"),
    StopCode: "EssentialContainerExited",
    StoppedReason: "Essential container in task exited",
  }),
  "events:putEvents": (given) => ({
    Entries: (Array.isArray(given.Entries) ? given.Entries : [null]).map((_entry, index) => ({
      EventId: `00000000-0000-4000-8000-${String(index + 1).padStart(12, "0")}`,
    })),
    FailedEntryCount: 0,
  }),
  "glue:startJobRun": () => ({ JobRunId: `jr_${ID}` }),
  "glue:startJobRun.sync": (given) => ({
    Attempt: 0,
    CompletedOn: ENDED,
    Id: `jr_${ID}`,
    JobName: text(given.JobName, "job"),
    JobRunState: "SUCCEEDED",
    StartedOn: STARTED,
  }),
  "http:invoke": () => ({
    Headers: { "content-type": ["application/json"] },
    ResponseBody: {},
    StatusCode: 200,
    StatusText: "OK",
  }),
  "lambda:invoke": () => ({ ExecutedVersion: "$LATEST", Payload: {}, StatusCode: 200 }),
  "mediaconvert:createJob": () => ({
    Job: { Arn: `arn:aws:mediaconvert:${REGION}:jobs/1`, Id: "1", Status: "SUBMITTED" },
  }),
  "mediaconvert:createJob.sync": () => ({
    Job: { Arn: `arn:aws:mediaconvert:${REGION}:jobs/1`, Id: "1", Status: "COMPLETE" },
  }),
  "sns:publish": () => ({ MessageId: ID }),
  "sqs:sendMessage": () => ({ MD5OfMessageBody: "d41d8cd98f00b204e9800998ecf8427e", MessageId: ID }),
  "states:startExecution": (given) => ({ ExecutionArn: executionArn(given), StartDate: STARTED }),
  "states:startExecution.sync": (given) => ({ ...execution(given), Input: jsonText(given.Input), Output: "{}" }),
  "states:startExecution.sync:2": (given) => ({ ...execution(given), Input: given.Input ?? {}, Output: {} }),
};

/** What a service answers to a call that ended well; undefined for a service or an action that the table lacks. */
export function serviceResponse(resourceType: string, action: string, given: JsonValue): JsonObject | undefined {
  const key = `${resourceType}:${action}`;
  if (!Object.hasOwn(SERVICE_RESPONSES, key)) return undefined;
  return SERVICE_RESPONSES[key]?.(objectOf(given));
}

function jsonText(value: JsonValue | undefined): string {
  return typeof value === "string" ? value : JSON.stringify(value ?? {});
}

function queryExecution(given: JsonObject): JsonObject {
  return {
    Query: text(given.QueryString, "SELECT 1"),
    QueryExecutionId: ID,
    ResultConfiguration: { OutputLocation: `s3://bucket/${ID}.csv` },
    StatementType: "DML",
    Status: { CompletionDateTime: ENDED, State: "SUCCEEDED", SubmissionDateTime: STARTED },
    WorkGroup: text(given.WorkGroup, "primary"),
  };
}

function build(given: JsonObject, status: string): JsonObject {
  return { ...buildOf(given, "build"), BuildStatus: status };
}

function buildBatch(given: JsonObject, status: string): JsonObject {
  return { ...buildOf(given, "build-batch"), BuildBatchStatus: status };
}

/** By the project that it is started for, or by its own id. */
function buildOf({ ProjectName, Id }: JsonObject, kind: string): JsonObject {
  const id = text(Id, `${text(ProjectName, "project")}:${ID}`);
  return { Arn: `arn:aws:codebuild:${REGION}:${kind}/${id}`, Id: id, ProjectName: id.split(":")[0] ?? id };
}

function ecsTask(given: JsonObject, status: string): JsonObject {
  return {
    ClusterArn: text(given.Cluster, `arn:aws:ecs:${REGION}:cluster/default`),
    Containers: [{ ExitCode: 0, LastStatus: status, Name: "container" }],
    DesiredStatus: "RUNNING",
    LastStatus: status,
    TaskArn: `arn:aws:ecs:${REGION}:task/default/${ID}`,
    TaskDefinitionArn: text(given.TaskDefinition, `arn:aws:ecs:${REGION}:task-definition/task:1`),
  };
}

function executionArn(given: JsonObject): string {
  const machine = text(given.StateMachineArn, `arn:aws:states:${REGION}:stateMachine:machine`);
  return `${machine.replace(":stateMachine:", ":execution:")}:${text(given.Name, ID)}`;
}

function execution(given: JsonObject): JsonObject {
  return {
    ExecutionArn: executionArn(given),
    Input: {},
    InputDetails: { Included: true },
    Name: text(given.Name, ID),
    Output: {},
    OutputDetails: { Included: true },
    RedriveCount: 0,
    RedriveStatus: "NOT_REDRIVABLE",
    RedriveStatusReason: "Execution is SUCCEEDED and cannot be redriven",
    StartDate: STARTED,
    StateMachineArn: text(given.StateMachineArn, `arn:aws:states:${REGION}:stateMachine:machine`),
    Status: "SUCCEEDED",
    StopDate: ENDED,
  };
}
