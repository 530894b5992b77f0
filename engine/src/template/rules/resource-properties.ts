/** What the schemas of resources say: properties that do not exist, are missing, of another type, out of range. */
import { removeFix, renameFix, replaceFix } from "../../schema/fixes.ts";
import type { ResourceField, ResourceKind } from "../../schema/resource-types.ts";
import { closest } from "../../schema/suggest.ts";
import { property } from "../../text/navigate.ts";
import type { Node, Property } from "../../text/tree.ts";
import { alternatives, everyField, type Owner, ofResource, visitFields } from "../fields.ts";
import { intrinsicOf } from "../intrinsics.ts";
import type { TemplateRule } from "./rule.ts";

export const unknownProperty: TemplateRule = {
  id: "unknown-property",
  kind: "template",
  severity: "error",
  summary: "A resource has a property that its type does not know.",
  reason:
    "CloudFormation refuses properties that it does not know. In what SAM takes, only names that are near to one it knows are reported.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      «VisibilityTimout»: 60
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: 60
`,
  ],
  docs: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
  check(context) {
    everyField(context.template, {
      property(entry, field, owner) {
        const name = entry.key.value;
        if (field !== undefined || name.startsWith("Fn::")) return;
        const meant = closest(name, new Set(Object.keys(owner.kind.fields)));
        const isSure = owner.kind.open !== true;
        if (!isSure && (meant === undefined || property(owner.node, meant) !== undefined)) return;
        const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
        const fixes = [
          ...(meant === undefined ? [] : [renameFix(entry.key, meant)]),
          ...(isSure ? [removeFix(entry)] : []),
        ];
        const message = `${titleOf(owner)} has no property ${name}.${hint}`;
        context.report({ at: entry.key, message, fixes, ...(isSure ? {} : { severity: "warning" }) });
      },
    });
  },
};

export const missingProperty: TemplateRule = {
  id: "missing-property",
  kind: "template",
  severity: "error",
  summary: "A resource lacks a property that its type needs.",
  reason: "CloudFormation refuses the resource.",
  bad: [
    `Resources:
  ToJobs:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:123456789012:news
      «Endpoint»: arn:aws:lambda:us-east-1:123456789012:function:work
`
      .replace("«Endpoint»", "Endpoint")
      .replace("ToJobs", "«ToJobs»"),
  ],
  good: [
    `Resources:
  ToJobs:
    Type: AWS::SNS::Subscription
    Properties:
      TopicArn: arn:aws:sns:us-east-1:123456789012:news
      Protocol: lambda
      Endpoint: arn:aws:lambda:us-east-1:123456789012:function:work
`,
  ],
  docs: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
  check(context) {
    everyField(context.template, {
      object(owner) {
        if (owner.node.properties.some(({ key }) => key.value.startsWith("Fn::"))) return;
        const missing = owner.kind.required.filter((name) => property(owner.node, name) === undefined);
        if (missing.length === 0 || owner.kind.open === true) return;
        const at = owner.name === "" ? owner.resource.idNode : nameOf(owner);
        context.report({ at, message: `${titleOf(owner)} needs ${missing.join(" and ")}.` });
      },
    });
  },
};

export const propertyValue: TemplateRule = {
  id: "property-value",
  kind: "template",
  severity: "error",
  summary: "A property has a value that AWS does not take: out of range, of another type, not one of a list.",
  reason:
    "The service refuses the resource when it is made. Numbers and booleans may be given as text; what functions give is only known after deployment.",
  bad: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: «50000»
`,
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      DeduplicationScope: «group»
`,
  ],
  good: [
    `Resources:
  Orders:
    Type: AWS::SQS::Queue
    Properties:
      VisibilityTimeout: "43200"
      DelaySeconds: !Ref Delay
Parameters:
  Delay:
    Type: Number
`,
  ],
  docs: "https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-template-resource-type-ref.html",
  check(context) {
    const { isOpen, resources } = context.template;
    for (const { name, node, field, owner } of isOpen ? [] : resources.flatMap(mistakenIn)) {
      // Anew, for the fixes go where the value stands now.
      const mistake = mistakeOf(name, node, field, owner);
      if (mistake !== undefined) context.report({ at: node, ...mistake });
    }
  },
};

/** A value of a field. */
interface Given {
  readonly name: string;
  readonly node: Node;
  readonly field: ResourceField;
  readonly owner: Owner;
}

/** The values of a resource that are wrong. */
const mistakenIn = ofResource((resource): readonly Given[] => {
  const found: Given[] = [];
  visitFields(resource, {
    property({ key: { value: name }, value }, field, owner) {
      if (field === undefined) return;
      for (const node of alternatives(value)) {
        if (intrinsicOf(node) !== undefined || node.kind === "placeholder" || node.kind === "missing") continue;
        if (mistakeOf(name, node, field, owner) !== undefined) found.push({ name, node, field, owner });
      }
    },
  });
  return found;
});

interface Mistake {
  readonly message: string;
  readonly fixes?: ReturnType<typeof replaceFix>[];
  readonly severity?: "warning";
}

function mistakeOf(name: string, node: Node, field: ResourceField, owner: Owner): Mistake | undefined {
  const isSam = owner.kind.open === true || owner.resource.type.startsWith("AWS::Serverless::");
  const wrong = wrongType(name, node, field);
  // SAM passes on what it is given, and mends some of it.
  if (wrong !== undefined) return isSam ? undefined : { message: wrong };
  if (field.enum !== undefined && node.kind === "string" && !field.enum.some(({ value }) => value === node.value)) {
    return notInList(
      name,
      node.value,
      node,
      field.enum.map(({ value }) => value),
    );
  }
  if (node.kind === "array" && field.itemEnum !== undefined) return undefined;
  const number =
    node.kind === "number"
      ? node.value
      : node.kind === "string" && /^-?\d+$/.test(node.value)
        ? Number(node.value)
        : undefined;
  if (number !== undefined && isNumeric(field)) return outOfRange(name, number, node, field);
  if (
    node.kind === "string" &&
    field.maxLength !== undefined &&
    node.sub !== true &&
    [...node.value].length > field.maxLength
  ) {
    return { message: `${name} has at most ${field.maxLength} characters; these are ${[...node.value].length}.` };
  }
  return undefined;
}

function isNumeric({ types }: ResourceField): boolean {
  return types?.includes("integer") === true || types?.includes("number") === true;
}

/** What may be meant by each type: CloudFormation turns text into numbers and booleans, and those into text. */
const MEANT: Readonly<Record<string, (node: Node) => boolean>> = {
  string: ({ kind }) => kind === "string" || kind === "number" || kind === "boolean",
  integer: (node) => node.kind === "number" || (node.kind === "string" && /^\s*-?\d+\s*$/.test(node.value)),
  number: (node) =>
    node.kind === "number" || (node.kind === "string" && node.value.trim() !== "" && !Number.isNaN(Number(node.value))),
  boolean: (node) => node.kind === "boolean" || (node.kind === "string" && /^(?:true|false)$/i.test(node.value)),
  object: ({ kind }) => kind === "object",
  array: ({ kind }) => kind === "array",
};

const NAMES: Readonly<Record<string, string>> = {
  array: "a list",
  object: "an object",
  integer: "a whole number",
  boolean: "true or false",
  string: "text",
  number: "a number",
};

function wrongType(name: string, node: Node, field: ResourceField): string | undefined {
  const types = field.types ?? (field.object !== undefined ? ["object"] : []);
  if (types.length === 0 || node.kind === "null" || types.some((type) => MEANT[type]?.(node) ?? true)) return undefined;
  return `${name} is ${types.map((type) => NAMES[type] ?? type).join(" or ")}, not ${kindOf(node)}.`;
}

function kindOf(node: Node): string {
  if (node.kind === "string") return node.value.length > 40 ? "this text" : JSON.stringify(node.value);
  return node.kind === "object" ? "an object" : node.kind === "array" ? "a list" : `a ${node.kind}`;
}

function notInList(name: string, value: string, node: Node, values: readonly string[]): Mistake {
  const meant = closest(value, new Set(values)) ?? values.find((known) => known.toLowerCase() === value.toLowerCase());
  const hint = meant === undefined ? "" : ` Did you mean ${meant}?`;
  const message = `${name} is one of ${values.join(", ")}, not ${JSON.stringify(value)}.${hint}`;
  return { message, fixes: meant === undefined ? [] : [replaceFix(`Change to ${meant}`, node, JSON.stringify(meant))] };
}

function outOfRange(name: string, value: number, node: Node, field: ResourceField): Mistake | undefined {
  const { minimum, maximum, unit } = field;
  const isBelow = minimum !== undefined && value < minimum;
  const bound = isBelow ? minimum : maximum;
  if (bound === undefined || (!isBelow && value <= bound)) return undefined;
  const range = maximum === undefined ? `${minimum} or more` : `${minimum ?? 0} to ${maximum}`;
  const message = `${name} is ${range}${unit === undefined ? "" : ` ${unit}`}, not ${value}.`;
  return { message, fixes: [replaceFix(`Change to ${bound}`, node, String(bound))] };
}

function titleOf({ name, resource }: Owner): string {
  return name === "" ? resource.type : `${name} of ${resource.type}`;
}

function nameOf({ node }: { readonly node: Node; readonly kind: ResourceKind }): Node | Property["key"] {
  return node.parent?.kind === "property" ? node.parent.key : { ...node, end: Math.min(node.end, node.start + 1) };
}
