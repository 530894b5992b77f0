/**
 * Completion of a Task's Resource and of the parameters of what it calls.
 * https://docs.aws.amazon.com/step-functions/latest/dg/integrate-services.html
 */
import { code, docLink, paragraphs, plain } from "../../editor/markdown.ts";
import { escapeSnippet } from "../../editor/snippet.ts";
import type { CompletionEntry } from "../../editor/types.ts";
import { yamlScalar } from "../../editor/yaml-text.ts";
import { placeOf } from "../../schema/docs.ts";
import { valueNode } from "../../text/navigate.ts";
import type { State } from "../model.ts";
import type { AslKeySite, AslValueSite } from "./completion-site.ts";
import { actionOf, integrationResources, type ResourceDoc, resourceDoc } from "./integration-docs.ts";

/** Services that people often call through the SDK integration, by the names that it has for them. */
const SDK_SERVICES =
  "apigateway athena backup batch bedrockagentruntime bedrockruntime cloudformation cloudwatch cloudwatchlogs " +
  "codebuild codepipeline cognitoidentityprovider comprehend costexplorer databasemigration datasync dynamodb ec2 ecr " +
  "ecs efs eks elasticache elasticloadbalancingv2 emr eventbridge firehose glue guardduty iam kinesis kms lambda " +
  "location mediaconvert neptune opensearch organizations personalize polly rds rdsdata redshiftdata rekognition " +
  "route53 s3 s3control sagemaker scheduler secretsmanager securityhub ses sesv2 sfn sns sqs ssm sts textract " +
  "timestreamquery timestreamwrite transcribe translate wafv2 xray";

/** Undefined where the value is no Task's Resource. */
export function resourceEntries(site: AslValueSite): readonly CompletionEntry[] | undefined {
  const { holder, node } = site;
  if (holder?.kind !== "property" || holder.key.value !== "Resource") return undefined;
  if (placeOf(holder.parent).kind !== "task") return undefined;
  const written = node?.kind === "string" ? node.value : "";
  const used = usedResources(site);
  const partition = /^arn:(aws[\w-]*):/.exec(written)?.[1] ?? partitionOf(used) ?? "aws";
  const sdk = `arn:${partition}:states:::aws-sdk:`;
  if (written.startsWith(sdk)) return sdkServices(site, sdk, used);
  const known = integrationResources(partition);
  const arns = new Set(known.map(({ arn }) => arn));
  return [
    ...used.filter((arn) => !arns.has(arn)).map((arn) => entry(site, arn, "used in this document", resourceDoc(arn))),
    ...known.map(({ arn, doc }) => entry(site, arn, doc.title, doc)),
    sdkForm(site, sdk),
  ];
}

function sdkForm(site: AslValueSite, prefix: string): CompletionEntry {
  const newText = quoted(site, `${escapeSnippet(prefix)}\${1:service}:\${2:action}`);
  return { ...entry(site, `${prefix}service:action`, "any action of any service"), newText, snippet: true };
}

/** What the document calls so already, and the services to choose from. */
function sdkServices(site: AslValueSite, prefix: string, used: readonly string[]): readonly CompletionEntry[] {
  const own = used.filter((arn) => arn.startsWith(prefix));
  return [
    ...own.map((arn) => entry(site, arn, "used in this document", resourceDoc(arn))),
    ...SDK_SERVICES.split(" ").map((service) => ({
      ...entry(site, prefix + service, "AWS SDK"),
      newText: quoted(site, `${escapeSnippet(prefix)}${service}:\${1:action}`),
      snippet: true,
    })),
  ];
}

function entry(site: AslValueSite, arn: string, detail: string, doc?: ResourceDoc): CompletionEntry {
  const text = quoted(site, arn);
  return {
    kind: "value",
    label: arn,
    detail,
    ...(doc === undefined ? {} : { markdown: resourceMarkdown(doc) }),
    start: site.start,
    end: site.end,
    newText: text,
    snippet: false,
    filterText: text,
  };
}

/** For hovers and completions. */
export function resourceMarkdown({ title, text, link }: ResourceDoc): string {
  return paragraphs(`**${plain(title)}**`, text, docLink(link));
}

/** ARNs have nothing to escape. */
function quoted({ document }: AslValueSite, text: string): string {
  return document.language === "yaml" && !/[\\$]/.test(text) ? yamlScalar(text) : `"${text}"`;
}

/** Other Resources of the document, those of functions and activities above all, in document order. */
function usedResources({ document, node }: AslValueSite): readonly string[] {
  const used = new Set<string>();
  for (const state of document.machine?.states ?? []) {
    const resource = valueNode(state.node, "Resource");
    if (resource?.kind === "string" && resource !== node && resource.value !== "") used.add(resource.value);
  }
  return [...used];
}

function partitionOf(arns: readonly string[]): string | undefined {
  for (const arn of arns) {
    const partition = /^arn:(aws[\w-]*):/.exec(arn)?.[1];
    if (partition !== undefined) return partition;
  }
  return undefined;
}

/** Undefined where the object does not hold the parameters of an integration. */
export function parameterEntries(site: AslKeySite, state: State | undefined): readonly CompletionEntry[] | undefined {
  const field = state?.queryLanguage === "JSONata" ? "Arguments" : "Parameters";
  if (state?.type !== "Task" || site.object.parent?.kind !== "property") return undefined;
  if (site.object.parent.key.value !== field || site.object.parent.parent !== state.node) return undefined;
  const resource = valueNode(state.node, "Resource");
  const action = resource?.kind === "string" ? actionOf(resource.value) : undefined;
  if (resource?.kind !== "string" || action === undefined) return undefined;
  const { required, oneOf = [], optional = [] } = action;
  const present = new Set(
    site.object.properties.flatMap((one) => (one === site.property ? [] : [one.key.value.replace(/\.\$$/, "")])),
  );
  const details = new Map<string, string>();
  for (const name of required) details.set(name, "required");
  for (const names of oneOf) for (const name of names) details.set(name, `one of ${names.join(", ")}`);
  for (const name of optional) if (!details.has(name)) details.set(name, "optional");
  const of = `Parameter of ${code(resource.value)}.`;
  return [...details].flatMap(([name, detail]) =>
    present.has(name) ? [] : [parameterEntry(site, name, detail, `**${plain(name)}**: ${detail}\n\n${of}`)],
  );
}

function parameterEntry(site: AslKeySite, name: string, detail: string, markdown: string): CompletionEntry {
  const key = site.document.language === "yaml" ? name : `"${name}"`;
  const { start, end, needsValue } = site;
  const newText = needsValue ? `${key}: $1` : key;
  return { kind: "field", label: name, detail, markdown, start, end, newText, snippet: needsValue, filterText: key };
}
