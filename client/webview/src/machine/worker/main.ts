/**
 * The worker's entry: the engine behind messages. It is started from a blob and may be killed at any moment; it keeps
 * nothing that the view could not give it again.
 */
import { valueOf as dataOf, explainChoice, renderMermaid, tryOne } from "@sluice/engine";
import type { Numbered } from "../../shell/worker-client.ts";
import { type Definition, drawText, placeInText, readDefinition } from "./drawing.ts";
import { readMocks } from "./mocks.ts";
import type { Inquiries, WorkerReply, WorkerRequest } from "./protocol.ts";
import { Runner } from "./runner.ts";

const post = (reply: WorkerReply): void => self.postMessage(reply);
const runner = new Runner(post);
let mocksText: string | undefined;

/** What it gives is the answer to an inquiry. */
async function handle(request: WorkerRequest): Promise<unknown> {
  switch (request.type) {
    case "load":
      runner.definition = readDefinition(request.text, request.language);
      post(drawText(runner.definition, request.version));
      return undefined;
    case "mocks":
      mocksText = request.text;
      post({ type: "mocks", ...readMocks(mocksText) });
      return runner.mocksChanged(mocksText);
    case "objects":
      runner.objects = request.objects;
      return undefined;
    case "start":
      return runner.start(request.run, request.options, mocksText);
    case "restore":
      return runner.restore(request, mocksText);
    case "redrive":
      return runner.redrive(request, mocksText);
    case "advance":
      return runner.advance(request.run, request.goal);
    case "pause":
      return runner.pause(request.run);
    case "answer":
      return runner.answer(request.run, request.id, request.outcome);
    default:
      return runner.definition && inquire(request, runner.definition);
  }
}

type Inquiry = Extract<WorkerRequest, { type: keyof Inquiries }>;

function inquire(request: Inquiry, definition: Definition): unknown {
  const { parsed, machine } = definition;
  switch (request.type) {
    case "explain": {
      const state = machine?.states.find(({ name, type }) => name === request.state && type === "Choice");
      return state && explainChoice(state, request.seen);
    }
    case "try":
      return tryOne(dataOf(parsed.root), request.trial);
    case "place":
      return placeInText(definition, request.offset);
    case "mermaid":
      return machine ? renderMermaid(machine) : "";
  }
}

self.addEventListener("message", async ({ data }: MessageEvent<Numbered<WorkerRequest>>) => {
  const result = await handle(data.request);
  self.postMessage({ type: "done", number: data.number, result });
});
self.postMessage({ type: "ready" });
