/**
 * Local functions as the code of simulated ones: the extension has them called (on the desktop, in a trusted workspace).
 * A run comes through the same invocation again wherever somebody steps back or looks ahead: it is called once, and what
 * it answered is remembered.
 */
import type { Code, CodeAnswer } from "@sluice/engine";
import type { HandlerCall } from "../../../../src/flow/protocol.ts";

/** How often a view is told that a function still runs, milliseconds. */
const TELL_MS = 5_000;

/** What a scenario names: by the logical id of whose code it is, `src/process.mjs#handler`. */
export type Handlers = ReadonlyMap<string, string>;

type Post = (
  message: { readonly type: "callHandler"; readonly call: HandlerCall } | { readonly type: "calling" },
) => void;

export class CalledCode {
  readonly #post: Post;
  readonly #open = new Map<number, (answer: CodeAnswer) => void>();
  #last = 0;

  constructor(post: Post) {
    this.#post = post;
  }

  /** The code of a run. Each run has new processes, so that the code is the one that was saved last. */
  ofRun(handlers: Handlers): ReadonlyMap<string, Code> {
    const run = crypto.getRandomValues(new Uint32Array(4)).join("-");
    const known = new Map<string, Promise<CodeAnswer>>();
    const codeOf = (node: string, handler: string): Code => {
      return (event, { requestId, epochMs }) => {
        // Retries of an asynchronous invocation have the request id of the first attempt.
        const key = `${node} ${requestId} ${epochMs} ${JSON.stringify(event)}`;
        const answer = known.get(key) ?? this.#call({ run, node, handler, event, requestId });
        known.set(key, answer);
        return answer;
      };
    };
    return new Map([...handlers].map(([node, handler]) => [node, codeOf(node, handler)]));
  }

  async #call(call: Omit<HandlerCall, "number">): Promise<CodeAnswer> {
    this.#last += 1;
    const number = this.#last;
    const timer = setInterval(() => this.#post({ type: "calling" }), TELL_MS);
    const answer = await new Promise<CodeAnswer>((resolve) => {
      this.#open.set(number, resolve);
      this.#post({ type: "callHandler", call: { number, ...call } });
    });
    clearInterval(timer);
    return answer;
  }

  answered(number: number, answer: CodeAnswer): void {
    this.#open.get(number)?.(answer);
    this.#open.delete(number);
  }
}
