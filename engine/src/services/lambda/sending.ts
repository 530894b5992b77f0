/** What the code of a function sends. */
import { type Refusal, refusal } from "../../refusals/refusal.ts";
import type { Message, NodeContext } from "../../sim/types.ts";
import { portOf } from "../ports.ts";
import { fillerOf } from "../producers/message-filler.ts";
import { tokenSenderOf } from "../task-callback.ts";
import type { Program } from "./behavior.ts";

/** Sends what is made of each of the messages, to all; the first refusal ends it, as an error in the code would. */
export type Sender = (messages: readonly Message[]) => Refusal | undefined;

export function senderOf(context: NodeContext, { sends, taskCallback }: Program): Sender {
  const sendToken = tokenSenderOf(context, taskCallback);
  const from = context.id;
  const targets = sends.map(({ to, message }) => ({ to, fill: message && fillerOf(message, context) }));
  return (messages) => {
    for (const message of messages) {
      for (const { to, fill } of targets) {
        const target = portOf(context, to, "target");
        const refused =
          target === undefined ? NOT_THERE : target.deliver(message, fill?.(message.number - 1) ?? { from });
        if (refused !== undefined) return refused;
      }
      sendToken?.(message);
    }
    return undefined;
  };
}

const NOT_THERE: Refusal = refusal("ResourceNotFoundException", "There is nothing that the code could send to.");
