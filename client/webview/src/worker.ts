/**
 * The worker's entry: the engine behind messages. It is started from a blob and may be killed at any moment; it keeps
 * nothing that the view could not give it again.
 */
import { drawText, readDefinition } from "./worker-drawing.ts";
import { readMocks } from "./worker-mocks.ts";
import type { NumberedRequest, WorkerReply, WorkerRequest } from "./worker-protocol.ts";
import { Runner } from "./worker-runner.ts";

const post = (reply: WorkerReply): void => self.postMessage(reply);
const runner = new Runner(post);
let mocksText: string | undefined;

async function handle(request: WorkerRequest): Promise<void> {
  switch (request.type) {
    case "load":
      runner.definition = readDefinition(request.text, request.language);
      post(drawText(runner.definition, request.version));
      return;
    case "mocks":
      mocksText = request.text;
      post({ type: "mocks", ...readMocks(mocksText) });
      return runner.mocksChanged(mocksText);
    case "objects":
      runner.objects = request.objects;
      return;
    case "start":
      runner.start(request.run, request.options, mocksText);
      return;
    case "restore":
      return runner.restore(request, mocksText);
    case "redrive":
      return runner.redrive(request, mocksText);
    case "advance":
      return runner.advance(request.run, request.to);
    case "pause":
      runner.pause(request.run);
      return;
    case "answer":
      runner.answer(request.run, request.id, request.outcome);
      return;
  }
}

self.addEventListener("message", async ({ data }: MessageEvent<NumberedRequest>) => {
  await handle(data.request);
  post({ type: "done", number: data.number });
});
post({ type: "ready" });
