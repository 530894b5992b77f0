/**
 * What a Task's Resource means: which service, which action, how Step Functions waits for it, and the page that says so.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
import { INTEGRATIONS, integrationOf, isActivityArn, type Pattern } from "../rules/integrations.ts";

const GUIDE = "https://docs.aws.amazon.com/step-functions/latest/dg/";

/** The service's name and its page in the developer guide. */
const SERVICES: Readonly<Record<string, readonly [title: string, page: string]>> = {
  apigateway: ["Amazon API Gateway", "connect-api-gateway.html"],
  athena: ["Amazon Athena", "connect-athena.html"],
  batch: ["AWS Batch", "connect-batch.html"],
  bedrock: ["Amazon Bedrock", "connect-bedrock.html"],
  codebuild: ["AWS CodeBuild", "connect-codebuild.html"],
  databrew: ["AWS Glue DataBrew", "connect-databrew.html"],
  dynamodb: ["Amazon DynamoDB", "connect-ddb.html"],
  ecs: ["Amazon ECS and AWS Fargate", "connect-ecs.html"],
  eks: ["Amazon EKS", "connect-eks.html"],
  elasticmapreduce: ["Amazon EMR", "connect-emr.html"],
  "emr-containers": ["Amazon EMR on EKS", "connect-emr-eks.html"],
  "emr-serverless": ["Amazon EMR Serverless", "connect-emr-serverless.html"],
  events: ["Amazon EventBridge", "connect-eventbridge.html"],
  glue: ["AWS Glue", "connect-glue.html"],
  http: ["HTTP endpoints", "call-https-apis.html"],
  lambda: ["AWS Lambda", "connect-lambda.html"],
  mediaconvert: ["AWS Elemental MediaConvert", "connect-mediaconvert.html"],
  sagemaker: ["Amazon SageMaker AI", "connect-sagemaker.html"],
  sns: ["Amazon SNS", "connect-sns.html"],
  sqs: ["Amazon SQS", "connect-sqs.html"],
  states: ["AWS Step Functions", "connect-stepfunctions.html"],
};

export interface ResourceDoc {
  /** "Amazon SQS: sendMessage". */
  readonly title: string;
  /** What the state does until it goes on. */
  readonly text: string;
  readonly link: string;
}

/** Undefined for what is no ARN that Step Functions calls. */
export function resourceDoc(arn: string): ResourceDoc | undefined {
  const lambda = /^arn:aws[\w-]*:lambda:([\w-]*):(\d*):function:([^:]+)(?::(.+))?$/.exec(arn);
  if (lambda !== null) {
    const [, region, account, name, version] = lambda;
    const where = [region, account].filter((part) => part !== "").join(", ");
    const text = `Calls the function and waits for its answer.${where === "" ? "" : ` In ${where}.`}`;
    return {
      title: `Lambda function ${name}${version === undefined ? "" : `, ${version}`}`,
      text,
      link: page("lambda"),
    };
  }
  if (isActivityArn(arn)) {
    const name = arn.slice(arn.lastIndexOf(":") + 1);
    return {
      title: `Activity ${name}`,
      text: "Waits until a worker has done it.",
      link: `${GUIDE}concepts-activities.html`,
    };
  }
  const parts = integrationOf(arn);
  if (parts === undefined) return undefined;
  const { service, action, suffix } = parts;
  if (service.startsWith("aws-sdk:")) {
    const text = `Calls the API of the service. ${patternText(suffix)}`;
    return { title: `AWS SDK, ${service.slice(8)}: ${action}`, text, link: `${GUIDE}supported-services-awssdk.html` };
  }
  const title = SERVICES[service]?.[0];
  return title === undefined
    ? undefined
    : { title: `${title}: ${action}`, text: patternText(suffix), link: page(service) };
}

function page(service: string): string {
  return GUIDE + (SERVICES[service]?.[1] ?? "integrate-services.html");
}

function patternText(suffix: string): string {
  switch (suffix) {
    case "":
      return "Request and response: goes on as soon as the service answers.";
    case "sync":
      return "Run a job (`.sync`): waits until the job is done.";
    case "sync:2":
      return "Run a job (`.sync:2`): waits until the job is done; its output is JSON, not text.";
    case "waitForTaskToken":
      return "Waits until the task token, `$$.Task.Token`, comes back.";
    default:
      return "";
  }
}

export interface ResourceEntry {
  readonly arn: string;
  readonly doc: ResourceDoc;
}

const SUFFIXES: Readonly<Record<Pattern, string>> = { sync: ".sync", "sync:2": ".sync:2", token: ".waitForTaskToken" };

/** Every optimized integration in every way to wait for it, in one partition: `aws`, `aws-cn`, ... */
export function integrationResources(partition: string): readonly ResourceEntry[] {
  return Object.entries(INTEGRATIONS).flatMap(([service, { actions }]) =>
    Object.entries(actions).flatMap(([action, patterns]) =>
      ["", ...patterns.map((pattern) => SUFFIXES[pattern])].flatMap((suffix): ResourceEntry[] => {
        const arn = `arn:${partition}:states:::${service}:${action}${suffix}`;
        const doc = resourceDoc(arn);
        return doc === undefined ? [] : [{ arn, doc }];
      }),
    ),
  );
}
