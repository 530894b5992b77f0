/**
 * What a state machine goes by.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-stepfunctions-statemachine.html
 */
import { isObject, type JsonObject, type JsonValue } from "../../json.ts";
import { valueOf } from "../../text/navigate.ts";
import { languageOf, parseText } from "../../text/parse.ts";
import type { MachineType } from "../../vocabulary.ts";

export interface MachineSettings {
  readonly name: string;
  readonly type: MachineType;
  /** Undefined: it is not there, or can't be read. */
  readonly definition: JsonObject | undefined;
}

export function machineSettingsOf(arn: string, properties: JsonObject): MachineSettings {
  const { StateMachineType: type, Definition, DefinitionString, DefinitionSubstitutions } = properties;
  return {
    name: arn.split(":").at(-1) ?? "",
    type: type === "EXPRESS" ? "EXPRESS" : "STANDARD",
    definition: definitionOf(DefinitionString ?? Definition, DefinitionSubstitutions),
  };
}

function definitionOf(written: JsonValue | undefined, substitutions: JsonValue | undefined): JsonObject | undefined {
  if (written === undefined) return undefined;
  const text = substituted(typeof written === "string" ? written : JSON.stringify(written), substitutions);
  const { root, problems } = parseText(text, languageOf(text));
  const definition = problems.length === 0 ? valueOf(root) : undefined;
  return isObject(definition) ? definition : undefined;
}

/** CloudFormation replaces `${Name}` in the text, wherever it stands. */
function substituted(text: string, substitutions: JsonValue | undefined): string {
  if (!isObject(substitutions)) return text;
  return text.replace(/\$\{([A-Za-z0-9_]+)\}/g, (whole, name: string) => {
    const value = substitutions[name];
    if (value === undefined) return whole;
    return typeof value === "string" ? JSON.stringify(value).slice(1, -1) : JSON.stringify(value);
  });
}
