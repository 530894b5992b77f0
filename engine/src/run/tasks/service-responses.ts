/**
 * What each optimized integration answers when all goes well: the fields that Step Functions documents and records, with
 * plausible values. `.sync` gives the finished job. One entry an action; SDK integrations are described by the models in
 * test-state/api-shapes-data.ts.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";

type Response = (given: JsonObject) => JsonObject;

const REGION = "us-east-1:123456789012";
/** Points in time: epoch milliseconds, as optimized integrations give them. */
const STARTED = 1_767_225_600_000;
const ENDED = 1_767_225_660_000;
const ID = "00000000-0000-4000-8000-000000000001";

/** By resource type and action, as they stand in Resource. */
export const SERVICE_RESPONSES: Readonly<Record<string, Response>> = {
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
  "bedrock:invokeModel": () => ({ Body: {}, ContentType: "application/json" }),
  "codebuild:startBuild": (given) => ({ Build: build(given, "IN_PROGRESS") }),
  "codebuild:startBuild.sync": (given) => ({ Build: build(given, "SUCCEEDED") }),
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
  "eks:call": () => ({ ResponseBody: {}, StatusCode: 200 }),
  "eks:runJob.sync": () => ({ ResponseBody: {}, StatusCode: 200 }),
  "elasticmapreduce:addStep": () => ({ StepId: "s-00000000000001" }),
  "elasticmapreduce:addStep.sync": () => ({
    Step: { Id: "s-00000000000001", Name: "step", Status: { State: "COMPLETED" } },
  }),
  "elasticmapreduce:createCluster": () => emrCluster(),
  "elasticmapreduce:createCluster.sync": () => emrCluster(),
  "elasticmapreduce:terminateCluster": () => ({}),
  "elasticmapreduce:terminateCluster.sync": () => ({}),
  "emr-containers:startJobRun": () => ({
    Arn: `arn:aws:emr-containers:${REGION}:/jobruns/1`,
    Id: "1",
    VirtualClusterId: "1",
  }),
  "emr-containers:startJobRun.sync": () => ({ JobRun: { Id: "1", State: "COMPLETED", VirtualClusterId: "1" } }),
  "emr-serverless:startJobRun": () => ({ ApplicationId: "1", JobRunId: "1" }),
  "emr-serverless:startJobRun.sync": () => ({ JobRun: { ApplicationId: "1", JobRunId: "1", State: "SUCCESS" } }),
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
  "sagemaker:createTrainingJob": (given) => ({ TrainingJobArn: sagemakerArn("training-job", given.TrainingJobName) }),
  "sagemaker:createTrainingJob.sync": (given) => ({
    ModelArtifacts: { S3ModelArtifacts: "s3://bucket/model.tar.gz" },
    TrainingJobArn: sagemakerArn("training-job", given.TrainingJobName),
    TrainingJobName: text(given.TrainingJobName, "job"),
    TrainingJobStatus: "Completed",
  }),
  "sagemaker:createTransformJob": (given) => ({
    TransformJobArn: sagemakerArn("transform-job", given.TransformJobName),
  }),
  "sagemaker:createTransformJob.sync": (given) => ({
    TransformJobArn: sagemakerArn("transform-job", given.TransformJobName),
    TransformJobName: text(given.TransformJobName, "job"),
    TransformJobStatus: "Completed",
  }),
  "sagemaker:createModel": (given) => ({ ModelArn: sagemakerArn("model", given.ModelName) }),
  "sagemaker:createEndpointConfig": (given) => ({
    EndpointConfigArn: sagemakerArn("endpoint-config", given.EndpointConfigName),
  }),
  "sagemaker:createEndpoint": (given) => ({ EndpointArn: sagemakerArn("endpoint", given.EndpointName) }),
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
  return SERVICE_RESPONSES[key]?.(isObject(given) ? given : {});
}

function text(value: JsonValue | undefined, otherwise: string): string {
  return typeof value === "string" ? value : otherwise;
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
  const name = text(given.ProjectName, "project");
  return {
    Arn: `arn:aws:codebuild:${REGION}:build/${name}:${ID}`,
    BuildStatus: status,
    Id: `${name}:${ID}`,
    ProjectName: name,
  };
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

function emrCluster(): JsonObject {
  return { ClusterArn: `arn:aws:elasticmapreduce:${REGION}:cluster/j-0000000000001`, ClusterId: "j-0000000000001" };
}

function sagemakerArn(kind: string, name: JsonValue | undefined): string {
  return `arn:aws:sagemaker:${REGION}:${kind}/${text(name, kind)}`;
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
