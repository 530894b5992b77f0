/** Messages made of templates, with everything that goes with them. */
import type { Attributes, NodeContext } from "../../sim/types.ts";
import type { Delivery } from "../ports.ts";
import { type Filled, type Filling, hasPlaceholders, templateOf } from "./message-template.ts";

/** One kind of message; texts may have placeholders (`message-template.ts`). */
export interface MessageTemplate {
  readonly body: string;
  readonly attributes?: Attributes;
  readonly groupId?: string;
  readonly deduplicationId?: string;
  readonly partitionKey?: string;
}

/** Makes the message of an index, from 0, as its maker delivers it. `epochMs`: when it is made; left out, now. */
export type Filler = (index: number, epochMs?: number) => Delivery;

type Made = { -readonly [K in keyof Delivery]: Delivery[K] };

/** Sets one field. Each is written out: objects that are all built alike are quick to make and to read. */
type Setter = (made: Made, filling: Filling) => void;

const SETTERS: Readonly<Record<string, (fill: Filled) => Setter>> = {
  body: (fill) => (made, filling) => {
    made.body = fill(filling);
  },
  groupId: (fill) => (made, filling) => {
    made.groupId = fill(filling);
  },
  deduplicationId: (fill) => (made, filling) => {
    made.deduplicationId = fill(filling);
  },
  partitionKey: (fill) => (made, filling) => {
    made.partitionKey = fill(filling);
  },
};

export function fillerOf(template: MessageTemplate, context: NodeContext): Filler {
  const { attributes, ...texts } = template;
  // In the order in which they are written: each may draw.
  const setters = Object.entries(texts).flatMap(([name, text]) => SETTERS[name]?.(templateOf(text)) ?? []);
  const attributesOf = attributesFiller(attributes);
  const { id: from, random } = context;
  return (index, epochMs = context.epochMs) => {
    const filling = { index, epochMs, random };
    const made: Made = { from };
    for (const set of setters) set(made, filling);
    if (attributesOf !== undefined) made.attributes = attributesOf(filling);
    return made;
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
