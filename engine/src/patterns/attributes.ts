/** Attributes of an SNS message, as filter policies see them. */
import { childFor } from "./fields.ts";
import type { LeafSink } from "./found.ts";
import { readNumber } from "./numbers.ts";
import { scanLeaves } from "./scan.ts";
import type { CompiledPattern, Condition, FieldNode, Scalar, SnsAttribute, SnsMessage } from "./types.ts";

type SnsAttributes = NonNullable<SnsMessage["attributes"]>;

/** Gives what an attribute holds to `leaf`: nothing, one value, or the elements of a list. */
function readAttribute({ Type, Value }: SnsAttribute, leaf: (value: Scalar) => void): void {
  const text = typeof Value === "string" ? Value : String(Value);
  // One value stands for a list of it; what is no JSON has nothing in it.
  if (Type === "String.Array") scanLeaves(text, "sns", leaf);
  else if (Type.startsWith("String")) leaf(text);
  else if (Type.startsWith("Number")) leaf(readNumber(text, "sns"));
}

/** Gives the leaves of all attributes that are asked for to `leaves`. A name is a field, whatever dots it has. */
export function readAttributes(attributes: SnsAttributes, fields: FieldNode, leaves: LeafSink): void {
  for (const name of Object.keys(attributes)) {
    const field = childFor(fields, name)?.field ?? -1;
    const attribute = field < 0 ? undefined : attributeOf(attributes, name);
    if (attribute !== undefined) readAttribute(attribute, (value) => leaves.add(field, value, undefined));
  }
}

/** Whether attributes match: the policy's few keys are looked up, and the first that fails decides. */
export function attributesMatch({ branches, paths }: CompiledPattern, attributes: SnsAttributes): boolean {
  for (const { conditions } of branches) {
    let holds = true;
    for (let i = 0; i < conditions.length && holds; i++) {
      const condition = conditions[i] as Condition;
      holds = attributeHolds(condition, attributeOf(attributes, paths[condition.path] as string));
    }
    if (holds) return true;
  }
  return false;
}

/** A name such as `constructor` must not find what every object has. */
function attributeOf(attributes: SnsAttributes, name: string): SnsAttribute | undefined {
  const attribute = attributes[name];
  return attribute !== undefined && typeof attribute.Type === "string" ? attribute : undefined;
}

function attributeHolds({ passes, mayBeAbsent }: Condition, attribute: SnsAttribute | undefined): boolean {
  if (attribute === undefined) return mayBeAbsent;
  const { Type, Value } = attribute;
  // The two that nearly all are.
  if (Type === "String" && typeof Value === "string") return passes(Value);
  if (Type === "Number") return passes(readNumber(String(Value), "sns"));
  let holds = false;
  let isThere = false;
  readAttribute(attribute, (value) => {
    isThere = true;
    holds ||= passes(value);
  });
  return isThere ? holds : mayBeAbsent;
}
