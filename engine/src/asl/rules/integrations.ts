/**
 * The service integrations that AWS has made for Step Functions, with their actions and the ways to wait for them.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-optimized.html
 */
import { SERVICE_INTEGRATIONS } from "../../schema/tables.ts";
import type { IntegrationAction, IntegrationPattern } from "../../schema/types.ts";

/** "sync": `.sync`; "sync:2": also `.sync:2`; "token": `.waitForTaskToken`. Request and response always works. */
export type Pattern = IntegrationPattern;

export interface Integration {
  /** Action to the ways to wait for it. */
  readonly actions: Readonly<Record<string, readonly Pattern[]>>;
  /** The list of actions is complete beyond doubt: others are mistakes. */
  readonly closed: boolean;
}

/** By the service's name in a Resource. */
export const INTEGRATIONS: Readonly<Record<string, Integration>> = Object.fromEntries(
  SERVICE_INTEGRATIONS.map(({ service, actions, closed }) => {
    const patterns = Object.fromEntries(actions.map((action) => [action.name, action.patterns]));
    return [service, { actions: patterns, closed }];
  }),
);

const ACTIONS: ReadonlyMap<string, IntegrationAction> = new Map(
  SERVICE_INTEGRATIONS.flatMap(({ service, actions }) =>
    actions.map((action) => [`${service}:${action.name}`, action] as const),
  ),
);

/** What is known of an action of an optimized integration. */
export function integrationAction({ service, action }: Resource): IntegrationAction | undefined {
  return ACTIONS.get(`${service}:${action}`);
}

export interface Resource {
  readonly service: string;
  readonly action: string;
  /** What follows the action: "", "sync", "sync:2", "waitForTaskToken", or a mistake. */
  readonly suffix: string;
}

const INTEGRATION_ARN = /^arn:aws[\w-]*:states:[\w-]*:\d*:(aws-sdk:[^:.]+|[^:.]+):([^:.]+)(?:\.(.*))?$/s;

/** Machines call few things often. */
const MAX_KNOWN = 1_000;
const known = new Map<string, Resource | undefined>();

/** The parts of `arn:aws:states:::sqs:sendMessage.waitForTaskToken`; undefined for ARNs of another form. */
export function integrationOf(arn: string): Resource | undefined {
  if (known.has(arn)) return known.get(arn);
  const match = INTEGRATION_ARN.exec(arn);
  const resource =
    match === null || match[1] === "activity"
      ? undefined
      : { service: match[1] as string, action: match[2] as string, suffix: match[3] ?? "" };
  if (known.size >= MAX_KNOWN) known.clear();
  known.set(arn, resource);
  return resource;
}

export function isActivityArn(arn: string): boolean {
  return /^arn:aws[\w-]*:states:[\w-]*:\d*:activity:/.test(arn);
}
