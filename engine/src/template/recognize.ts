/**
 * Whether a text is a CloudFormation or SAM template: the language server, the editor and the command line ask this about
 * plain .json, .yaml and .template files. It reads only the head of the text.
 */
import type { Recognition } from "../editor/recognition.ts";

/** How much of a document is looked at, UTF-16 units: descriptions and parameters may be long. */
const HEAD_LENGTH = 32_768;

const FORMAT_VERSION = /^\s*["']?AWSTemplateFormatVersion["']?\s*:/m;
const TRANSFORM = /^\s*["']?Transform["']?\s*:\s*\[?\s*(?:-\s*)?["']?AWS::Serverless-/m;
const RESOURCES = /^\s*["']?Resources["']?\s*:\s*\{?\s*(?:#.*)?$/m;
const RESOURCE_TYPE = /["']?Type["']?\s*:\s*["']?(?:AWS|Alexa|Custom)::[A-Za-z0-9]+(?:::[A-Za-z0-9]+)?/;

/** True for a format version, a SAM transform, or resources with a type of AWS. */
export function looksLikeTemplate(text: string): boolean {
  const head = text.slice(0, HEAD_LENGTH);
  if (FORMAT_VERSION.test(head) || TRANSFORM.test(head)) return true;
  const resources = RESOURCES.exec(head) ?? /"Resources"\s*:\s*\{/.exec(head);
  return resources !== null && RESOURCE_TYPE.test(head.slice(resources.index));
}

export const templateRecognition: Recognition = {
  kind: "template",
  title: "template",
  languageIds: [],
  // Names say little: `template.yaml` may be anybody's.
  fileName: /\.(?:cfn|sam)\.(?:json|ya?ml)$/i,
  looksLike: looksLikeTemplate,
};
