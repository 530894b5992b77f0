/**
 * How a resource is called once it is deployed: its name, its ARN, what `Ref` and `Fn::GetAtt` give. The account is
 * 123456789012, the Region us-east-1; what AWS would make up is the logical id.
 */
import type { JsonValue } from "../json.ts";
import type { ResourceIdentity } from "../schema/resource-types.ts";
import { resourceType } from "../schema/resources.ts";
import { remember } from "../text/remember.ts";
import { deployedType } from "./sam/types.ts";

export const ACCOUNT = "123456789012";
export const REGION = "us-east-1";

/** What identity asks of a resource. */
export interface Named {
  readonly id: string;
  readonly type: string;
  /** The value of a property, resolved. */
  readonly property: (name: string) => JsonValue | undefined;
}

export interface Identity {
  readonly name: string;
  readonly arn: string;
  readonly ref: string;
  /** Undefined for an attribute that is not known, or only after deployment. */
  readonly attribute: (name: string) => string | undefined;
}

export function identityOf(named: Named): Identity {
  const { id, type } = named;
  const known = resourceType(type);
  const identity: ResourceIdentity = known?.identity ?? {};
  const name = nameOf(named, identity);
  const fill = (pattern: string, values: Readonly<Record<string, string>>): string => {
    const pieces = piecesOf(pattern);
    let filled = "";
    for (let index = 0; index < pieces.length; index++) {
      const piece = pieces[index] as string;
      filled += index % 2 === 0 ? piece : (values[piece] ?? plainName(named.property(piece)) ?? id);
    }
    return filled;
  };
  const arn = fill(identity.arn ?? otherArn(type), { id, name });
  const ref = fill(identity.ref ?? "{name}", { id, name, arn });
  const attribute = (wanted: string): string | undefined => {
    // Resources of SAM have the attributes of what they become, too.
    const entry = known?.attributes[wanted] ?? resourceType(deployedType(type))?.attributes[wanted];
    const value = known === undefined ? otherAttribute(wanted) : entry?.value;
    return value === undefined ? undefined : fill(value, { id, name, arn, ref });
  };
  return { name, arn, ref, attribute };
}

/** What a pattern is made of: texts, and between each two the name of what is put there. */
const piecesOf = remember((pattern) => pattern.split(/\{(\w+)\}/));

function nameOf({ id, type, property }: Named, { name: field = nameField(type), lower }: ResourceIdentity): string {
  const given = text(property(field));
  if (given !== undefined) return given;
  const isFifo = ["FifoQueue", "FifoTopic"].some((flag) => String(property(flag)) === "true");
  return `${lower === true ? id.toLowerCase() : id}${isFifo ? ".fifo" : ""}`;
}

/** `AWS::IAM::Role` has a RoleName. */
function nameField(type: string): string {
  return `${type.split("::")[2] ?? ""}Name`;
}

/** Of a type that the schemas do not have. */
function otherArn(type: string): string {
  const [, service = "unknown", kind = "resource"] = type.split("::");
  if (service === "IAM") return `arn:aws:iam::${ACCOUNT}:${kind.toLowerCase()}/{name}`;
  return `arn:aws:${service.toLowerCase()}:${REGION}:${ACCOUNT}:${kind.toLowerCase()}/{name}`;
}

function otherAttribute(name: string): string | undefined {
  if (name === "Arn") return "{arn}";
  return name === "Name" ? "{name}" : undefined;
}

/** The name at the end of an ARN, for properties that take either. */
function plainName(value: JsonValue | undefined): string | undefined {
  return text(value)?.replace(/^arn:.*[:/]/, "");
}

function text(value: JsonValue | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}
