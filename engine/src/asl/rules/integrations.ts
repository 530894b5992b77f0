/**
 * The service integrations that AWS has made for Step Functions, with their actions and the ways to wait for them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */

/** "sync": `.sync`; "sync:2": also `.sync:2`; "token": `.waitForTaskToken`. Request and response always works. */
export type Pattern = "sync" | "sync:2" | "token";

export interface Integration {
  /** Action to the ways to wait for it. */
  readonly actions: Readonly<Record<string, readonly Pattern[]>>;
  /** The list of actions is complete beyond doubt: others are mistakes. */
  readonly closed: boolean;
}

const SYNC: readonly Pattern[] = ["sync"];
const TOKEN: readonly Pattern[] = ["token"];
const BOTH: readonly Pattern[] = ["sync", "token"];
const NONE: readonly Pattern[] = [];

function actions(names: string, patterns: readonly Pattern[]): Record<string, readonly Pattern[]> {
  return Object.fromEntries(names.split(" ").map((name) => [name, patterns]));
}

function open(list: Record<string, readonly Pattern[]>): Integration {
  return { actions: list, closed: false };
}

function closed(list: Record<string, readonly Pattern[]>): Integration {
  return { actions: list, closed: true };
}

const EMR_SYNC = "createCluster terminateCluster addStep";
const EMR = "cancelStep setClusterTerminationProtection modifyInstanceFleetByName modifyInstanceGroupByName";
const SAGEMAKER_SYNC =
  "createHyperParameterTuningJob createLabelingJob createProcessingJob createTrainingJob createTransformJob";

export const INTEGRATIONS: Readonly<Record<string, Integration>> = {
  apigateway: closed(actions("invoke", TOKEN)),
  athena: closed({
    ...actions("startQueryExecution", SYNC),
    ...actions("stopQueryExecution getQueryExecution getQueryResults", NONE),
  }),
  batch: closed(actions("submitJob", SYNC)),
  bedrock: open({ ...actions("invokeModel", TOKEN), ...actions("createModelCustomizationJob", SYNC) }),
  codebuild: open({
    ...actions("startBuild startBuildBatch", SYNC),
    ...actions("stopBuild stopBuildBatch retryBuildBatch deleteBuildBatch batchDeleteBuilds batchGetReports", NONE),
  }),
  databrew: open(actions("startJobRun", SYNC)),
  dynamodb: closed(actions("getItem putItem updateItem deleteItem", NONE)),
  ecs: closed(actions("runTask", BOTH)),
  eks: open({
    ...actions("call", NONE),
    ...actions("runJob createCluster deleteCluster createFargateProfile deleteFargateProfile", SYNC),
    ...actions("createNodegroup deleteNodegroup", SYNC),
  }),
  elasticmapreduce: open({ ...actions(EMR_SYNC, SYNC), ...actions(EMR, NONE) }),
  "emr-containers": open({
    ...actions("createVirtualCluster", NONE),
    ...actions("deleteVirtualCluster startJobRun", SYNC),
  }),
  "emr-serverless": open(
    actions("createApplication startApplication stopApplication deleteApplication startJobRun cancelJobRun", SYNC),
  ),
  events: closed(actions("putEvents", TOKEN)),
  glue: open(actions("startJobRun", SYNC)),
  http: closed(actions("invoke", NONE)),
  lambda: closed(actions("invoke", TOKEN)),
  mediaconvert: open(actions("createJob", SYNC)),
  sagemaker: open({
    ...actions(SAGEMAKER_SYNC, SYNC),
    ...actions("createEndpoint createEndpointConfig createModel updateEndpoint", NONE),
  }),
  sns: closed(actions("publish", TOKEN)),
  sqs: closed(actions("sendMessage", TOKEN)),
  states: closed(actions("startExecution", ["sync", "sync:2", "token"])),
};

export interface Resource {
  readonly service: string;
  readonly action: string;
  /** What follows the action: "", "sync", "sync:2", "waitForTaskToken", or a mistake. */
  readonly suffix: string;
}

const INTEGRATION_ARN = /^arn:aws[\w-]*:states:[\w-]*:\d*:(aws-sdk:[^:.]+|[^:.]+):([^:.]+)(?:\.(.*))?$/s;

/** The parts of `arn:aws:states:::sqs:sendMessage.waitForTaskToken`; undefined for ARNs of another form. */
export function integrationOf(arn: string): Resource | undefined {
  const match = INTEGRATION_ARN.exec(arn);
  if (match === null || match[1] === "activity") return undefined;
  return { service: match[1] as string, action: match[2] as string, suffix: match[3] ?? "" };
}

export function isActivityArn(arn: string): boolean {
  return /^arn:aws[\w-]*:states:[\w-]*:\d*:activity:/.test(arn);
}
