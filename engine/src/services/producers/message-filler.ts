/** Messages made of templates, with everything that goes with them. */
import type { Attributes, NodeContext } from "../../sim/types.ts";
import type { Delivery } from "../ports.ts";
import { type Filling, hasPlaceholders, templateOf } from "./message-template.ts";

/** One kind of message; texts may have placeholders (`message-template.ts`). */
export interface MessageTemplate {
  readonly body: string;
  readonly attributes?: Attributes;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly partitionKey?: string;
}

export type OwnDelivery = Omit<Delivery, "from">;

/** Makes the message of an index, from 0. */
export type Filler = (index: number) => OwnDelivery;

export function fillerOf(template: MessageTemplate, context: NodeContext): Filler {
  const { attributes, ...texts } = template;
  const filled = Object.entries(texts).map(([name, text]) => [name, templateOf(text)] as const);
  const attributesOf = attributesFiller(attributes);
  return (index) => {
    const filling = { index, epochMs: context.epochMs, random: context.random };
    const message: Record<string, unknown> = {};
    for (const [name, fill] of filled) message[name] = fill(filling);
    if (attributesOf !== undefined) message.attributes = attributesOf(filling);
    return message as OwnDelivery;
  };
}

/** All messages share attributes that are the same for all. */
function attributesFiller(attributes: Attributes | undefined): ((filling: Filling) => Attributes) | undefined {
  if (attributes === undefined) return undefined;
  const byName = Object.entries(attributes).map(([name, attribute]) => {
    const isFilled = "StringValue" in attribute && hasPlaceholders(attribute.StringValue);
    return [name, attribute, isFilled ? templateOf(attribute.StringValue) : undefined] as const;
  });
  if (byName.every(([, , fill]) => fill === undefined)) return () => attributes;
  return (filling) => {
    const entries = byName.map(([name, attribute, fill]) => {
      return [name, fill === undefined ? attribute : { ...attribute, StringValue: fill(filling) }] as const;
    });
    return Object.fromEntries(entries) as Attributes;
  };
}
