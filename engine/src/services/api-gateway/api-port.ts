/** What an API offers to its routes, by which it can be reached, too. */
import type { Refusal } from "../../refusals/refusal.ts";
import type { Message } from "../../sim/types.ts";
import type { Delivery } from "../ports.ts";

export interface ApiPort {
  /** As `TargetPort.deliver`; `routeId`: logical id of the method or route. */
  deliverTo(routeId: string, cause: Message | undefined, delivery: Delivery): Refusal | undefined;
}
