/** What a rule about templates is: plain data and one function; its examples are its tests and its page. */
import type { Surroundings } from "../../editor/types.ts";
import type { Fix, Related, Severity } from "../../problem.ts";
import type { RuleInfo } from "../../rules/types.ts";
import type { TemplateDocument } from "../document.ts";
import type { Template } from "../model.ts";
import type { Topology } from "../topology.ts";

export interface TemplateRule extends RuleInfo {
  readonly kind: "template";
  check(context: TemplateContext): void;
}

export interface TemplateContext {
  readonly document: TemplateDocument;
  readonly template: Template;
  readonly topology: Topology;
  /** The files that resources are made from. */
  readonly surroundings: Surroundings;
  report(finding: TemplateFinding): void;
}

export interface TemplateFinding {
  /** The smallest range that is wrong. */
  readonly at: { readonly start: number; readonly end: number };
  readonly message: string;
  readonly severity?: Severity;
  readonly related?: readonly Related[];
  readonly fixes?: readonly Fix[];
}

const SQS = "https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/";
const LAMBDA = "https://docs.aws.amazon.com/lambda/latest/dg/";
const SNS = "https://docs.aws.amazon.com/sns/latest/dg/";

/** Addresses of pages of the developer guides. */
export const sqsGuide = (page: string): string => SQS + page;
export const lambdaGuide = (page: string): string => LAMBDA + page;
export const snsGuide = (page: string): string => SNS + page;
