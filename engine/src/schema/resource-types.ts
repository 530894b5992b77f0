/** What the schemas say of resource types of CloudFormation and SAM. Plain data, made from `schemas/resources/`. */

/** What one of a resource's objects holds: the resource's own properties, or those of a property type. */
export interface ResourceKind {
  readonly text: string;
  readonly link: string;
  readonly fields: Readonly<Record<string, ResourceField>>;
  readonly required: readonly string[];
  /** Other properties may be right, too: the list is not sure to be complete. */
  readonly open?: true;
}

export interface ResourceType extends ResourceKind {
  readonly identity: ResourceIdentity;
  /** What `Fn::GetAtt` gives. */
  readonly attributes: Readonly<Record<string, ResourceAttribute>>;
  /** What of it takes part in a simulation, and what does not; left out where it does not take part. */
  readonly simulation?: string;
  /** Its property types, by name. */
  readonly kinds: Readonly<Record<string, ResourceKind>>;
}

/** How a resource is called once it is deployed: patterns with `{id}`, `{name}`, `{arn}`, `{ref}` and properties. */
export interface ResourceIdentity {
  /** The property that gives the name. */
  readonly name?: string;
  readonly arn?: string;
  /** What `Ref` gives; the name when left out. */
  readonly ref?: string;
  /** Names have no capitals. */
  readonly lower?: true;
}

export interface ResourceAttribute {
  readonly text: string;
  /** A pattern as those of the identity; left out where it is only known after deployment. */
  readonly value?: string;
}

/** What a value holds that is a document of its own, or leads to one. */
export type ResourceHolds =
  | "asl"
  | "definition-file"
  | "event-pattern"
  | "filter-pattern"
  | "filter-policy"
  | "redrive-policy"
  | "redrive-allow-policy"
  | "subscription-redrive-policy";

export interface ResourceField {
  readonly text: string;
  readonly link?: string;
  /** JSON types; left out where anything goes. */
  readonly types?: readonly string[];
  readonly minimum?: number;
  readonly maximum?: number;
  readonly maxLength?: number;
  readonly unit?: string;
  readonly default?: string;
  readonly enum?: readonly { readonly value: string; readonly text: string }[];
  readonly holds?: ResourceHolds;
  /** Its value is an object of this kind, an array or an object of such. */
  readonly object?: string;
  readonly items?: string;
  readonly members?: string;
  /** Values of the items of an array. */
  readonly itemEnum?: readonly string[];
  /** Its kind by the value of another property of the same object. */
  readonly variants?: { readonly by: string; readonly kinds: Readonly<Record<string, string>> };
}
