/**
 * What a Task's Resource means: which service, which action, how Step Functions waits for it, and the page that says so.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
import { SERVICE_INTEGRATIONS } from "../../schema/tables.ts";
import type { IntegrationAction, IntegrationPattern, ServiceIntegration } from "../../schema/types.ts";
import { integrationOf, isActivityArn } from "../rules/integrations.ts";

const GUIDE = "https://docs.aws.amazon.com/step-functions/latest/dg/";

const BY_SERVICE: ReadonlyMap<string, ServiceIntegration> = new Map(
  SERVICE_INTEGRATIONS.map((integration) => [integration.service, integration]),
);

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
      link: `${GUIDE}connect-lambda.html`,
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
  const integration = BY_SERVICE.get(service);
  if (integration === undefined) return undefined;
  const { title, text, link } = integration;
  return { title: `${title}: ${action}`, text: `${text} ${patternText(suffix)}`, link };
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

const SUFFIXES: Readonly<Record<IntegrationPattern, string>> = {
  sync: ".sync",
  "sync:2": ".sync:2",
  token: ".waitForTaskToken",
};

/** Every optimized integration in every way to wait for it, in one partition: `aws`, `aws-cn`, ... */
export function integrationResources(partition: string): readonly ResourceEntry[] {
  return SERVICE_INTEGRATIONS.flatMap(({ service, actions }) =>
    actions.flatMap(({ name, patterns }) =>
      ["", ...patterns.map((pattern) => SUFFIXES[pattern])].flatMap((suffix): ResourceEntry[] => {
        const arn = `arn:${partition}:states:::${service}:${name}${suffix}`;
        const doc = resourceDoc(arn);
        return doc === undefined ? [] : [{ arn, doc }];
      }),
    ),
  );
}

/** What is known of the parameters of the action that a Resource calls. */
export function actionOf(arn: string): IntegrationAction | undefined {
  const parts = integrationOf(arn);
  if (parts === undefined) return undefined;
  return BY_SERVICE.get(parts.service)?.actions.find(({ name }) => name === parts.action);
}
