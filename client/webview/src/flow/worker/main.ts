/** The worker's entry: the engine behind messages. It is started from a blob and may be killed at any moment. */
import {
  addTo,
  type Code,
  editOf,
  type Flow,
  type FlowEnd,
  type FlowRun,
  type FlowSource,
  inspectNode,
  languageOf,
  languageOfSource,
  openFlow,
  type Problem,
  runSweep,
  seenExpectations,
  setIn,
  settingsOf,
} from "@sluice/engine";
import type { TestOutcome } from "../../../../src/flow/protocol.ts";
import type { Numbered } from "../../shell/worker-client.ts";
import { CalledCode, type Handlers } from "./called-code.ts";
import { Player } from "./player.ts";
import type { FlowChange, FlowReply, FlowRequest, Inspected, SweepAsked, Told } from "./protocol.ts";
import { testScenario } from "./test-scenario.ts";

const post = (reply: FlowReply): void => self.postMessage(reply);
const called = new CalledCode(post);
/** Of the flow that is loaded. */
let code: ReadonlyMap<string, Code> = new Map();
let player: Player | undefined;
let breakpoints: readonly string[] = [];
let sweepNumber = 0;

/** What it gives is the answer to an inquiry. */
async function handle(request: FlowRequest): Promise<unknown> {
  switch (request.type) {
    case "load":
      return load(request);
    case "breakpoints":
      return setBreakpoints(request.texts);
    case "change":
      return changed(request.source, request.changes);
    case "test":
      return test(request);
    case "cancel":
      sweepNumber += 1;
      return player?.cancel();
    default:
      return player && act(player, request);
  }
}

function setBreakpoints(texts: readonly string[]): readonly string[] {
  breakpoints = texts;
  const met = player?.setBreakpoints(texts) ?? [];
  player?.tell(false);
  return met;
}

function act(to: Player, request: FlowRequest): unknown {
  const { run } = to;
  switch (request.type) {
    case "play":
      return to.play(request.speed);
    case "continue":
      return to.continue();
    case "pause":
      return to.pause();
    case "step":
      return to.step();
    case "stepBack":
      return to.stepBack();
    case "seek":
      return to.seek(request.timeMs);
    case "ahead":
      return to.ahead();
    case "inspect":
      return inspected(run, request.id);
    case "life":
      return run.lifeOf(request.message);
    case "templateEdit":
      return templateEdit(run.flow, request);
    case "export":
      return exported(to);
    case "sweep":
      void sweep(run.flow, request.sweep);
      return undefined;
    default:
      return undefined;
  }
}

function inspected(run: FlowRun, id: string): Inspected {
  const seen = run.end === undefined ? {} : seenExpectations(id, run.end.metrics[id]);
  return { ...inspectNode(run, id), settings: settingsOf(run.flow, id), seen };
}

let former: FlowEnd | undefined;

/** The local functions that a scenario names. */
function handlersOf({ open }: Flow): Handlers {
  const named = open.scenario.behavior.flatMap(({ id, handler }) => {
    return handler === undefined ? [] : [[id, handler] as const];
  });
  return new Map(named);
}

/** What functions do that nobody may call is what their `behavior` says; whoever looks is to know. */
function refusedHandlers(handlers: Handlers, why: string | undefined): string | undefined {
  if (why === undefined || handlers.size === 0) return undefined;
  return `The handler of ${[...handlers.keys()].join(", ")} is not called. ${why}.`;
}

function test({ source, handlersRefused }: Extract<FlowRequest, { type: "test" }>): Promise<TestOutcome> {
  return testScenario(source, (flow) => {
    const handlers = handlersOf(flow);
    return refusedHandlers(handlers, handlersRefused) ?? called.ofRun(handlers);
  });
}

function load({ source, seed, handlersRefused }: Extract<FlowRequest, { type: "load" }>): void {
  former = player?.run.end ?? former;
  player?.leave();
  player = undefined;
  const flow = openFlow(source);
  if (!("drawing" in flow)) return post({ type: "broken", problems: flow.problems.map(toldOf) });
  const handlers = handlersOf(flow);
  const refused = refusedHandlers(handlers, handlersRefused);
  code = called.ofRun(refused === undefined ? handlers : new Map());
  player = new Player(flow, { seed, code }, former, post);
  player.setBreakpoints(breakpoints);
  const { system, open, drawing, problems } = flow;
  const untilMs = player.run.untilMs;
  post({
    type: "drawn",
    drawing,
    problems: [...toldOfRefused(refused), ...problems.map(toldOf)],
    places: system.topology.nodes.flatMap(({ id, start, end }) => (end > start ? [{ id, start, end }] : [])),
    untilMs,
    faults: system.faults.map(({ node, fromMs, untilMs: endMs = untilMs }) => ({ node, fromMs, untilMs: endMs })),
    sweep: sweepOf(open.scenario.sweep),
  });
  player.tell(true);
}

function sweepOf(sweep: Flow["open"]["scenario"]["sweep"]): SweepAsked | undefined {
  const [first] = sweep?.vary ?? [];
  if (sweep === undefined || first === undefined) return undefined;
  const { path, values } = first;
  return { path, values, seeds: sweep.seeds, show: sweep.show.map((shown) => shown.path) };
}

function toldOfRefused(refused: string | undefined): readonly Told[] {
  return refused === undefined
    ? []
    : [{ message: `${refused} What it answers is what its behavior says.`, severity: "warning" }];
}

function toldOf({ message, severity }: Problem): Told {
  return { message, severity } as Told;
}

function changed(source: FlowSource, changes: readonly FlowChange[]): string | undefined {
  const language = languageOfSource(source);
  return changes.reduce<string | undefined>((text, { kind, path, value }) => {
    if (text === undefined) return undefined;
    return kind === "set" ? setIn(text, language, path, value) : addTo(text, language, path, value);
  }, source.text);
}

function templateEdit(
  { open, source }: Flow,
  { path, value }: Extract<FlowRequest, { type: "templateEdit" }>,
): unknown {
  const file = open.scenario.simulate?.file ?? "";
  const text = source.files[file];
  const edit = text === undefined ? undefined : editOf(text, languageOf(text, file), path, value);
  return edit && { ...edit, file };
}

/** A run as a file: all that is needed to see it again, and what happened last, for other tools. */
function exported({ run }: Player): string {
  const { source } = run.flow;
  const { end } = run;
  const file = {
    kind: "sluice-flow",
    version: 1,
    source,
    seed: run.seed,
    timeMs: run.timeMs,
    ...(end && { metrics: end.metrics, verdicts: end.verdicts, lost: end.lost }),
    trace: run.now.records(),
  };
  return `${JSON.stringify(file, undefined, 2)}\n`;
}

async function sweep({ open }: Flow, { path, values, seeds, show }: SweepAsked): Promise<void> {
  sweepNumber += 1;
  const own = sweepNumber;
  const { parsed, subject, data, replays } = open;
  const node = parsed.root;
  const asked = { node, seeds, vary: [{ path, values, node }], show: show.map((shown) => ({ path: shown, node })) };
  const slice = { maxMs: 40, nowMs: () => performance.now() };
  const onSlice = async (): Promise<boolean> => {
    await new Promise((resolve) => setTimeout(resolve));
    return own !== sweepNumber;
  };
  let done = 0;
  await runSweep(subject, data, asked, replays, { slice, onSlice, code }, (row) => {
    done += 1;
    post({ type: "sweepRow", row, done, of: values.length });
    return own !== sweepNumber;
  });
  if (own === sweepNumber) post({ type: "sweepEnd" });
}

/** One after the other: a step must not begin before a seek is there. */
let before: Promise<unknown> = Promise.resolve();
/** Of the latest seek: somebody who drags the knob wants to be where it is, not everywhere that it was. */
let latestSeek = 0;

self.addEventListener("message", ({ data }: MessageEvent<Numbered<FlowRequest>>) => {
  if (data.request.type === "handlerAnswered") {
    called.answered(data.request.number, data.request.answer);
    self.postMessage({ type: "done", number: data.number });
    return;
  }
  const isSeek = data.request.type === "seek";
  if (isSeek) latestSeek = data.number;
  before = before.then(async () => {
    // Those that have come meanwhile are heard first.
    if (isSeek) await new Promise((resolve) => setTimeout(resolve));
    const result = isSeek && data.number !== latestSeek ? undefined : await handle(data.request);
    self.postMessage({ type: "done", number: data.number, result });
  });
});
self.postMessage({ type: "ready" });
