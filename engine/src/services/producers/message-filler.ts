/** Messages made of templates, with everything that goes with them. */
import type { Attributes, NodeContext } from "../../sim/types.ts";
import type { Delivery } from "../ports.ts";
import { templateOf } from "./message-template.ts";

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
  const byName = Object.entries(attributes ?? {}).map(([name, attribute]) => {
    const fill = "StringValue" in attribute ? templateOf(attribute.StringValue) : undefined;
    return [name, attribute, fill] as const;
  });
  return (index) => {
    const filling = { index, epochMs: context.epochMs, random: context.random };
    const message: Record<string, unknown> = {};
    for (const [name, fill] of filled) message[name] = fill(filling);
    if (attributes !== undefined) {
      message.attributes = Object.fromEntries(
        byName.map(([name, attribute, fill]) => {
          return [name, fill === undefined ? attribute : { ...attribute, StringValue: fill(filling) }];
        }),
      );
    }
    return message as OwnDelivery;
  };
}
