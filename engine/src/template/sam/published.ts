/**
 * A function with AutoPublishAlias: SAM publishes a version of it and lets an alias lead there, which is what its events
 * invoke. `!Ref Function.Version` and `!Ref Function.Alias` name both.
 * https://docs.aws.amazon.com/serverless-application-model/latest/developerguide/automating-updates-to-serverless-apps.html
 */
import type { JsonObject, JsonValue } from "../../json.ts";
import { madeNode } from "../made-node.ts";
import type { TopologyNode } from "../topology.ts";

/** Of a stack that has been deployed once. */
const FIRST_VERSION = "1";

export interface Published {
  /** The function itself: provisioned concurrency is its alias's. */
  readonly main: TopologyNode;
  readonly version: TopologyNode;
  readonly alias: TopologyNode;
}

/** Undefined for a function that publishes nothing. */
export function published(main: TopologyNode): Published | undefined {
  const { ProvisionedConcurrencyConfig: provisioned, ...others } = main.properties;
  const { AutoPublishAlias: name } = others;
  if (main.type !== "AWS::Lambda::Function" || !isName(name)) return undefined;
  const properties: JsonObject = {
    Name: name,
    FunctionName: main.ref,
    FunctionVersion: FIRST_VERSION,
    ...(provisioned !== undefined && { ProvisionedConcurrencyConfig: provisioned }),
  };
  return {
    main: { ...main, properties: others },
    version: madeNode(`${main.id}Version`, "AWS::Lambda::Version", { FunctionName: main.ref }, main, main.id),
    alias: madeNode(`${main.id}Alias${name}`, "AWS::Lambda::Alias", properties, main, main.id),
  };
}

/** What `Ref` gives for `Function.Alias` or `Function.Version`; undefined for other attributes, and without an alias. */
export function publishedArn(arn: string, alias: JsonValue | undefined, attribute: string): string | undefined {
  if (!isName(alias)) return undefined;
  if (attribute === "Alias") return `${arn}:${alias}`;
  return attribute === "Version" ? `${arn}:${FIRST_VERSION}` : undefined;
}

function isName(value: JsonValue | undefined): value is string {
  return typeof value === "string" && value !== "";
}
