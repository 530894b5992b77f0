/** Makes messages, and knows which of them go round. Saves those that somebody still holds. */
import { MAX_LOOP_TURNS } from "../limits.ts";
import type { Attributes, Finder, Keeper, Message } from "./types.ts";

/** A message as plain data: its cause by number. */
type SavedMessage = Omit<Message, "cause" | "attributes"> & {
  readonly attributes?: Attributes;
  readonly cause?: number;
};

export type MessagesState = PlainMessages | HeldMessages;

/** As plain data, with all that they came of. */
interface PlainMessages {
  readonly last: number;
  readonly messages: readonly SavedMessage[];
}

/** By number, as they are: messages never change, so that simulations in one program can share them. */
export interface HeldMessages {
  readonly last: number;
  readonly held: ReadonlyMap<number, Message>;
}

export class Messages {
  last = 0;

  make(madeBy: string, madeMs: number, body: string, attributes?: Attributes, cause?: Message): Message {
    this.last += 1;
    const number = this.last;
    return {
      number,
      body,
      attributes,
      cause,
      madeBy,
      madeMs,
      origin: cause === undefined ? number : cause.origin,
      originMs: cause === undefined ? madeMs : cause.originMs,
      hops: cause === undefined ? 0 : cause.hops + 1,
    };
  }

  /** Writes down messages with all that they came of, each once. */
  saver(): { readonly keeper: Keeper; readonly state: () => PlainMessages } {
    const saved = new Map<number, SavedMessage>();
    const keep = (message: Message): number => {
      for (let at: Message | undefined = message; at !== undefined && !saved.has(at.number); at = at.cause) {
        const { cause, attributes, ...own } = at;
        saved.set(at.number, {
          ...own,
          ...(attributes !== undefined && { attributes }),
          ...(cause !== undefined && { cause: cause.number }),
        });
      }
      return message.number;
    };
    const byNumber = (a: SavedMessage, b: SavedMessage): number => a.number - b.number;
    return { keeper: { keep }, state: () => ({ last: this.last, messages: [...saved.values()].sort(byNumber) }) };
  }

  /** Holds on to messages: for who goes on in this program, a tenth of the time of writing them down. */
  holder(): { readonly keeper: Keeper; readonly state: () => HeldMessages } {
    const held = new Map<number, Message>();
    const keep = (message: Message): number => {
      held.set(message.number, message);
      return message.number;
    };
    return { keeper: { keep }, state: () => ({ last: this.last, held }) };
  }

  restore(state: MessagesState): Finder {
    this.last = state.last;
    const found = "held" in state ? state.held : readBack(state.messages);
    return {
      find(number) {
        const message = found.get(number);
        if (message === undefined) throw new Error(`the saved simulation has no message ${number}`);
        return message;
      },
    };
  }
}

/** A cause has a lower number than what came of it, so that it is there when it is needed. */
function readBack(messages: readonly SavedMessage[]): ReadonlyMap<number, Message> {
  const found = new Map<number, Message>();
  for (const { cause, attributes, ...own } of messages) {
    found.set(own.number, { ...own, attributes, cause: cause === undefined ? undefined : found.get(cause) });
  }
  return found;
}

/**
 * Whether a message has come through the node that made it so often that it would go round for ever. AWS stops such
 * loops between Lambda, SQS, SNS and S3 after about 16 turns.
 * https://docs.aws.amazon.com/lambda/latest/dg/invocation-recursion.html
 */
export function goesRound(message: Message): boolean {
  if (message.hops < MAX_LOOP_TURNS) return false;
  let turns = 0;
  for (let at: Message | undefined = message; at !== undefined; at = at.cause)
    if (at.madeBy === message.madeBy) turns += 1;
  return turns > MAX_LOOP_TURNS;
}

/** The nodes that a message has come through, the first one first; for a record about a loop. */
export function wayOf(message: Message): readonly string[] {
  const way: string[] = [];
  for (let at: Message | undefined = message; at !== undefined; at = at.cause) way.push(at.madeBy);
  return way.reverse();
}
