/** What AWS calls a message by: a UUID, always the same for the same message. */
import { createRandom } from "../random.ts";

/** `number`: `Message.number`. */
export function messageIdOf(number: number): string {
  return createRandom(number).uuid();
}
