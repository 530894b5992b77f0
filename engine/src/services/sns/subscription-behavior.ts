/** How an endpoint behaves that is not simulated itself: HTTP, e-mail, SMS, mobile push. */
import type { HandlerBehavior } from "../handler.ts";

export interface SubscriptionBehavior extends HandlerBehavior {
  /** What it answers when it fails: 500 (default), 429, ... are tried again; other 4xx are final. */
  readonly failureStatus?: number;
  /** When it subscribes, milliseconds; with a ReplayPolicy it then gets what has been archived. Default 0. */
  readonly subscribedMs?: number;
}
