/**
 * A template as CloudFormation and SAM see it: its sections, and resources with the nodes that say what they are. Built
 * from the tree; what is missing or misshapen is left out, nothing is judged here.
 * https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-anatomy.html
 */
import type { Node, ObjectNode, Property, StringNode } from "../text/tree.ts";

export interface Template {
  readonly node: ObjectNode;
  /** It has macros, or includes, that may add anything anywhere. */
  readonly isOpen: boolean;
  readonly parameters: ReadonlyMap<string, Property>;
  readonly mappings: ReadonlyMap<string, Property>;
  readonly conditions: ReadonlyMap<string, Property>;
  /** SAM's settings for all functions, state machines, ... by section. */
  readonly globals: ReadonlyMap<string, Node>;
  /** In document order; of two with one name the first. */
  readonly resources: readonly Resource[];
  readonly byId: ReadonlyMap<string, Resource>;
  /** `Fn::ForEach` among the resources: their names are not known before deployment. */
  readonly loops: readonly Property[];
}

export interface Resource {
  /** The logical id. */
  readonly id: string;
  readonly idNode: StringNode;
  readonly node: ObjectNode;
  /** "AWS::SQS::Queue"; empty where it is missing. */
  readonly type: string;
  readonly typeNode: StringNode | undefined;
  readonly properties: ObjectNode | undefined;
}
